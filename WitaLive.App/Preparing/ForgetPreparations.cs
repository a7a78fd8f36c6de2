using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Jobs;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Preparing;

/// <summary>Deletes what members noted in private, and what they have read, once the time after the meeting is over (data/rules/procedure.json).</summary>
/// <remarks>May run twice, on two nodes at once, and break off at any line: what is deleted is not found again.</remarks>
public sealed class ForgetPreparations(IDbContextFactory<WitaLiveDb> databases, RuleBook rules, TimeProvider clock) : ISweep
{
    public async Task RunAsync(CancellationToken ct)
    {
        var today = clock.GetUtcNow().DayInBrussels();
        var first = BrusselsTime.At(today.AddDays(-rules.On(today).Procedure.DaysToRead), TimeOnly.MinValue);
        await using var db = await databases.CreateDbContextAsync(ct);
        var over = db.Set<PlannedMeeting>().Where(m => m.StartsAt < first).Select(m => m.Id);
        await db.Set<FilePreparation>().Where(p => over.Contains(p.MeetingId)).ExecuteDeleteAsync(ct);
    }
}
