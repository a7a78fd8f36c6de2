using System.Security.Claims;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Live;
using WitaLive.App.Minutes;
using WitaLive.App.Profiles;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Rules;
using WitaLive.Domain.Rulings;

namespace WitaLive.App.Rulings;

/// <summary>Drafts a reasoned decision for every file that a meeting decided, from what the room concluded.</summary>
public sealed class RulingDrafts(IDbContextFactory<WitaLiveDb> databases, MeetingJournal journal, RuleBook rules, RulingLot lot, TimeProvider clock)
{
    /// <summary>Those that have a draft already keep it: it may be asked again.</summary>
    /// <returns>How many were drafted.</returns>
    public async Task<int> DraftAsync(ClaimsPrincipal who, MeetingId meeting, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        if (await MeetingReport.OfAsync(journal.EventsAsync(meeting, 0, ct)) is not { } report)
            return 0;
        var drafted = 0;
        foreach (var concluded in Standing(report))
            if (report.Meeting.ItemOf(concluded.Item)?.Planned.File is { } file && await DraftAsync(meeting, report.Meeting, concluded, file, ct))
                drafted++;
        return drafted;
    }

    // A conclusion that can still be undone is none yet.
    private IEnumerable<ItemConcluded> Standing(MeetingReport report) => report.Conclusions
        .Where(one => one.Undone is null && one.Made is { Kind: ConclusionKind.Decided, Outcome: not null })
        .Select(one => one.Made).Where(made => report.Meeting.IsOver || clock.GetUtcNow() - made.At > report.Plan.UndoFor);

    // Nothing is sent in with a request for a measure, and no address with an application from a sheet: the letter goes where the profile says, or where the request for a measure does.
    internal static async Task<string> AddressAsync(WitaLiveDb db, ApplicationFile file, CancellationToken ct) =>
        file.ApplicantId is { } person && (await ProfileDesk.SheetAsync(db, person, ct)).Address is { Length: > 0 } own ? own
        : file.IsMeasure ? (await FileJournal.ReadAsync(db, file.Id, ct)).Measure?.Address ?? ""
        : "";

    private async Task<bool> DraftAsync(MeetingId id, Meeting meeting, ItemConcluded concluded, FileId fileId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<Ruling>().AnyAsync(r => r.FileId == fileId, ct) || await db.Set<ApplicationFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == fileId, ct) is not { } file)
            return false;
        var submission = await db.Set<FileSnapshot>().AsNoTracking().SingleOrDefaultAsync(s => s.FileId == fileId, ct) is { } snapshot ? Submission.Of(snapshot) : null;
        var decidedOn = concluded.At.DayInBrussels();
        var filedOn = file.SubmittedAt?.DayInBrussels() ?? decidedOn;
        var facts = RulingFacts.Of(
            id, meeting, concluded, new(file.Id, file.Number, file.Kind, file.Applicant, submission is { Address: { Length: > 0 } sentIn } ? sentIn : await AddressAsync(db, file, ct), file.Language) { IsAppeal = file.AppealOfId is not null }, decidedOn, submission?.Profile, filedOn, rules.On(filedOn));
        var rule = rules.On(decidedOn).Rulings;
        db.Add(new Ruling
        {
            Id = Guid.CreateVersion7(), FileId = fileId, MeetingId = id, Number = 1, FactsAsKept = JsonSerializer.Serialize(facts), TextAsKept = JsonSerializer.Serialize(RulingText.For(facts, rule)),
            WrittenBy = "", IsDrawn = lot.Falls(fileId, rule.ReadOneIn), ChangedAt = clock.GetUtcNow(),
        });
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            return false; // drafted twice at the same moment: the other one is there
        }
    }
}
