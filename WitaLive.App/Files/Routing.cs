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
            .Where(chamber => (chamber.AdHocLanguage ?? chamber.Section) == file.Language)
            .Where(chamber => file.ApplicantId is not { } applicant || chamber.Members.All(member => member.Id != applicant))
            .Where(chamber => application.Appeal is not { } appeal || !appeal.Before.Contains(chamber.Id))
            .OrderByDescending(chamber => chamber.AdHocLanguage is not null || (file.Domain is { } domain && chamber.Domains.Contains(domain)))
            .ThenBy(chamber => chamber.Number);
    }
}
