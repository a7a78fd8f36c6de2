using WitaLive.Domain.Presence;

namespace WitaLive.Domain.Meetings;

// Items that were on no agenda: by the consent of all who are present, or by the chair in urgency (rules of procedure, art. 5 § 3).
public sealed partial record Meeting
{
    private Outcome Propose(ProposeItem propose, Actor by)
    {
        if (!Presides(by) && !by.IsSecretariat && !HasVoice(by.Person))
            return new NoVoice();
        if (propose.Item.Titles.Values.All(string.IsNullOrWhiteSpace))
            return new TextMissing();
        if (NoOutcomeOf(propose.Item) is { } unknown)
            return new UnknownOption(unknown);
        return ItemOf(propose.Item.Id) is not null || Proposed.Any(p => p.Item.Id == propose.Item.Id)
            ? Happened()
            : Happened(new ItemProposed(Numbered(propose.Item)));
    }

    private Outcome Consent(ConsentToItem consent, Actor by)
    {
        if (Proposed.FirstOrDefault(p => p.Item.Id == consent.Item) is not { } proposed)
            return ItemOf(consent.Item) is null ? new NothingProposed() : Happened();
        if (!SitsIn(consent.Seat, by))
            return new NotYourSeat();

        var agreed = proposed.Agreed.Add(consent.Seat);
        var events = ImmutableArray.CreateBuilder<MeetingEvent>();
        if (!proposed.Agreed.Contains(consent.Seat))
            events.Add(new ItemConsented(consent.Item, consent.Seat));
        // Asked again even of one who had agreed: who had not may have left since.
        if (AskedForConsent.All(s => agreed.Contains(s.Seat)))
            events.Add(new ItemAdded(Numbered(proposed.Item), null));
        return events.ToImmutable();
    }

    /// <summary>Whose express consent an item proposed in the meeting needs, in the order of the plan: every member present. Who steps aside
    /// for the item being dealt with is present; who is only represented is not.</summary>
    /// <remarks>Source: rules of procedure, art. 5 § 3.</remarks>
    public IEnumerable<SeatPresence> AskedForConsent => Seats().Where(s => s.State is SeatState.Present);

    private bool SitsIn(SeatId seat, Actor by) => SeatOf(seat) is not null && SeatFor(seat, null) is { State: SeatState.Present, Voter: { } member } && member == by.Person;

    private Outcome LeaveOff(LeaveItemOff leave, Actor by)
    {
        if (leave.Seat is { } seat && !SitsIn(seat, by))
            return new NotYourSeat();
        if (leave.Seat is null && !Presides(by) && !by.IsSecretariat)
            return new OnlyTheChair();
        if (ItemOf(leave.Item) is not null)
            return new NothingProposed();
        return Proposed.Any(p => p.Item.Id == leave.Item) ? Happened(new ItemLeftOff(leave.Item, leave.Seat)) : Happened();
    }

    private Outcome AddUrgent(AddUrgentItem urgent, Actor by)
    {
        if (!Presides(by))
            return new OnlyTheChair();
        if (string.IsNullOrWhiteSpace(urgent.Reason))
            return new ReasonMissing();
        if (urgent.Item.Titles.Values.All(string.IsNullOrWhiteSpace))
            return new TextMissing();
        if (NoOutcomeOf(urgent.Item) is { } unknown)
            return new UnknownOption(unknown);
        return ItemOf(urgent.Item.Id) is not null ? Happened() : Happened(new ItemAdded(Numbered(urgent.Item), urgent.Reason.Trim()));
    }

    // Without a file there is nobody whom an attestation could be granted or refused.
    private string? NoOutcomeOf(AgendaItem added) =>
        added.File is null && Plan?.PointOutcomes is { } outcomes ? added.Outcomes.FirstOrDefault(outcome => !outcomes.Contains(outcome)) : null;

    private AgendaItem Numbered(AgendaItem item) => item with { Number = Items.Select(i => i.Planned.Number).DefaultIfEmpty().Max() + 1 };
}
