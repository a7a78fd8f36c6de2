using Microsoft.AspNetCore.Components;
using WitaLive.App.Access;
using WitaLive.App.Printing;

namespace WitaLive.App.Year;

/// <summary>The activity report on a year as one document. It prints as it is.</summary>
public sealed partial class AnnualReportPage(AnnualReportDesk desk, YearReading reading, PaperPrinter printer, CurrentPerson current, YearWords words) : ComponentBase
{
    private AnnualReport? _report;
    private YearReport _figures = null!;
    private bool _isSecretariat;

    [Parameter]
    public int Year { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var me = await current.DemandAsync(Policies.Figures);
        _isSecretariat = me.May(Policies.Secretariat);
        _report = await desk.ReadAsync(me.Principal, Year, CancellationToken.None);
        if (_report is not null)
            _figures = await reading.ReadAsync(me.Principal, FigurePeriod.OfYear(Year, reading.Today), CancellationToken.None);
    }
}
