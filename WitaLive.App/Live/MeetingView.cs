using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Domain.Quorum;

namespace WitaLive.App.Live;

/// <summary>
/// One state of a meeting and what screens show of it: worked out once and shared by every screen. What is the same as in the state
/// before is the same object, so that a screen draws again only what differs.
/// </summary>
public sealed class MeetingView
{
    private readonly Lazy<ImmutableArray<SeatView>> _seats;
    private readonly Lazy<ImmutableArray<SeatGroup>> _groups;
    private readonly Lazy<Dictionary<PersonId, ImmutableArray<SeatView>>> _seatsByVoter;
    private readonly Lazy<QuorumStatus?> _quorum;
    private readonly Lazy<Presider?> _presiding;
    private readonly Lazy<BallotView?> _ballot;
    private readonly Lazy<ImmutableArray<GroupSeats>> _voices;
    private readonly Lazy<ImmutableArray<PersonHere>> _people;
    private readonly Lazy<ImmutableArray<SpeakerView>> _speakers;
    private readonly Lazy<ImmutableArray<Item>> _agenda;

    /// <param name="before">The state before this one; it is not kept, only what both have in common.</param>
    public MeetingView(MeetingId id, Meeting meeting, MeetingView? before = null)
    {
        (Id, Meeting) = (id, meeting);
        var seatsBefore = before?._seats is { IsValueCreated: true } seats ? seats.Value : [];
        var groupsBefore = before?._groups is { IsValueCreated: true } groups ? groups.Value : [];
        var ballotBefore = before?._ballot is { IsValueCreated: true } ballot ? ballot.Value : null;
        var quorumBefore = before?._quorum is { IsValueCreated: true } quorum ? quorum.Value : null;
        _agenda = before is not null && before.Meeting.Items == meeting.Items && before.Meeting.Pauses == meeting.Pauses && before.Meeting.EndedAt == meeting.EndedAt ? before._agenda : new(ViewAgenda);
        _people = before is not null && before.Meeting.Attendances == meeting.Attendances ? before._people : new(ViewPeople);
        _speakers = before is not null && before.Meeting.Speakers == meeting.Speakers ? before._speakers : new(ViewSpeakers);
        var voicesBefore = before?._voices is { IsValueCreated: true } voices ? voices.Value : [];
        _voices = new(() => ViewVoices(voicesBefore));
        _seats = new(() => ViewSeats(seatsBefore));
        _groups = new(() => SeatGroup.Of(Seats, groupsBefore));
        var byVoterBefore = before?._seatsByVoter is { IsValueCreated: true } byVoter ? byVoter.Value : null;
        _seatsByVoter = new(() => ViewSeatsByVoter(byVoterBefore));
        _quorum = new(() => ViewQuorum(quorumBefore));
        _presiding = new(() => meeting.InTheChair);
        _ballot = new(() => ViewBallot(ballotBefore));
    }

    public MeetingId Id { get; }

    public Meeting Meeting { get; }

    public int Version => Meeting.Version;

    /// <summary>The item that presence and quorum are shown for: that of the running ballot, otherwise the one being dealt with.</summary>
    public ItemId? Focus => Meeting.Ballot is { IsRunning: true } ballot
        ? ballot.IsBlock ? null : ballot.Items[0]
        : Meeting.Current;

    /// <summary>What screens name as being dealt with: the item of the ballot they show, otherwise the one called; null between items and for several files in one vote.</summary>
    /// <remarks>A block that has shrunk to one file is about that file, though nobody has called it.</remarks>
    public Item? About => (IsPassedOver ? null : Ballot?.Ballot) switch
    {
        null => Meeting.CurrentItem,
        { IsBlock: true } => null,
        var ballot => Meeting.ItemOf(ballot.Items[0]),
    };

    /// <summary>A result waits for its conclusion while another item has been called.</summary>
    public bool IsPassedOver => Ballot?.Ballot is { IsRunning: false } ballot && Meeting.Current is { } current
        && !ballot.Items.Contains(current) && Meeting.CurrentSince > ballot.ClosedAt;

    /// <summary>Every seat with a voice, in the order of the plan; empty while the meeting is not prepared.</summary>
    public ImmutableArray<SeatView> Seats => _seats.Value;

    /// <summary>The same seats, those of a group together.</summary>
    public ImmutableArray<SeatGroup> Groups => _groups.Value;

    /// <summary>How many seats of each group have a voice: the same object until somebody comes, goes or is recused.</summary>
    public ImmutableArray<GroupSeats> Voices => _voices.Value;

    public QuorumStatus? Quorum => _quorum.Value;

    public Presider? Presiding => _presiding.Value;

    /// <summary>The ballot opened last, as long as it matters: it runs, or its items are not yet concluded.</summary>
    public BallotView? Ballot => _ballot.Value;

    /// <summary>The items with the time each took, also those that were voted on with others.</summary>
    public ImmutableArray<Item> Agenda => _agenda.Value;

    /// <summary>Everyone who is here, by name.</summary>
    public ImmutableArray<PersonHere> People => _people.Value;

    public ImmutableArray<SpeakerView> Speakers => _speakers.Value;

    /// <summary>The seats this person may vote for now: their own and the one whose proxy they hold.</summary>
    public ImmutableArray<SeatView> SeatsOf(PersonId person) => _seatsByVoter.Value.GetValueOrDefault(person, []);

    /// <summary>Who is asked whether what was proposed in the meeting is added; nobody while nothing is.</summary>
    /// <seealso cref="Meeting.AskedForConsent"/>
    public ImmutableArray<SeatView> Asked => Meeting.Proposed.IsEmpty ? [] : [.. Meeting.AskedForConsent.Select(s => new SeatView(Meeting.SeatOf(s.Seat)!, s.State, s.Voter, Meeting.NameOf(s.Voter!.Value), null))];

    /// <summary>Whether the meeting, which may decide now, could no longer do so if this person left.</summary>
    public bool WouldLoseQuorumWithout(PersonId person) =>
        Meeting.Decide(new SignOut(person), new(person), Meeting.At) is Outcome.Ok(var events)
        && events.Aggregate(Meeting, (meeting, happened) => meeting.Apply(happened)).Quorum(Focus) is { MayDecide: false };

    private ImmutableArray<SeatView> ViewSeats(ImmutableArray<SeatView> before)
    {
        if (Meeting.Plan is null)
            return [];
        var ballot = Meeting.Ballot is { } last && Matters(last) ? last : null;
        var seats = ImmutableArray.CreateBuilder<SeatView>(Meeting.Plan.Seats.Length);
        var same = before.Length == Meeting.Plan.Seats.Length;
        foreach (var (planned, presence) in Meeting.Plan.Seats.Zip(Meeting.Seats(Focus)))
        {
            var vote = ballot is null ? null : Meeting.VoteOn(ballot, presence);
            var seat = new SeatView(planned, presence.State, presence.Voter, Meeting.NameOf(presence.Voter ?? planned.Effective), vote);
            if (seats.Count < before.Length && before[seats.Count] is var known && known == seat)
                seat = known;
            else
                same = false;
            seats.Add(seat);
        }
        return same ? before : seats.MoveToImmutable();
    }

    private Dictionary<PersonId, ImmutableArray<SeatView>> ViewSeatsByVoter(Dictionary<PersonId, ImmutableArray<SeatView>>? before)
    {
        var seats = new Dictionary<PersonId, ImmutableArray<SeatView>>(Seats.Length);
        foreach (var seat in Seats)
        {
            if (seat.Voter is { } voter)
                seats[voter] = seats.TryGetValue(voter, out var others) ? others.Add(seat) : [seat];
        }
        foreach (var voter in before is null ? [] : seats.Keys.ToList())
        {
            if (before!.TryGetValue(voter, out var known) && known.SequenceEqual(seats[voter]))
                seats[voter] = known;
        }
        return seats;
    }

    private ImmutableArray<GroupSeats> ViewVoices(ImmutableArray<GroupSeats> before)
    {
        ImmutableArray<GroupSeats> now = [.. Groups.Select(g => new GroupSeats(g.Group, g.Counting, g.Seats.Length))];
        return now.SequenceEqual(before) ? before : now;
    }

    private ImmutableArray<Item> ViewAgenda() => Meeting.Items.All(item => Meeting.TimeOn(item) == item.Spent)
        ? Meeting.Items
        : [.. Meeting.Items.Select(item => item with { Spent = Meeting.TimeOn(item) })];

    private ImmutableArray<PersonHere> ViewPeople() =>
    [
        .. Meeting.Attendances.Values.Where(a => a.IsIn)
            .Select(a => new PersonHere(a.Person, Meeting.NameOf(a.Person), a.Capacity, a.Stays[^1].Mode, a.Stays[^1].From))
            .OrderBy(p => p.Name, StringComparer.InvariantCultureIgnoreCase),
    ];

    private ImmutableArray<SpeakerView> ViewSpeakers() =>
        [.. Meeting.Speakers.Select(s => new SpeakerView(s.Person, Meeting.NameOf(s.Person), s.AskedAt, s.FloorSince))];

    private QuorumStatus? ViewQuorum(QuorumStatus? before)
    {
        var quorum = Meeting.Plan is null ? null : Meeting.Quorum(Focus);
        return quorum == before ? before : quorum;
    }

    private BallotView? ViewBallot(BallotView? before) =>
        Meeting.Ballot is { } ballot && Matters(ballot) ? BallotView.Of(ballot, Meeting.VotingSeats(ballot), before) : null;

    private bool Matters(Ballot ballot) => ballot.State is not BallotState.Annulled
        && (ballot.IsRunning || ballot.Items.Any(item => Meeting.ItemOf(item) is { Conclusion: null }));
}

/// <summary>A seat as screens show it.</summary>
/// <param name="Name">Who votes for it, or its effective member while nobody does.</param>
/// <param name="Vote">The vote of the ballot opened last that counts for it.</param>
public sealed record SeatView(PlannedSeat Seat, SeatState State, PersonId? Voter, string Name, Vote? Vote)
{
    public SeatId Id => Seat.Id;

    public bool HasVoted => Vote is not null;
}
