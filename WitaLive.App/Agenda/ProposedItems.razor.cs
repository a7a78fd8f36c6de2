using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Live;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.App.Agenda;

/// <summary>Items someone wants added: each needs the express consent of every member present (rules of procedure, art. 5 § 3).</summary>
public sealed partial class ProposedItems(IStringLocalizer<AgendaTexts> texts)
{
    [Parameter, EditorRequired]
    public required ImmutableArray<ProposedItem> Proposed { get; set; }

    /// <summary>The seats the reader speaks for.</summary>
    [Parameter]
    public ImmutableArray<SeatView> Seats { get; set; } = [];

    [Parameter]
    public int Entitled { get; set; }

    [Parameter]
    public EventCallback<ConsentToItem> OnConsent { get; set; }

    [Parameter]
    public EventCallback<LeaveItemOff> OnLeaveOff { get; set; }

    // A seat that is only represented is not asked.
    private ImmutableArray<SeatView> Present => Seats.IsDefaultOrEmpty ? [] : [.. Seats.Where(s => s.State is SeatState.Present)];
}
