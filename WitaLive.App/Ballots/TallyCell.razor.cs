using Microsoft.AspNetCore.Components;
using WitaLive.App.Rules;
using WitaLive.Domain.Ballots;

namespace WitaLive.App.Ballots;

public sealed partial class TallyCell(Names names)
{
    [Parameter, EditorRequired]
    public required Choice Choice { get; set; }

    [Parameter]
    public int Number { get; set; }

    [Parameter, EditorRequired]
    public required int Seats { get; set; }
}
