using WitaLive.Domain.Ballots;
using WitaLive.Domain.Presence;

namespace WitaLive.Domain.Meetings;

// Ballots and votes.
public sealed partial record Meeting
{
    /// <summary>Every seat that has a voice in this ballot and what its holder voted: now while it runs, as it was counted once it is closed.</summary>
    public IReadOnlyCollection<VotingSeat> VotingSeats(Ballot ballot)
    {
        if (ballot.Result is { } result)
            return result.Seats;

        var seats = new List<VotingSeat>();
        foreach (var seat in Seats(ItemFor(ballot)))
        {
            if (seat.Voter is { } voter)
                seats.Add(new(seat.Seat, seat.Group, voter, VoteOf(ballot, seat.Seat, voter)?.Choice));
        }
        return seats;
    }

    /// <summary>The vote that counts for a seat: the one its present holder gave. Nobody inherits a vote.</summary>
    public static Vote? VoteOf(Ballot ballot, SeatId seat, PersonId voter) =>
        ballot.Votes.TryGetValue(seat, out var vote) && vote.Voter == voter ? vote : null;

    /// <summary>The vote of a seat as screens show it: the one that counts now, or that counted when the ballot closed, whoever has come or gone since.</summary>
    public static Vote? VoteOn(Ballot ballot, SeatPresence seat) => ballot.Result switch
    {
        { } result => result.Seats.Any(s => s.Seat == seat.Seat && s.Choice is not null) ? ballot.Votes[seat.Seat] : null,
        null => seat.Voter is { } voter ? VoteOf(ballot, seat.Seat, voter) : null,
    };

    // A vote already received, whatever has become of the ballot and the meeting since.
    private bool IsRepeated(MeetingCommand command) => command switch
    {
        CastVote vote => AnyBallot(vote.Ballot) is { } ballot && ballot.Seen.Contains(vote.Id),
        EnterWitnessedVote enter => AnyBallot(enter.Ballot) is { } ballot && (ballot.Seen.Contains(enter.Id) || ballot.Unconfirmed.Any(u => u.Id == enter.Id)),
        ConfirmWitnessedVote confirm => AnyBallot(confirm.Ballot) is { } ballot && ballot.Seen.Contains(confirm.Id),
        _ => false,
    };

    // In a block nobody who sits is recused; a single item has its own recusals.
    private static ItemId? ItemFor(Ballot ballot) => ballot.IsBlock ? null : ballot.Items[0];

    private Outcome Open(OpenBallot open, Actor by, DateTimeOffset at)
    {
        if (!Presides(by))
            return new OnlyTheChair();
        if (Ballot?.Id == open.Ballot || PastBallots.Any(b => b.Id == open.Ballot))
            return Happened();
        if (Ballot is { IsRunning: true })
            return new BallotStillOpen();
        if (open.EndsAt <= at)
            return new EndsInThePast();
        var (items, options) = (open.Items.Distinct().ToImmutableArray(), open.Options.Distinct().ToImmutableArray());
        if (options.IsEmpty)
            return new NoOption();
        if (ItemsFor(items, options) is { } refusal)
            return refusal;

        var opened = new BallotOpened(open.Ballot, items, options, Plan!.Decision, open.CountsHidden, open.EndsAt, MarkedIn(items));
        var quorum = Quorum(items.Length > 1 ? null : items[0]);
        return quorum.MayDecide ? HearingsEnded().Append(opened).ToImmutableArray() : new NoQuorum(quorum); // nobody is heard while the members vote
    }

    // The ballot puts the whole: what was marked goes into its question, and stays there.
    private ImmutableArray<PutActivities>? MarkedIn(ImmutableArray<ItemId> items)
    {
        var put = items.Select(ItemOf).OfType<Item>().Where(item => !item.Marks.IsEmpty).Select(item => new PutActivities(item.Id, item.Marks)).ToImmutableArray();
        return put.IsEmpty ? null : put;
    }

    private Refusal? ItemsFor(IEnumerable<ItemId> ids, ImmutableArray<string> options)
    {
        var items = ids.Select(ItemOf).ToList();
        if (items.Count == 0 || items.Contains(null))
            return new UnknownItem();
        if (items.Find(i => i!.Conclusion is not null) is not null)
            return new ItemConcludedAlready();
        if (items.Count == 1 && Current != items[0]!.Id)
            return new ItemNotCalled();
        if (items.Select(i => LastResultOn(i!.Id)?.Result?.Carried).FirstOrDefault(c => c is not null) is { } carried)
            return new OutcomeCarried(carried); // it is decided: conclude it, or annul that ballot
        if (items.Exists(i => i!.Planned.Kind != items[0]!.Planned.Kind || !i.Planned.Outcomes.SequenceEqual(items[0]!.Planned.Outcomes)))
            return new BlockOfDifferentOutcomes();
        if (options.FirstOrDefault(o => !items[0]!.Planned.Outcomes.Contains(o)) is { } unknown)
            return new UnknownOption(unknown);
        if (items.Count > 1 && items.Find(i => Ballots.Any(b => b.TakenOut.Contains(i!.Id))) is { } contested)
            return new TakenOutBefore(contested.Planned.Number); // it is dealt with alone
        return items.Count > 1 && items.Find(i => IsRecusedFrom(i!)) is { } recused
            ? new RecusedInBlock(recused.Planned.Number)
            : null;
    }

    private Outcome Extend(ExtendBallot extend, Actor by, DateTimeOffset at)
    {
        if (!PresidesOver(extend.Ballot, by))
            return new OnlyTheChair();
        if (Running(extend.Ballot) is not { } ballot)
            return new BallotClosed();
        if (extend.Until <= at)
            return new EndsInThePast();
        return ballot.EndsAt == extend.Until ? Happened() : Happened(new BallotExtended(ballot.Id, extend.Until));
    }

    private Outcome Cast(CastVote vote, Actor by)
    {
        if (AnyBallot(vote.Ballot) is not { } ballot)
            return new BallotClosed();
        if (MayVote(ballot, vote.Seat, vote.Choice) is { } refusal)
            return refusal;
        return SeatFor(vote.Seat, ItemFor(ballot)).Voter == by.Person
            ? Happened(new VoteCast(vote.Id, ballot.Id, vote.Seat, by.Person, vote.Choice)) // a new id replaces the seat's earlier vote
            : new NotYourSeat();
    }

    private Refusal? MayVote(Ballot ballot, SeatId seat, Choice choice) => ballot.State switch
    {
        BallotState.Suspended => new BallotIsSuspended(),
        not BallotState.Open => new BallotClosed(),
        _ when !ballot.Choices.Contains(choice) => new UnknownOption(choice.Value),
        _ when SeatOf(seat) is null => new NotYourSeat(),
        _ => SeatFor(seat, ItemFor(ballot)).Counts ? null : new SeatHasNoVoice(),
    };

    private Outcome Enter(EnterWitnessedVote enter, Actor by)
    {
        if (!by.IsSecretariat)
            return new OnlyTheSecretariat();
        if (AnyBallot(enter.Ballot) is not { } ballot)
            return new BallotClosed();
        if (MayVote(ballot, enter.Seat, enter.Choice) is { } refusal)
            return refusal;
        var voter = SeatFor(enter.Seat, ItemFor(ballot)).Voter!.Value;
        return Happened(new WitnessedVoteEntered(enter.Id, ballot.Id, enter.Seat, voter, enter.Choice, enter.Means));
    }

    private Outcome Confirm(ConfirmWitnessedVote confirm, Actor by)
    {
        if (AnyBallot(confirm.Ballot) is not { } ballot)
            return new BallotClosed();
        if (ballot.Unconfirmed.FirstOrDefault(u => u.Id == confirm.Id) is not { } entered)
            return new NoSuchVote();
        if (!IsIn(by.Person))
            return new NotSignedIn();
        if (by.Person == entered.EnteredBy || !MayWitness(by))
            return new WitnessNeedsAnother();
        if (by.Person != entered.Voter && ballot.IsForItsVoter(entered))
            return new OwnVoteStands();
        // Named wrongly, it is entered anew: otherwise a hidden choice could be found by trying.
        if (confirm.Seen is { } seen && seen != entered.Choice)
            return Happened(new WitnessedVoteRejected(confirm.Id, ballot.Id));
        if (MayVote(ballot, entered.Seat, entered.Choice) is { } refusal)
            return refusal;
        return SeatFor(entered.Seat, ItemFor(ballot)).Voter == entered.Voter
            ? Happened(new VoteCast(entered.Id, ballot.Id, entered.Seat, entered.Voter, entered.Choice, new(entered.EnteredBy, by.Person, entered.Means)))
            : new SeatHasNoVoice();
    }

    private Outcome Reject(RejectWitnessedVote reject, Actor by)
    {
        if (AnyBallot(reject.Ballot) is not { } ballot)
            return Happened();
        if (ballot.Unconfirmed.All(u => u.Id != reject.Id))
            return ballot.Seen.Contains(reject.Id) ? new ConfirmedMeanwhile() : Happened();
        if (!IsIn(by.Person) && !by.IsSecretariat)
            return new NotSignedIn();
        return MayWitness(by) ? Happened(new WitnessedVoteRejected(reject.Id, ballot.Id)) : new WitnessNeedsAnother();
    }

    // Who is there to advise or to be heard has no part in how the Commission votes.
    private bool MayWitness(Actor by) => by.IsSecretariat || CapacityOf(by.Person) is not (null or Capacity.Expert or Capacity.Heard);

    private Outcome TakeOut(TakeOutOfBlock takeOut, Actor by)
    {
        if (Running(takeOut.Ballot) is not { } block)
            return new BallotClosed();
        if (!PresidesOver(block.Id, by) && !HasVoice(by.Person))
            return new NoVoice();
        if (block.TakenOut.Contains(takeOut.Item)) // two members may take the same file out at the same moment
            return Happened();
        return block.IsBlock && block.Items.Contains(takeOut.Item) ? Happened(new ItemTakenOut(block.Id, takeOut.Item)) : new NotInBlock();
    }

    private Outcome Resume(ResumeBallot resume, Actor by)
    {
        if (!PresidesOver(resume.Ballot, by))
            return new OnlyTheChair();
        if (Running(resume.Ballot) is not { } ballot)
            return new BallotClosed();
        if (ballot.State is BallotState.Open)
            return Happened();
        return QuorumFor(ballot) is { MayDecide: false } quorum ? new NoQuorum(quorum) : Happened(new BallotResumed(ballot.Id));
    }

    private Outcome Close(CloseBallot close, Actor by)
    {
        if (!PresidesOver(close.Ballot, by))
            return new OnlyTheChair();
        if (AnyBallot(close.Ballot) is not { } ballot || ballot.State is BallotState.Annulled)
            return new BallotClosed();
        return ballot.State switch
        {
            BallotState.Closed => Happened(),
            BallotState.Suspended => new BallotIsSuspended(),
            _ => Happened(new BallotConcluded(ballot.Id, BallotResult.Of(ballot, VotingSeats(ballot)))),
        };
    }

    private Outcome Annul(AnnulBallot annul, Actor by)
    {
        if (!PresidesOver(annul.Ballot, by))
            return new OnlyTheChair();
        if (string.IsNullOrWhiteSpace(annul.Reason))
            return new ReasonMissing();
        if (AnyBallot(annul.Ballot) is not { } ballot)
            return new BallotClosed();
        if (ballot.State is BallotState.Annulled)
            return Happened();
        return ballot.Items.Any(i => ItemOf(i)?.Conclusion is not null)
            ? new ItemConcludedAlready()
            : Happened(new BallotAnnulled(ballot.Id, annul.Reason.Trim()));
    }

    // Whoever may chair what the ballot is about, also when that item is no longer the one called.
    private bool PresidesOver(BallotId id, Actor by) => AnyBallot(id) is { } ballot ? PresidesOver(ItemFor(ballot), by) : Presides(by);

    private Ballot? Running(BallotId ballot) => Ballot is { IsRunning: true } running && running.Id == ballot ? running : null;

    private Ballot? AnyBallot(BallotId ballot) => Ballot?.Id == ballot ? Ballot : PastBallots.FirstOrDefault(b => b.Id == ballot);
}
