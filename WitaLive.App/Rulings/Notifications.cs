using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Measures;
using WitaLive.Domain;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Rulings;

/// <summary>The letter tells of a measure, and nobody has said here how long it lasts.</summary>
public sealed record MeasureNeedsUntil(string Number) : Refusal
{
    public override ImmutableArray<object> Gaps => [Number];
}

/// <summary>Writes into the journal of a file that its decision was notified, from which the periods of appeal run.</summary>
public sealed class Notifications(MeasureEffects effects, RuleBook rules, TimeProvider clock)
{
    /// <summary>In the transaction of the caller. A file that came in from elsewhere has no journal, the days that are counted of it have the day all the same; a notification that stands already stays, until that of a correction or judgment begins the periods anew.</summary>
    /// <param name="number">Of the decision within its file.</param>
    /// <param name="untilFollows">It was read, and nobody can make that wait: how long a measure lasts is then said afterwards.</param>
    /// <returns>Why it cannot be written down: how long a measure lasts is said where it is dealt with, first.</returns>
    public async Task<Refusal?> AddAsync(WitaLiveDb db, FileId id, int number, DateOnly day, PersonId? by, CancellationToken ct, bool untilFollows = false)
    {
        if (await db.Set<ApplicationFile>().Where(ApplicationFile.AreKept).SingleOrDefaultAsync(f => f.Id == id, ct) is not { } file)
        {
            await DaysOfFile.NotifyAsync(db, id, day, ct);
            return null;
        }
        if (file.IsMeasure && !untilFollows && await FileJournal.ReadAsync(db, id, ct) is { NotifiedOn: null } decided && decided.NeedsUntil(rules.On(clock.GetUtcNow().DayInBrussels()).Procedure))
            return new MeasureNeedsUntil(file.Number);
        await effects.NotifyAsync(db, file, new(day, Number: number, UntilFollows: untilFollows), by, ct);
        return null;
    }
}
