using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.Domain;

namespace WitaLive.App.Conflicts;

/// <summary>That a tie is no conflict of interest for a file: what was said last of it elsewhere.</summary>
internal sealed record EarlierAnswer(PossibleConflict Said)
{
    public DateTimeOffset At => Said.LiftedAt ?? Said.AnsweredAt!.Value;

    public bool IsAbout(PossibleConflict asked) => (asked.FileId, asked.PersonId, asked.Kind, asked.Words) == (Said.FileId, Said.PersonId, Said.Kind, Said.Words);
}

/// <summary>What was said of the same file and the same tie where it stood before, on this agenda or another one, and whether or not it was taken off since.</summary>
/// <remarks>
/// Whether there is a conflict is the member's to say, once they know of the file (rules of procedure, art. 53 § 1), and a file does not become another one by being moved. What who presides
/// ruled in their place holds for that meeting alone, and for its second convocation, which deals with what the first left: another one may see it otherwise.
/// </remarks>
internal static class EarlierAnswers
{
    /// <summary>Those that there is no conflict, where that is the last word.</summary>
    /// <param name="first">The meeting of which this is the second convocation; null when it is none.</param>
    public static async Task<List<EarlierAnswer>> OfAsync(WitaLiveDb db, IReadOnlyCollection<PossibleConflict> asked, MeetingId? first, CancellationToken ct)
    {
        var (files, persons) = (asked.Select(c => c.FileId).OfType<FileId>().Select(file => (FileId?)file).Distinct().ToList(), asked.Select(c => c.PersonId).Distinct().ToList());
        if (files.Count == 0)
            return [];
        var answered = await db.Set<PossibleConflict>().AsNoTracking().Where(c => files.Contains(c.FileId) && persons.Contains(c.PersonId) && c.AnsweredAt != null).ToListAsync(ct);
        return
        [
            .. from one in answered
               group new EarlierAnswer(one) by (one.FileId, one.PersonId, one.Kind, one.Words) into about
               let last = about.OrderBy(answer => answer.At).Last()
               where last.Said.State is ConflictState.Denied or ConflictState.Withdrawn || (last.Said.State is ConflictState.Rejected && last.Said.MeetingId == first)
               select last,
        ];
    }
}
