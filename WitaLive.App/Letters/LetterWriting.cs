using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.App.Rules;
using WitaLive.Domain;

namespace WitaLive.App.Letters;

/// <summary>Begins the letters about one meeting.</summary>
public sealed class LetterWriting(LetterTemplates templates, SiteAddress site, SmtpSettings smtp, Names names, IStringLocalizer<LetterTexts> texts)
{
    /// <summary>Letters in the words that hold now, within a transaction of the caller.</summary>
    public async Task<MeetingLetters> ForAsync(WitaLiveDb db, PlannedMeeting meeting, (ChamberOnDay Chamber, MeetingPeople People) around, CancellationToken ct) =>
        new(await templates.ReadAsync(db, ct), meeting, await ValuesAsync(db, meeting, around.Chamber, ct), around.People, new(smtp.From));

    private async Task<LetterValues> ValuesAsync(WitaLiveDb db, PlannedMeeting meeting, ChamberOnDay chamber, CancellationToken ct)
    {
        var files = meeting.Agenda.Select(line => line.FileId).OfType<FileId>().ToList();
        var kinds = await db.Set<ApplicationFile>().AsNoTracking().Where(f => files.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Kind, ct);
        return new(meeting, chamber, kinds, (site, names), texts);
    }
}
