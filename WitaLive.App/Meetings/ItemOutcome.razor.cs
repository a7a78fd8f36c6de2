using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Agenda;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Meetings;

/// <summary>How one item of a meeting ended, in the words of its room. Nothing while that is not known.</summary>
public sealed partial class ItemOutcome(IStringLocalizer<MeetingTexts> texts, IStringLocalizer<AgendaTexts> agenda, Names names)
{
    /// <summary>The meeting as it stands; null for who may not know, and of a meeting that was cancelled.</summary>
    [Parameter]
    public Meeting? Held { get; set; }

    /// <summary>Where it went when it was referred, as far as the reader may know.</summary>
    [Parameter]
    public ReferredItem? Referred { get; set; }

    [Parameter, EditorRequired]
    public required ItemId Item { get; set; }
}
