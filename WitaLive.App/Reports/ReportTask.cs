using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Languages;
using WitaLive.App.Start;

namespace WitaLive.App.Reports;

/// <summary>Tells the secretariat which reports have to be supplied, those that are late or nearly so above everything else; and chair and secretariat which to confirm.</summary>
internal sealed class ReportTask(ReportReading reading, ReportLending lending, IStringLocalizer<ReportTexts> texts) : IStartTask
{
    private const int Most = 5;

    public async Task<IEnumerable<StartTask>> ForAsync(SignedInPerson me, CancellationToken ct)
    {
        var tasks = new List<StartTask>();
        if (me.May(Policies.Secretariat))
            tasks.AddRange((await reading.DueAsync(me.Principal, ct)).Take(Most).Select(due => new StartTask(
                $"meetings/{due.Meeting.Value}/report", texts["Task", due.StartsAt.ToShortDay(), due.DueOn.ToShortDay()], due.IsUrgent)));
        if (me.May(Policies.Secretariat))
            tasks.AddRange((await lending.AskedAsync(me.Principal, reportOf: null, ct)).Take(Most).Select(asked => new StartTask(
                $"meetings/{asked.ReportOf.Value}/report", texts["TaskLend", asked.Number])));
        tasks.AddRange((await reading.ToConfirmAsync(me.Principal, Most, ct)).Select(report => new StartTask(
            $"meetings/{report.Meeting.Value}/report", texts["TaskConfirm", report.StartsAt.ToShortDay()])));
        return tasks;
    }
}
