using Microsoft.AspNetCore.Components;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Year;

/// <summary>What one figure counts, line by line. Which figure, of which period, stands in the address.</summary>
public sealed partial class FigureListPage(FigureList list, YearReading reading, RuleBook rules, CurrentPerson current, YearWords words) : ComponentBase
{
    private FigurePeriod _period;
    private CountedPage? _page;
    private string _title = "";
    private string _counts = "";

    [SupplyParameterFromQuery]
    public string? Figure { get; set; }

    [SupplyParameterFromQuery]
    public string? Part { get; set; }

    [SupplyParameterFromQuery]
    public string? From { get; set; }

    [SupplyParameterFromQuery]
    public string? Until { get; set; }

    [SupplyParameterFromQuery]
    public string? On { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    private int PageNumber => InAddress.Number(Page) ?? 1;

    protected override async Task OnInitializedAsync()
    {
        var me = await current.DemandAsync(Policies.Secretariat);
        _period = FigurePeriod.Read(From, Until, On, reading.Today);
        if (!Enum.TryParse<FigureKind>(Figure, ignoreCase: true, out var kind) || !Enum.IsDefined(kind))
        {
            _title = words["NoneCounted"];
            return;
        }
        var part = Part ?? "";
        _page = await list.ReadAsync(me.Principal, kind, part, _period, PageNumber, CancellationToken.None);
        _title = part.Length == 0 || _page is null ? words.Name(kind) : words["NameOfPart", words.Name(kind), words.Part(kind, part)];
        _counts = words.Counts(kind, _period, rules.On(_period.Until).Procedure.Decision.Months);
    }
}
