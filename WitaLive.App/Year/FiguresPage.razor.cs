using Microsoft.AspNetCore.Components;
using WitaLive.App.Controls;

namespace WitaLive.App.Year;

/// <summary>The figures of a year that is over, for anyone, without script.</summary>
public sealed partial class FiguresPage(PublicFigures figures, YearWords words) : ComponentBase
{
    private OpenFigures? _figures;
    private int _year; // 0 while none is over

    [SupplyParameterFromQuery(Name = "year")]
    public string? Asked { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _year = InAddress.Number(Asked) ?? figures.Years.FirstOrDefault();
        _figures = await figures.ReadAsync(_year, CancellationToken.None);
    }
}
