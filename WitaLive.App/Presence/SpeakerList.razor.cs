using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Live;

namespace WitaLive.App.Presence;

/// <summary>Who has the floor and who asked for it, in order, with times.</summary>
public sealed partial class SpeakerList(IStringLocalizer<PresenceTexts> texts)
{
    [Parameter, EditorRequired]
    public required ImmutableArray<SpeakerView> Speakers { get; set; }

    [Parameter]
    public bool CanAsk { get; set; }

    [Parameter]
    public bool Asked { get; set; }

    [Parameter]
    public bool HasFloor { get; set; }

    [Parameter]
    public EventCallback OnHand { get; set; }
}
