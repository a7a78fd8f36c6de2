using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Start;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Measures;

/// <summary>Reminds the secretariat of suspensions whose letter was read in the eBox before anyone said how long they last: until then they have no end.</summary>
internal sealed class SuspensionEndTask(IDbContextFactory<WitaLiveDb> databases, IStringLocalizer<MeasureTexts> texts) : IStartTask
{
    public async Task<IEnumerable<StartTask>> ForAsync(SignedInPerson me, CancellationToken ct)
    {
        if (!me.May(Policies.Secretariat))
            return [];
        await using var db = await databases.CreateDbContextAsync(ct);
        var told = await (
            from measure in db.Set<DecidedMeasure>()
            where measure.Until == null && measure.Outcome == MeasureRule.Suspension && db.Set<DaysOfFile>().Any(d => d.FileId == measure.FileId && d.NotifiedOn != null)
            join file in db.Set<ApplicationFile>() on measure.FileId equals file.Id
            orderby file.Number
            select new { file.Id, file.Number }).ToListAsync(ct);
        List<StartTask> tasks = [];
        foreach (var file in told)
            if ((await FileJournal.ReadAsync(db, file.Id, ct)).UntilFollows)
                tasks.Add(new($"measures/{file.Id.Value}", texts["TaskSuspensionEnd", file.Number]));
        return tasks;
    }
}
