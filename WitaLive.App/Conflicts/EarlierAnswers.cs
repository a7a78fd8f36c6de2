using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.Domain;
using WitaLive.Domain.Ties;

namespace WitaLive.App.Conflicts;

/// <summary>That a member said of a file that a tie is no conflict of interest.</summary>
internal sealed record EarlierAnswer(FileId File, PersonId Person, TieKind Kind, string Words, DateTimeOffset At)
{
    public bool IsAbout(PossibleConflict asked) => asked.FileId == File && asked.PersonId == Person && asked.Kind == Kind && asked.Words == Words;
}

/// <summary>What members said of the same file and the same tie where it stood before, on this agenda or another one, and whether or not it was taken off since.</summary>
/// <remarks>
/// Whether there is a conflict is the member's to say, once they know of the file (rules of procedure, art. 53 § 1), and a file does not become another one by being moved. What who presides
/// said in their place holds for that meeting alone: another one may see it otherwise.
/// </remarks>
internal static class EarlierAnswers
{
    /// <summary>Those that there is no conflict, where that is the last word.</summary>
    public static async Task<List<EarlierAnswer>> OfAsync(WitaLiveDb db, IReadOnlyCollection<PossibleConflict> asked, CancellationToken ct)
    {
        var (files, persons) = (asked.Select(c => c.FileId).OfType<FileId>().Select(file => (FileId?)file).Distinct().ToList(), asked.Select(c => c.PersonId).Distinct().ToList());
        if (files.Count == 0)
            return [];
        var answered = await db.Set<PossibleConflict>().AsNoTracking().Where(c => files.Contains(c.FileId) && persons.Contains(c.PersonId) && c.AnsweredAt != null).ToListAsync(ct);
        return
        [
            .. from one in answered
               group one by (one.FileId, one.PersonId, one.Kind, one.Words) into about
               let last = about.OrderBy(one => one.LiftedAt ?? one.AnsweredAt).Last()
               where last.State is ConflictState.Denied or ConflictState.Withdrawn
               select new EarlierAnswer(last.FileId!.Value, last.PersonId, last.Kind, last.Words, last.LiftedAt ?? last.AnsweredAt!.Value),
        ];
    }
}
