using Microsoft.AspNetCore.Components;
using WitaLive.App.Access;

namespace WitaLive.App.Year;

/// <summary>The figures of any period. What is asked stands in the address, and nothing on the page moves: it is counted once, and prints as it is.</summary>
public sealed partial class YearPage(YearReading reading, AnnualReportDesk annual, CurrentPerson current, YearWords words) : ComponentBase
{
    private const int YearsShown = 4;

    private FigurePeriod _period;
    private YearReport _report = null!;
    private bool _mayOpen;

    [SupplyParameterFromQuery]
    public string? From { get; set; }

    [SupplyParameterFromQuery]
    public string? Until { get; set; }

    [SupplyParameterFromQuery]
    public string? On { get; set; }

    // Of the year that is shown; of a running one the report is on the year before.
    private int ReportYear => Math.Min(_period.From.Year, reading.Today.Year - 1);

    private IEnumerable<int> Years => Enumerable.Range(0, YearsShown).Select(ago => reading.Today.Year - ago);

    protected override async Task OnInitializedAsync()
    {
        var me = await current.DemandAsync(Policies.Figures);
        _mayOpen = me.May(Policies.Secretariat);
        _period = FigurePeriod.Read(From, Until, On, reading.Today);
        _report = await reading.ReadAsync(me.Principal, _period, CancellationToken.None);
    }
}
