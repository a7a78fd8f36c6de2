using System.Diagnostics;
using System.Text.Json.Serialization;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Presence;
using WitaLive.Domain.Quorum;
using WitaLive.Domain.Reports;

namespace WitaLive.Domain.Meetings;

[JsonConverter(typeof(JsonStringEnumConverter<MeetingState>))]
public enum MeetingState
{
    Planned,
    Open,
    Suspended,
    Adjourned,
    Closed,
}

/// <summary>One meeting as its journal tells it: <see cref="Decide"/> says what happens, <see cref="Apply"/> what is so after.</summary>
public sealed partial record Meeting
{
    /// <summary>How many events this state is built from; the next event's sequence number.</summary>
    public int Version { get; init; }

    public MeetingPlan? Plan { get; init; }

    public MeetingState State { get; init; }

    /// <summary>Why it is suspended, where that was said.</summary>
    public string? SuspendedFor { get; init; }

    /// <summary>Without a quorum, what is left goes to a second convocation: this one was a first convocation, and people were convened (rules of procedure, art. 17 § 1 and 20 § 1).</summary>
    public bool IsFirstConvocation => Plan is { SecondConvocation: false, ConvenedAt: not null };

    /// <summary>Where goes what a second meeting left that had no quorum either (rules of procedure, art. 17 § 1); null for any other.</summary>
    public FormationCode? LeftGoesTo => this is { State: MeetingState.Adjourned, Plan: { SecondConvocation: true, Quorum.RefersTo: { } formation } } ? formation : null;

    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>When it closed or adjourned.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When the last event happened.</summary>
    public DateTimeOffset At { get; init; }

    public ImmutableDictionary<PersonId, Attendance> Attendances { get; init; } = ImmutableDictionary<PersonId, Attendance>.Empty;

    /// <summary>Guests the secretariat entered, and how they are called.</summary>
    public ImmutableDictionary<PersonId, string> Guests { get; init; } = ImmutableDictionary<PersonId, string>.Empty;

    /// <summary>Who of the duo sits, leaving recusals aside.</summary>
    public ImmutableDictionary<SeatId, PersonId> Occupants { get; init; } = ImmutableDictionary<SeatId, PersonId>.Empty;

    /// <summary>By the seat that gave it.</summary>
    public ImmutableDictionary<SeatId, Proxy> Proxies { get; init; } = ImmutableDictionary<SeatId, Proxy>.Empty;

    public ImmutableArray<Item> Items { get; init; } = [];

    /// <summary>The item being dealt with.</summary>
    public ItemId? Current { get; init; }

    public DateTimeOffset? CurrentSince { get; init; }

    public ImmutableArray<ProposedItem> Proposed { get; init; } = [];

    /// <summary>In the order in which they were opened; at most the last one runs.</summary>
    public ImmutableArray<Ballot> PastBallots { get; init; } = [];

    /// <summary>The ballot opened last, whatever became of it.</summary>
    public Ballot? Ballot { get; init; }

    public ImmutableArray<Speaker> Speakers { get; init; } = [];

    public ImmutableArray<Note> Notes { get; init; } = [];

    public IEnumerable<Ballot> Ballots => Ballot is null ? PastBallots : PastBallots.Append(Ballot);

    public Item? CurrentItem => Current is { } id ? ItemOf(id) : null;

    public Item? ItemOf(ItemId id) => Items.FirstOrDefault(item => item.Id == id);

    /// <summary>What a person asks for, and what happens because of it; or why not. Changes nothing.</summary>
    /// <param name="by">Who asks, as the server knows it; never taken from a browser.</param>
    /// <param name="at">Now, UTC.</param>
    public Outcome Decide(MeetingCommand command, Actor by, DateTimeOffset at)
    {
        var outcome = Answer(Read(command), by, at);
        if (outcome is not Outcome.Ok(var events) || events.IsEmpty)
            return outcome;

        var stamped = events.Select(e => e with { At = at, By = by.Person }).ToImmutableArray();
        return stamped.AddRange(FollowingFrom(stamped).Select(e => e with { At = at, By = by.Person }));
    }

    public Meeting Apply(MeetingEvent happened) => Changed(happened) with { Version = Version + 1, At = happened.At };

    private Outcome Answer(MeetingCommand command, Actor by, DateTimeOffset at)
    {
        if (command is PrepareMeeting prepare)
            return Prepare(prepare.Plan);
        if (Plan is null)
            return new MeetingNotPrepared();
        if (IsRepeated(command)) // sent again after a cut: the first answer stands, whatever came later
            return Happened();

        return command switch
        {
            not SignOut when IsCancelled => new MeetingIsCancelled(),
            CorrectAttendance or CorrectFact or TakeNote when IsReportClosed => new ReportIsClosed(),
            CloseReport => CloseTheReport(by),
            CorrectFact correct => Correct(correct, by, at),
            ReceiveProxy proxy => Receive(proxy, by, at),
            SignIn signIn => In(signIn, by, at),
            SignInGuest guest => GuestIn(guest, by, at),
            SignOut signOut => Out(signOut, by),
            CorrectAttendance correct => Correct(correct, by, at),
            _ when IsOver => AfterTheEnd(command, by),
            TakeSeat take => Take(take, by),
            Recuse recuse => Recuse(recuse, by),
            WithdrawRecusal withdraw => Withdraw(withdraw, by),
            EvokeItem evoke => Evoke(evoke, by),
            OpenMeeting => Open(by),
            AdjournMeeting => Adjourn(by, at),
            _ when State is MeetingState.Planned => new MeetingNotOpen(),
            TakeNote note => Take(note, by),
            SuspendMeeting suspend => Suspend(suspend, by),
            ResumeMeeting => Resume(by),
            CloseMeeting close => Close(close, by),
            UndoConclusion undo => Undo(undo, by, at),
            _ when State is MeetingState.Suspended => new MeetingNotOpen(),
            RaiseHand or LowerHand or GiveFloor or EndFloor => Speak(command, by),
            CallItem call => Call(call, by),
            ProposeItem propose => Propose(propose, by),
            ConsentToItem consent => Consent(consent, by),
            LeaveItemOff leave => LeaveOff(leave, by),
            AddUrgentItem urgent => AddUrgent(urgent, by),
            StartHearing start => StartHearing(start, by),
            EndHearing end => EndHearing(end, by),
            MarkActivity mark => Mark(mark, by),
            ConcludeItems conclude => Conclude(conclude, by),
            OpenBallot open => Open(open, by, at),
            ExtendBallot extend => Extend(extend, by, at),
            CastVote vote => Cast(vote, by),
            EnterWitnessedVote enter => Enter(enter, by),
            ConfirmWitnessedVote confirm => Confirm(confirm, by),
            RejectWitnessedVote reject => Reject(reject, by),
            TakeOutOfBlock takeOut => TakeOut(takeOut, by),
            ResumeBallot resume => Resume(resume, by),
            CloseBallot close => Close(close, by),
            AnnulBallot annul => Annul(annul, by),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Called off before it began: nothing begins here any more.</summary>
    public bool IsCancelled => Plan is { CancelledAt: not null };

    /// <summary>Closed or adjourned: only the record of it may still be completed.</summary>
    public bool IsOver => State is MeetingState.Closed or MeetingState.Adjourned;

    // A meeting that is over still takes the secretary's notes, until its report is closed.
    private Outcome AfterTheEnd(MeetingCommand command, Actor by) => command switch
    {
        TakeNote note => Take(note, by),
        CloseMeeting when State is MeetingState.Closed => Happened(),
        AdjournMeeting when State is MeetingState.Adjourned => Happened(),
        UndoConclusion => new ConclusionsAreFinal(), // an item opened again would stay so: nobody could conclude it any more
        _ => new MeetingOver(),
    };

    // What a change of who is there does to a running ballot. Quorum is asked at every decision (rules of procedure, art. 49):
    // the ballot stops the moment it is lost. And a block keeps no file from which someone now sitting is recused.
    private ImmutableArray<MeetingEvent> FollowingFrom(ImmutableArray<MeetingEvent> events)
    {
        if (Ballot is not { IsRunning: true } || !events.Any(e => e is SignedIn or SignedOut or SeatOccupied or Recused or RecusalWithdrawn or ItemTakenOut))
            return [];

        var after = events.Aggregate(this, (meeting, e) => meeting.Apply(e));
        var following = ImmutableArray.CreateBuilder<MeetingEvent>();
        while (after.Ballot is { IsRunning: true, IsBlock: true } block && block.Items.Select(after.ItemOf).FirstOrDefault(after.IsRecusedFrom!) is { } item)
        {
            following.Add(new ItemTakenOut(block.Id, item.Id));
            after = after.Apply(following[^1]);
        }
        if (after.Ballot is { State: BallotState.Open } ballot && after.QuorumFor(ballot) is { MayDecide: false } quorum)
            following.Add(new BallotSuspended(ballot.Id, quorum));
        return following.ToImmutable();
    }

    /// <summary>Whether enough seats and someone to preside are there to decide on an item, now.</summary>
    /// <param name="item">The item, for recusals; null for the meeting as a whole.</param>
    public QuorumStatus Quorum(ItemId? item = null)
    {
        var present = new Dictionary<GroupCode, int>();
        foreach (var seat in Seats(item))
            present[seat.Group] = present.GetValueOrDefault(seat.Group) + (seat.Counts ? 1 : 0);
        return Plan!.Quorum.Assess(present, Presiding(item)?.Role, Plan.SecondConvocation);
    }

    private QuorumStatus QuorumFor(Ballot ballot) => Quorum(ItemFor(ballot));

    private static Outcome Happened(params ReadOnlySpan<MeetingEvent> events) => ImmutableArray.Create(events);
}
