using WitaLive.App.Chambers;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Files;

/// <summary>To which chamber a file belongs (royal decree, art. 14; rules of procedure, art. 45).</summary>
public static class Routing
{
    /// <summary>
    /// The chambers of the file's language, those of its art first. German goes to the ad hoc chamber; an applicant who is a member of a chamber, to another one;
    /// an appeal, to none that had the file before.
    /// </summary>
    public static IEnumerable<ChamberOnDay> For(Commission commission, ApplicationFile file, Application application)
    {
        ArgumentNullException.ThrowIfNull(commission);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(application);
        return commission.Chambers
            .Where(chamber => BarOf(chamber, file) is null)
            .Where(chamber => application.Appeal is not { } appeal || !appeal.Before.Contains(chamber.Id))
            .OrderByDescending(chamber => chamber.AdHocLanguage is not null || (file.Domain is { } domain && chamber.Domains.Contains(domain)))
            .ThenBy(chamber => chamber.Number);
    }

    /// <summary>Why a chamber may not have a file, appeals aside: of those its journal knows.</summary>
    public static ChamberBar? BarOf(ChamberOnDay chamber, ApplicationFile file)
    {
        ArgumentNullException.ThrowIfNull(chamber);
        ArgumentNullException.ThrowIfNull(file);
        if ((chamber.AdHocLanguage ?? chamber.Section) != file.Language)
            return ChamberBar.OtherLanguage;
        return chamber.Members.Any(member => member.Id == file.ApplicantId) ? ChamberBar.ApplicantSits : null;
    }
}
