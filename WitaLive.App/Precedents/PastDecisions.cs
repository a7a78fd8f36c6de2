using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Live;
using WitaLive.App.Search;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Precedents;

/// <summary>Keeps what later decisions look back at: written in the transaction of a decision, taken back when it is undone.</summary>
internal sealed class PastDecisions : IFollowEvents
{
    private const int LongName = 6;

    public async Task FollowAsync(WitaLiveDb db, MeetingId id, Meeting after, IReadOnlyList<MeetingEvent> events, CancellationToken ct)
    {
        foreach (var happened in events)
        {
            if (happened is ItemConcluded { Kind: ConclusionKind.Decided, Outcome: { } outcome } decided && after.ItemOf(decided.Item)?.Planned.File is { } file)
            {
                var marks = after.Ballots.LastOrDefault(b => b.Id == decided.Ballot)?.MarksOf(decided.Item) ?? [];
                await AddAsync(db, file, outcome, decided.At.DayInBrussels(), marks, ct);
            }
            else if (happened is ConclusionUndone undone && after.ItemOf(undone.Item)?.Planned.File is { } reopened)
                await RemoveAsync(db, reopened, ct);
        }
    }

    /// <summary>Adds the decision on a file that came in here; of others there is nothing to compare.</summary>
    internal static async Task AddAsync(WitaLiveDb db, FileId id, string outcome, DateOnly day, ImmutableArray<ActivityMark> marks, CancellationToken ct)
    {
        if (await db.Set<FileSnapshot>().AsNoTracking().SingleOrDefaultAsync(s => s.FileId == id, ct) is { } snapshot
            && await db.Set<ApplicationFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, ct) is { IsMeasure: false } file
            && !await db.Set<PastDecision>().AnyAsync(d => d.FileId == id, ct))
            db.Add(Of(file, Submission.Of(snapshot), outcome, day, marks));
    }

    /// <summary>Without the applicant: functions, domains, kinds and contributions, and of these no word of the name; no project, principal, work, sum, number or place.</summary>
    internal static PastDecision Of(ApplicationFile file, Submission submission, string outcome, DateOnly day, ImmutableArray<ActivityMark> marks)
    {
        var name = FullText.Plain($"{submission.Name} {file.Applicant}").Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 1).ToHashSet();
        var activities = submission.Profile.Activities.Select(activity => new DecidedActivity(
            activity.Domain ?? "", activity.Kind ?? ActivityKind.Artistic, Without(name, activity.Function),
            marks.FirstOrDefault(mark => mark.Activity == activity.Id)?.IsAccepted, marks.FirstOrDefault(mark => mark.Activity == activity.Id)?.Reason)).ToList();
        IEnumerable<string> words =
        [
            .. CodesOf(outcome, activities),
            .. submission.Profile.Activities.SelectMany(activity => new[] { Without(name, activity.Function), Without(name, activity.Contribution) }).Select(FullText.Plain),
        ];
        return new() { FileId = file.Id, DecidedOn = day, Kind = file.Kind, Outcome = outcome, Activities = JsonSerializer.Serialize(activities), Words = string.Join(' ', words.Distinct()) };
    }

    // A word of the text stays unless it is one of the name, however it is written.
    private static string Without(HashSet<string> name, string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => !FullText.Plain(word).Split(' ').Any(part => IsOf(name, part))));

    // Also with the ending of a genitive, and within an address or an account such as ysalinegrosdent; a short name may be part of any word.
    private static bool IsOf(HashSet<string> name, string part) =>
        name.Contains(part)
        || name.Any(word => part.StartsWith(word, StringComparison.Ordinal) && part[word.Length..] is "s" or "es" or "n" or "ns")
        || name.Any(word => word.Length >= LongName && part.Contains(word, StringComparison.Ordinal))
        || name.Count(word => word.Length > 2 && part.Contains(word, StringComparison.Ordinal)) > 1;

    /// <summary>Leaves of decisions what is a code: the words that their applicants wrote go from them and from the index. The caller is within a transaction.</summary>
    internal static async Task RemoveWordsAsync(WitaLiveDb db, IReadOnlyCollection<FileId> files, CancellationToken ct)
    {
        foreach (var written in await db.Set<PastDecision>().AsNoTracking().Where(d => files.Contains(d.FileId)).ToListAsync(ct))
        {
            var activities = JsonSerializer.Deserialize<List<DecidedActivity>>(written.Activities)!.ConvertAll(activity => activity with { Function = "" });
            await db.Set<PastDecision>().Where(d => d.Id == written.Id).ExecuteDeleteAsync(ct); // row by row: what indexes it follows additions and removals
            db.Add(new PastDecision
            {
                FileId = written.FileId, DecidedOn = written.DecidedOn, Kind = written.Kind, Outcome = written.Outcome, Activities = JsonSerializer.Serialize(activities),
                Words = string.Join(' ', CodesOf(written.Outcome, activities).Distinct()),
            });
        }
        await db.SaveChangesAsync(ct);
    }

    private static IEnumerable<string> CodesOf(string outcome, IReadOnlyCollection<DecidedActivity> activities) =>
    [
        PrecedentQuery.Outcomes(outcome),
        .. activities.Select(activity => PrecedentQuery.Domains(activity.Domain)),
        .. activities.Select(activity => activity.Reason).OfType<string>().Select(PrecedentQuery.Reasons),
    ];

    private static async Task RemoveAsync(WitaLiveDb db, FileId id, CancellationToken ct)
    {
        var unsaved = db.ChangeTracker.Entries<PastDecision>().Where(e => e.Entity.FileId == id && e.State == EntityState.Added).Select(e => e.Entity).FirstOrDefault();
        if ((unsaved ?? await db.Set<PastDecision>().FirstOrDefaultAsync(d => d.FileId == id, ct)) is { } written)
            db.Remove(written);
    }
}
