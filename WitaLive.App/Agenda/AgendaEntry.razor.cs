using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Agenda;

public sealed partial class AgendaEntry(IStringLocalizer<AgendaTexts> texts, Names names)
{
    [Parameter, EditorRequired]
    public required Item Item { get; set; }

    [Parameter]
    public bool Current { get; set; }

    [Parameter]
    public bool Next { get; set; }

    private (string Before, string Number, string After) _title;

    protected override void OnParametersSet() => _title = Item.Planned.InPieces();
}
