using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Live;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Agenda;

/// <summary>Items someone wants added: each needs the express consent of every member present (rules of procedure, art. 5 § 3).</summary>
public sealed partial class ProposedItems(IStringLocalizer<AgendaTexts> texts)
{
    [Parameter, EditorRequired]
    public required ImmutableArray<ProposedItem> Proposed { get; set; }

    /// <inheritdoc cref="MeetingView.Asked"/>
    [Parameter, EditorRequired]
    public required ImmutableArray<SeatView> Asked { get; set; }

    /// <summary>The reader.</summary>
    [Parameter, EditorRequired]
    public required PersonId Me { get; set; }

    [Parameter]
    public EventCallback<ConsentToItem> OnConsent { get; set; }

    [Parameter]
    public EventCallback<LeaveItemOff> OnLeaveOff { get; set; }

    private ImmutableArray<SeatView> Mine => [.. Asked.Where(seat => seat.Voter == Me)];
}
