using WitaLive.App.Access;
using WitaLive.App.Languages;
using WitaLive.App.Start;

namespace WitaLive.App.Year;

/// <summary>Reminds the secretariat of the activity report before it is due, on the days of data/rules/figures.json.</summary>
internal sealed class AnnualReportTask(AnnualReportDesk desk, YearWords words) : IStartTask
{
    public async Task<IEnumerable<StartTask>> ForAsync(SignedInPerson me, CancellationToken ct) =>
        me.May(Policies.Secretariat) && await desk.WaitingAsync(me.Principal, ct) is { } due
            ? [new($"year/report/{due.Year}/write", words["AnnualTask", due.Year, due.DueOn.ToLongDay()], due.IsUrgent)]
            : [];
}
