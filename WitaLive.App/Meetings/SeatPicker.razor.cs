using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Chambers;
using WitaLive.App.Rules;
using WitaLive.Domain;

namespace WitaLive.App.Meetings;

/// <summary>Chooses who sits in a formation that is composed for each meeting, and says what it still lacks.</summary>
public sealed partial class SeatPicker(PlanSentences sentences, Names names, IStringLocalizer<MeetingTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required Commission Commission { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlySet<SeatId> Chosen { get; set; }

    [Parameter, EditorRequired]
    public required ImmutableArray<Refusal> Lacking { get; set; }

    [Parameter]
    public EventCallback<(SeatId Seat, bool IsChosen)> OnChoose { get; set; }

    private Task SetAsync(SeatId seat, bool chosen) => OnChoose.InvokeAsync((seat, chosen));
}
