using Microsoft.AspNetCore.Components;
using WitaLive.App.Controls;

namespace WitaLive.App.Year;

/// <summary>The figures of a year that is over, for anyone, without script.</summary>
public sealed partial class FiguresPage(PublicFigures figures, YearWords words) : ComponentBase
{
    private OpenFigures? _figures;

    [SupplyParameterFromQuery(Name = "year")]
    public string? Asked { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if ((InAddress.Number(Asked) ?? figures.Years.FirstOrDefault()) is var year)
            _figures = await figures.ReadAsync(year, CancellationToken.None);
    }
}
