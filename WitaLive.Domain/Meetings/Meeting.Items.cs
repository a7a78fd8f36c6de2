using WitaLive.Domain.Ballots;
using WitaLive.Domain.Quorum;

namespace WitaLive.Domain.Meetings;

// The course of the meeting: opening, items, hearings, conclusions, the end.
public sealed partial record Meeting
{
    /// <summary>Items that nobody has yet concluded, in the order of the agenda.</summary>
    public IEnumerable<Item> Waiting => Items.Where(item => item.Conclusion is null);

    /// <summary>What the rule makes of an item, from the last ballot on it; null while there is none to go by.</summary>
    /// <remarks>Source: royal decree, art. 4 § 4 (referral); law reference §10, O-8 (enlarged chamber).</remarks>
    public ConcludeItems? ByRule(ItemId item)
    {
        if (LastResultOn(item) is not { Result: { } result })
            return null;
        return (result.Carried, Plan!.ReferTo) switch
        {
            ({ } outcome, _) => new([item], ConclusionKind.Decided, outcome),
            (null, not null) => new([item], ConclusionKind.Referred),
            (null, null) => new([item], ConclusionKind.Postponed),
        };
    }

    /// <summary>Why the meeting cannot be closed yet: what was voted on is concluded, not put off. Null when nothing stands in the way.</summary>
    public ItemStillOpen? StillOpen => Waiting.FirstOrDefault(item => LastResultOn(item.Id) is not null) is { } voted ? new(voted.Planned.Number) : null;

    private Ballot? LastResultOn(ItemId item) => Ballots.LastOrDefault(b => b.State is BallotState.Closed && b.Items.Contains(item));

    private Outcome Open(Actor by)
    {
        if (State is not MeetingState.Planned)
            return Happened();
        if (Presiding() is not { } presider)
            return new NoOnePresides();
        return presider.Person == by.Person ? Happened(new MeetingOpened(Quorum(), presider.Role)) : new OnlyTheChair();
    }

    private Outcome Suspend(SuspendMeeting suspend, Actor by)
    {
        if (!Presides(by))
            return new OnlyTheChair();
        if (Ballot is { State: BallotState.Open }) // one that waits for the quorum may wait through the pause
            return new BallotStillOpen();
        return State is MeetingState.Suspended ? Happened() : Happened(new MeetingSuspended(suspend.Reason?.Trim()));
    }

    private Outcome Resume(Actor by)
    {
        if (!Presides(by))
            return new OnlyTheChair();
        return State is MeetingState.Open ? Happened() : Happened(new MeetingResumed());
    }

    // Nobody may be there to preside: then the secretariat establishes that there is no quorum.
    private Outcome Adjourn(Actor by, DateTimeOffset at)
    {
        if (!Presides(by) && !(by.IsSecretariat && InTheChair is null))
            return new OnlyTheChair();
        if (Plan is { } plan && at < plan.StartsAt)
            return new NotBeforeTheStart(plan.StartsAt); // until the printed hour anyone may still come
        var quorum = Quorum();
        if (quorum.MayDecide)
            return new QuorumIsThere();

        var events = ImmutableArray.CreateBuilder<MeetingEvent>();
        if (Ballot is { IsRunning: true } ballot)
            events.Add(new BallotAnnulled(ballot.Id, ""));
        events.AddRange(HearingsEnded());
        // What was voted on while there was a quorum stands: it goes the way the rule gives, and no second time to the vote.
        var voted = Waiting.Where(item => LastResultOn(item.Id) is not null).ToList();
        foreach (var item in voted)
        {
            if (ConclusionOf(item, ByRule(item.Id)!) is Result<ItemConcluded>.Ok(var concluded))
                events.Add(concluded);
        }
        var referTo = quorum.Consequence is QuorumConsequence.Refer ? Plan!.Quorum.RefersTo : null;
        events.Add(new MeetingAdjourned(quorum, [.. Waiting.Except(voted).Select(item => item.Id)], referTo));
        return events.ToImmutable();
    }

    private IEnumerable<MeetingEvent> HearingsEnded() => CurrentItem is { IsHearing: true } heard ? [new HearingEnded(heard.Id)] : [];

    private Outcome Close(CloseMeeting close, Actor by)
    {
        if (!Presides(by))
            return new OnlyTheChair();
        if (Ballot is { IsRunning: true })
            return new BallotStillOpen();

        if (StillOpen is { } still)
            return still;

        var left = Waiting.ToImmutableArray();
        if (left.Length > 0 && string.IsNullOrWhiteSpace(close.Reason))
            return new ReasonMissing();
        return HearingsEnded()
            .Concat(left.Select(item => new ItemConcluded(item.Id, ConclusionKind.Postponed, null, close.Reason!.Trim(), null, null)))
            .Append(new MeetingClosed())
            .ToImmutableArray();
    }

    private Outcome Call(CallItem call, Actor by)
    {
        if (!Presides(by))
            return new OnlyTheChair();
        if (ItemOf(call.Item) is not { } item)
            return new UnknownItem();
        if (Current == item.Id)
            return Happened();
        if (item.Conclusion is not null)
            return new ItemConcludedAlready();
        if (Ballot is { IsRunning: true })
            return new BallotStillOpen();
        return HearingsEnded().Append(new ItemCalled(item.Id)).ToImmutableArray();
    }

    private Outcome StartHearing(StartHearing start, Actor by)
    {
        if (!Presides(by))
            return new OnlyTheChair();
        if (Current != start.Item || CurrentItem is not { } item)
            return new ItemNotCalled();
        if (item.Conclusion is not null)
            return new ItemConcludedAlready();
        if (Ballot is { IsRunning: true })
            return new BallotStillOpen();
        var heard = start.Heard.Select(name => name.Trim()).Where(name => name.Length > 0).ToImmutableArray();
        if (heard.IsEmpty)
            return new TextMissing();
        return item.IsHearing ? Happened() : Happened(new HearingStarted(item.Id, heard));
    }

    private Outcome EndHearing(EndHearing end, Actor by)
    {
        if (!Presides(by))
            return new OnlyTheChair();
        return ItemOf(end.Item) is { IsHearing: true } ? Happened(new HearingEnded(end.Item)) : new HearingNotStarted();
    }

    private Outcome Conclude(ConcludeItems conclude, Actor by)
    {
        var events = ImmutableArray.CreateBuilder<MeetingEvent>();
        foreach (var id in conclude.Items.Distinct())
        {
            if (ItemOf(id) is not { } item)
                return new UnknownItem();
            if (!PresidesOver(id, by))
                return new OnlyTheChair();
            if (item.Conclusion is { } done)
            {
                if (done.Kind == conclude.Kind && done.Outcome == conclude.Outcome)
                    continue; // said twice, by a second click or a second tab
                return new ItemConcludedAlready();
            }
            switch (ConclusionOf(item, conclude))
            {
                case Result<ItemConcluded>.Refused(var why):
                    return why;
                case Result<ItemConcluded>.Ok(var happened):
                    if (item.IsHearing)
                        events.Add(new HearingEnded(id));
                    events.Add(happened);
                    break;
            }
        }
        return events.ToImmutable();
    }

    // Only a ballot decides, and only one that was not carried refers: nobody types a result.
    private Result<ItemConcluded> ConclusionOf(Item item, ConcludeItems conclude)
    {
        if (Ballot is { IsRunning: true } running && running.Items.Contains(item.Id))
            return new BallotStillOpen();
        if (LastResultOn(item.Id) is null && Current != item.Id && conclude.Kind is ConclusionKind.HearingAsked or ConclusionKind.InformationAsked)
            return new ItemNotCalled();

        var last = LastResultOn(item.Id);
        var carried = last?.Result?.Carried;
        switch (conclude.Kind)
        {
            case ConclusionKind.Decided:
                return carried is not null && carried == conclude.Outcome
                    ? new ItemConcluded(item.Id, ConclusionKind.Decided, carried, Trimmed(conclude.Reason), last!.Id, null)
                    : new NothingCarried();
            case ConclusionKind.Referred:
                if (Plan!.ReferTo is not { } referTo || last is null)
                    return new NothingToRefer();
                return carried is null
                    ? new ItemConcluded(item.Id, ConclusionKind.Referred, null, Trimmed(conclude.Reason), last.Id, referTo)
                    : new OutcomeCarried(carried);
            default:
                if (carried is not null)
                    return new OutcomeCarried(carried);
                var fell = conclude.Kind is ConclusionKind.Postponed && last is not null && Plan!.ReferTo is null;
                return Trimmed(conclude.Reason) is null && !fell
                    ? new ReasonMissing()
                    : new ItemConcluded(item.Id, conclude.Kind, null, Trimmed(conclude.Reason), last?.Id, null, ForPresident: fell);
        }
    }

    // Before the meeting nobody presides yet: then it is for the members chosen to do so (royal decree, art. 4 § 4; rules of procedure, art. 16).
    private Outcome Evoke(EvokeItem evoke, Actor by)
    {
        if (!Plan!.Presiders.Any(p => p.Person == by.Person && SeatOf(p.Person) is not null))
            return new OnlyTheChair();
        if (ItemOf(evoke.Item) is not { } item)
            return new UnknownItem();
        if (item.Conclusion is not null)
            return new ItemConcludedAlready();
        if (Ballots.Any(b => b.Items.Contains(item.Id)))
            return new EvokedAfterTheVote();
        if (Plan.ReferTo is not { } referTo)
            return new NothingToRefer();
        if (Trimmed(evoke.Reason) is not { } reason)
            return new ReasonMissing();
        var concluded = new ItemConcluded(item.Id, ConclusionKind.Referred, null, reason, null, referTo, Asked: Trimmed(evoke.Asked));
        return item.IsHearing ? Happened(new HearingEnded(item.Id), concluded) : Happened(concluded);
    }

    private Outcome Undo(UndoConclusion undo, Actor by, DateTimeOffset at)
    {
        if (ItemOf(undo.Item) is not { } item)
            return new UnknownItem();
        if (!PresidesOver(item.Id, by))
            return new OnlyTheChair();
        if (item.Conclusion is not { } conclusion)
            return Happened();
        if (Ballot is { IsRunning: true })
            return new BallotStillOpen();
        return at - conclusion.At > Plan!.UndoFor
            ? new UndoTooLate((int)Plan.UndoFor.TotalMinutes)
            : HearingsEnded().Append(new ConclusionUndone(item.Id)).ToImmutableArray();
    }

    private Outcome Take(TakeNote note, Actor by)
    {
        if (!by.IsSecretariat)
            return new OnlyTheSecretariat();
        if (string.IsNullOrWhiteSpace(note.Text))
            return new TextMissing();
        if (note.Item is { } id && ItemOf(id) is null)
            return new UnknownItem();
        return Notes.Any(n => n.Id == note.Note) ? Happened() : Happened(new NoteTaken(note.Note, note.Item, note.Text.Trim()));
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
