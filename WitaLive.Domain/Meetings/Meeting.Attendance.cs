using System.Diagnostics;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Presence;

namespace WitaLive.Domain.Meetings;

// Who is there, who sits, who presides.
public sealed partial record Meeting
{
    // Both follow from the plan; a thousand votes should not each search it.
    private ImmutableDictionary<SeatId, PlannedSeat> _seats = ImmutableDictionary<SeatId, PlannedSeat>.Empty;
    private ImmutableDictionary<PersonId, PlannedSeat> _seatOfPerson = ImmutableDictionary<PersonId, PlannedSeat>.Empty;

    public bool IsIn(PersonId person) => Attendances.TryGetValue(person, out var attendance) && attendance.IsIn;

    /// <summary>Whether a person is on the list of this meeting, in whatever capacity.</summary>
    public bool Knows(PersonId person) => Plan is not null && CapacityOf(person) is not null;

    public string NameOf(PersonId person) =>
        Plan!.Names.TryGetValue(person, out var name) ? name : Guests.GetValueOrDefault(person, "");

    /// <summary>How every seat is held for an item, in the order of the plan.</summary>
    public IEnumerable<SeatPresence> Seats(ItemId? item = null)
    {
        var recused = RecusedFrom(item);
        return Plan!.Seats.Select(seat => PresenceOf(seat, recused));
    }

    public SeatPresence SeatFor(SeatId seat, ItemId? item) => PresenceOf(SeatOf(seat)!, RecusedFrom(item));

    public PlannedSeat? SeatOf(SeatId seat) => _seats.GetValueOrDefault(seat);

    /// <summary>The seat this person belongs to, sitting or not; null for anyone without a voice.</summary>
    public PlannedSeat? SeatOf(PersonId person) => _seatOfPerson.GetValueOrDefault(person);

    /// <summary>Who chairs an item: the first of the plan's presiders who is there and not recused; a jurist last, without a vote.</summary>
    /// <remarks>Source: rules of procedure, art. 6 § 5, 15, 22 § 1 and 53 § 2.</remarks>
    public Presider? Presiding(ItemId? item = null)
    {
        var recused = RecusedFrom(item);
        return Plan?.Presiders.FirstOrDefault(p => IsIn(p.Person) && !recused.Contains(p.Person)
            && (SeatOf(p.Person) is not { } seat || PresenceOf(seat, recused).Voter == p.Person));
    }

    /// <summary>Who leads the meeting now. When all who may chair the item being dealt with are recused, one of them still leads on to the next;
    /// nothing is decided on that item meanwhile, for its quorum wants a chair.</summary>
    public Presider? InTheChair => Presiding(Current) ?? Presiding();

    private ImmutableHashSet<PersonId> RecusedFrom(ItemId? item) => item is { } id && ItemOf(id) is { } found ? found.Recused : [];

    private SeatPresence PresenceOf(PlannedSeat seat, ImmutableHashSet<PersonId> recused)
    {
        if (SitterOf(seat, recused) is { } sitter)
            return new(seat.Id, seat.Group, SeatState.Present, sitter);
        if (Occupants.ContainsKey(seat.Id))
            return new(seat.Id, seat.Group, SeatState.Recused, null);
        if (Proxies.TryGetValue(seat.Id, out var proxy) && !recused.Contains(seat.Effective)
            && SeatOf(proxy.Holder) is { } holders && SitterOf(holders, recused) == proxy.Holder)
            return new(seat.Id, seat.Group, SeatState.Represented, proxy.Holder);
        return new(seat.Id, seat.Group, SeatState.Absent, null);
    }

    // A recused member's partner sits for that item, if there and not recused too (rules of procedure, art. 53 § 1; law reference §10, O-17).
    private PersonId? SitterOf(PlannedSeat seat, ImmutableHashSet<PersonId> recused)
    {
        if (!Occupants.TryGetValue(seat.Id, out var occupant))
            return null;
        if (!recused.Contains(occupant))
            return occupant;
        return seat.PartnerOf(occupant) is { } partner && IsIn(partner) && !recused.Contains(partner) ? partner : null;
    }

    private Capacity? CapacityOf(PersonId person)
    {
        if (SeatOf(person) is not null)
            return Capacity.Member;
        if (Plan!.Attendants.FirstOrDefault(a => a.Person == person) is { } attendant)
            return attendant.Capacity;
        return Plan.Presiders.Any(p => p.Person == person) ? Capacity.President
            : Attendances.TryGetValue(person, out var guest) ? guest.Capacity
            : null;
    }

    private Outcome Prepare(MeetingPlan plan)
    {
        if (Plan is { } known && plan.Revision <= known.Revision)
            return Happened();
        return State is MeetingState.Planned ? Happened(new MeetingPrepared(plan)) : new MeetingHasBegun();
    }

    private Outcome Receive(ReceiveProxy proxy, Actor by, DateTimeOffset at)
    {
        if (!by.IsSecretariat)
            return new OnlyTheSecretariat();
        if (State is not MeetingState.Planned || at >= Plan!.StartsAt)
            return new ProxyTooLate();
        if (proxy.SignedAt > at)
            return new ProxySignedLater();
        if (SeatOf(proxy.Giver) is not { } giver || SeatOf(proxy.Holder) is not { } holder || holder.Id == giver.Id)
            return new ProxyHolderNotMember();
        if (IsIn(giver.Effective) || (giver.Substitute is { } substitute && IsIn(substitute)))
            return new ProxyFromDuo();
        if (Proxies.Values.FirstOrDefault(p => p.Holder == proxy.Holder) is { } held)
        {
            if (held.Giver != proxy.Giver)
                return new ProxyHolderTaken();
            if (held.SignedAt == proxy.SignedAt)
                return Happened();
        }
        return Happened(new ProxyReceived(new(proxy.Giver, proxy.Holder, proxy.SignedAt, at)));
    }

    private Outcome In(SignIn signIn, Actor by, DateTimeOffset at)
    {
        if (signIn.Person != by.Person && !by.IsSecretariat)
            return new NotForAnother();
        if (State is MeetingState.Closed or MeetingState.Adjourned)
            return new MeetingOver();
        if (CapacityOf(signIn.Person) is null)
            return new NotOnTheList();
        if (IsIn(signIn.Person))
            return Happened();
        if ((WhyNotYet(at) ?? WhyNotSo(signIn.Mode)) is { } why)
            return why;

        var arrived = new SignedIn(signIn.Person, signIn.Mode);
        return SeatOf(signIn.Person) is { } seat && !Occupants.ContainsKey(seat.Id)
            ? Happened(arrived, new SeatOccupied(seat.Id, signIn.Person))
            : Happened(arrived);
    }

    private Outcome GuestIn(SignInGuest guest, Actor by, DateTimeOffset at)
    {
        if (!by.IsSecretariat)
            return new OnlyTheSecretariat();
        if (State is MeetingState.Closed or MeetingState.Adjourned)
            return new MeetingOver();
        if (string.IsNullOrWhiteSpace(guest.Name))
            return new TextMissing();
        if (guest.Capacity is not (Capacity.Expert or Capacity.Heard) || (CapacityOf(guest.Guest) is not null && !Guests.ContainsKey(guest.Guest)))
            return new NotOnTheList();
        if (IsIn(guest.Guest))
            return Happened();
        return (WhyNotYet(at) ?? WhyNotSo(guest.Mode)) is { } why ? why : Happened(new GuestSignedIn(guest.Guest, guest.Name.Trim(), guest.Capacity, guest.Mode));
    }

    // The list says who is there (rules of procedure, art. 10), which nobody can be before the day; once the meeting is open, it is.
    private NotYetSignable? WhyNotYet(DateTimeOffset at) =>
        State is MeetingState.Planned && Plan!.SignableFrom is { } from && at < from ? new(from) : null;

    private Refusal? WhyNotSo(AttendanceMode mode) =>
        Plan!.Modes is not { } modes || modes.Contains(mode) ? null
        : mode is AttendanceMode.Online ? new NotHeldOnline()
        : new NotHeldOnSite();

    private Outcome Out(SignOut signOut, Actor by)
    {
        if (signOut.Person != by.Person && !by.IsSecretariat)
            return new NotForAnother();
        if (IsOver || !IsIn(signOut.Person)) // the end of the meeting ended every stay
            return Happened();

        var left = new SignedOut(signOut.Person);
        return SeatOf(signOut.Person) is { } seat && Occupants.GetValueOrDefault(seat.Id) == signOut.Person
            && seat.PartnerOf(signOut.Person) is { } partner && IsIn(partner)
            ? Happened(left, new SeatOccupied(seat.Id, partner))
            : Happened(left);
    }

    private Outcome Correct(CorrectAttendance correct, Actor by, DateTimeOffset at)
    {
        if (!by.IsSecretariat)
            return new OnlyTheSecretariat();
        if (!Attendances.TryGetValue(correct.Person, out var attendance) || correct.Stay < 0 || correct.Stay >= attendance.Stays.Length)
            return new NotOnTheList();
        if (string.IsNullOrWhiteSpace(correct.Reason))
            return new ReasonMissing();

        // A correction changes times; it neither brings anyone in nor sends anyone out. Once the meeting is over it may
        // still say when someone left without signing out.
        var stays = attendance.Stays;
        var stay = stays[correct.Stay];
        var fits = (stay.Until is null == correct.Until is null || (IsOver && correct.Until is not null))
            && correct.From <= at
            && (correct.Until is { } until ? correct.From < until && until <= (EndedAt ?? at) : !(correct.From >= EndedAt)) // who did not sign out left at the end
            && (correct.Stay == 0 || stays[correct.Stay - 1].Until <= correct.From)
            && (correct.Stay == stays.Length - 1 || correct.Until <= stays[correct.Stay + 1].From)
            && VotedAt(correct.Person).Where(voted => stay.From <= voted && !(stay.Until < voted)).All(voted => correct.From <= voted && !(correct.Until < voted));
        return fits
            ? Happened(new AttendanceCorrected(correct.Person, correct.Stay, correct.From, correct.Until, correct.Reason.Trim()))
            : new TimesDoNotFit();
    }

    // Who voted was there then, and when that vote was counted; who was only taken to be there may have left unseen.
    private IEnumerable<DateTimeOffset> VotedAt(PersonId person) =>
        from ballot in Ballots
        from vote in ballot.Votes.Values
        where vote.Voter == person
        from at in ballot.Result?.Seats.Any(seat => seat.Seat == vote.Seat && seat.Voter == person && seat.Choice is not null) == true && ballot.ClosedAt is { } closed ? new[] { vote.At, closed } : [vote.At]
        select at;

    private Outcome Take(TakeSeat take, Actor by)
    {
        if (take.Person != by.Person && !by.IsSecretariat)
            return new NotForAnother();
        if (SeatOf(take.Seat) is not { } seat || SeatOf(take.Person)?.Id != seat.Id) // one person holds one seat
            return new NotOfThisSeat();
        if (!IsIn(take.Person))
            return new NotSignedIn();
        return Occupants.GetValueOrDefault(seat.Id) == take.Person ? Happened() : Happened(new SeatOccupied(seat.Id, take.Person));
    }

    private Outcome Recuse(Recuse recuse, Actor by)
    {
        if (recuse.Person != by.Person && !by.IsSecretariat)
            return new NotForAnother();
        if (ItemOf(recuse.Item) is not { } item)
            return new UnknownItem();
        if (CapacityOf(recuse.Person) is null)
            return new NotOnTheList();
        if (item.Recused.Contains(recuse.Person))
            return Happened();
        if (item.Conclusion is not null)
            return new ItemConcludedAlready();

        return Happened([new Recused(item.Id, recuse.Person), .. VotesUndone(item.Id, recuse.Person)]);
    }

    // What was counted with the seat of somebody who may not take part, and is not concluded yet, decides nothing (rules of procedure, art. 53): no
    // earlier ballot on the item either, which would count again when the last one falls.
    private IEnumerable<MeetingEvent> VotesUndone(ItemId item, PersonId recused) =>
        from ballot in Ballots
        where ballot is { State: BallotState.Closed, Result: not null } && ballot.Items.Contains(item) && ballot.Result.Seats.Any(s => CountsFor(s, recused))
        select (MeetingEvent)(ballot.IsBlock ? new ItemTakenOut(ballot.Id, item) : new BallotAnnulled(ballot.Id, "", ForRecusal: true));

    private bool CountsFor(VotingSeat seat, PersonId person) =>
        seat.Voter == person || (Proxies.ContainsKey(seat.Seat) && SeatOf(person) is { } own && own.Id == seat.Seat && own.Effective == person);

    private Outcome Withdraw(WithdrawRecusal withdraw, Actor by)
    {
        if (withdraw.Person != by.Person && !by.IsSecretariat && !MayJudge(withdraw.Item, by))
            return new NotForAnother();
        if (ItemOf(withdraw.Item) is not { } item || !item.Recused.Contains(withdraw.Person))
            return Happened();
        return Ballots.Any(b => b.Items.Contains(item.Id)) || item.Conclusion is not null
            ? new RecusalTooLate()
            : Happened(new RecusalWithdrawn(item.Id, withdraw.Person));
    }

    // Who chairs the item hears of a conflict (rules of procedure, art. 53 § 1); before the meeting begins, whoever may come to chair it.
    private bool MayJudge(ItemId item, Actor by) => !RecusedFrom(item).Contains(by.Person)
        && (State is MeetingState.Planned ? Plan is { } plan && plan.Presiders.Any(p => p.Person == by.Person) : PresidesOver(item, by));

    private Outcome Speak(MeetingCommand command, Actor by)
    {
        var (person, happened) = command switch
        {
            RaiseHand raise => (raise.Person, Speakers.Any(s => s.Person == raise.Person) ? null : (MeetingEvent)new HandRaised(raise.Person)),
            LowerHand lower => (lower.Person, Speakers.Any(s => s.Person == lower.Person) ? new HandLowered(lower.Person) : null),
            GiveFloor give => (give.Person, Speakers.Any(s => s.Person == give.Person && s.FloorSince is null) ? new FloorGiven(give.Person) : null),
            EndFloor end => (end.Person, Speakers.Any(s => s.Person == end.Person && s.FloorSince is not null) ? new FloorEnded(end.Person) : null),
            _ => throw new UnreachableException(),
        };
        if (command is GiveFloor && !Presides(by))
            return new OnlyTheChair();
        if (person != by.Person && !Presides(by))
            return new NotForAnother();
        if (!IsIn(person))
            return new NotSignedIn();
        return happened is null ? Happened() : Happened(happened);
    }

    private bool Presides(Actor by) => PresidesOver(Current, by);

    private bool PresidesOver(ItemId? item, Actor by) => (Presiding(item) ?? Presiding())?.Person == by.Person;

    // Whether one who would now decide on an item may not: a member with a voice, the giver of a proxy, or who presides.
    private bool IsRecusedFrom(Item item) => !item.Recused.IsEmpty
        && (Seats().Any(s => s.Voter is { } voter && (item.Recused.Contains(voter)
                || (s.State is SeatState.Represented && item.Recused.Contains(SeatOf(s.Seat)!.Effective))))
            || (Presiding() is { } presider && item.Recused.Contains(presider.Person)));

    private bool HasVoice(PersonId person) => Seats().Any(s => s.Voter == person);
}
