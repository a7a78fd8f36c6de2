using System.Diagnostics;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Presence;

namespace WitaLive.Domain.Meetings;

// What is so after each event. Trusts the journal: whatever stands there was decided once.
public sealed partial record Meeting
{
    private Meeting Changed(MeetingEvent happened) => happened switch
    {
        MeetingPrepared prepared => Prepared(prepared.Plan),
        ProxyReceived received => this with { Proxies = Proxies.SetItem(received.Proxy.Giver, received.Proxy) },
        MeetingOpened => this with { State = MeetingState.Open, OpenedAt = happened.At },
        MeetingSuspended suspended => Paused(happened, Trimmed(suspended.Reason)) with { State = MeetingState.Suspended, SuspendedFor = Trimmed(suspended.Reason), Speakers = [] },
        MeetingResumed => Resumed(happened.At) with { State = MeetingState.Open, SuspendedFor = null },
        MeetingAdjourned => Ended(MeetingState.Adjourned, happened.At),
        MeetingClosed => Ended(MeetingState.Closed, happened.At),
        SignedIn signedIn => Arrived(signedIn.Person, CapacityOf(signedIn.Person)!.Value, signedIn.Mode, happened),
        GuestSignedIn guest => Arrived(guest.Person, guest.Capacity, guest.Mode, happened) with { Guests = Guests.SetItem(guest.Person, guest.Name) },
        SignedOut signedOut => Left(signedOut.Person, happened.At),
        AttendanceCorrected corrected => Corrected(corrected),
        SeatOccupied taken => this with { Occupants = Occupants.SetItem(taken.Seat, taken.Person) },
        Recused recused => With(recused.Item, item => item with { Recused = item.Recused.Add(recused.Person) }),
        RecusalWithdrawn withdrawn => With(withdrawn.Item, item => item with { Recused = item.Recused.Remove(withdrawn.Person) }),
        HandRaised raised => this with { Speakers = Speakers.Add(new(raised.Person, happened.At)) },
        HandLowered lowered => this with { Speakers = Speakers.RemoveAll(s => s.Person == lowered.Person) },
        FloorGiven given => this with
        {
            Speakers = [.. Speakers.Where(s => s.FloorSince is null || s.Person == given.Person)
                .Select(s => s.Person == given.Person ? s with { FloorSince = happened.At } : s)],
        },
        FloorEnded ended => this with { Speakers = Speakers.RemoveAll(s => s.Person == ended.Person) },
        ItemCalled called => LeaveItem(happened.At) with { Current = called.Item, CurrentSince = happened.At, Speakers = [] },
        ItemProposed proposed => this with { Proposed = Proposed.Add(new(proposed.Item, [])) },
        ItemConsented consented => this with
        {
            Proposed = [.. Proposed.Select(p => p.Item.Id == consented.Item ? p with { Agreed = p.Agreed.Add(consented.Seat) } : p)],
        },
        ItemLeftOff left => this with { Proposed = Proposed.RemoveAll(p => p.Item.Id == left.Item) },
        ItemAdded added => this with
        {
            Items = Items.Add(new(added.Item) { AddedInMeeting = true }),
            Proposed = Proposed.RemoveAll(p => p.Item.Id == added.Item.Id),
        },
        HearingStarted started => With(started.Item, item => item with { Hearings = item.Hearings.Add(new(started.Heard, happened.At)) }),
        HearingEnded ended => With(ended.Item, item => item with { Hearings = [.. item.Hearings[..^1], item.Hearings[^1] with { Until = happened.At }] }),
        ItemConcluded concluded => Concluded(concluded),
        ConclusionUndone undone => LeaveItem(happened.At)
            .With(undone.Item, item => item with { Conclusion = null }) with { Current = undone.Item, CurrentSince = happened.At },
        ActivityMarked marked => Marked(marked),
        NoteTaken note => this with { Notes = Notes.Add(new(note.Note, note.Item, note.Text, happened.By, happened.At)) },
        BallotOpened opened => this with
        {
            PastBallots = Ballot is null ? PastBallots : PastBallots.Add(Ballot),
            Ballot = new(opened.Ballot, opened.Items, opened.Options, opened.Rule, opened.CountsHidden, happened.At) { EndsAt = opened.EndsAt, Activities = opened.Activities ?? [] },
        },
        BallotExtended extended => With(extended.Ballot, ballot => ballot with { EndsAt = extended.Until }),
        VoteCast cast => With(cast.Ballot, ballot => ballot with
        {
            Votes = ballot.Votes.SetItem(cast.Seat, new(cast.Id, cast.Seat, cast.Voter, cast.Choice, happened.At, cast.Witness)),
            Seen = ballot.Seen.Add(cast.Id),
            Unconfirmed = ballot.Unconfirmed.IsEmpty ? ballot.Unconfirmed : ballot.Unconfirmed.RemoveAll(u => u.Seat == cast.Seat),
            Removed = ballot.Removed.IsEmpty ? ballot.Removed : ballot.Removed.RemoveAll(r => r.Seat == cast.Seat),
        }),
        WitnessedVoteEntered entered => With(entered.Ballot, ballot => ballot with
        {
            Unconfirmed = ballot.Unconfirmed.RemoveAll(u => u.Seat == entered.Seat)
                .Add(new(entered.Id, entered.Seat, entered.Voter, entered.Choice, entered.Means, happened.By)),
            Removed = ballot.Removed.RemoveAll(r => r.Seat == entered.Seat),
        }),
        WitnessedVoteRejected rejected => With(rejected.Ballot, ballot => ballot with
        {
            Unconfirmed = ballot.Unconfirmed.RemoveAll(u => u.Id == rejected.Id),
            Removed = ballot.Removed.AddRange(ballot.Unconfirmed.Where(u => u.Id == rejected.Id).Select(u => new RemovedVote(u.Seat, u.Voter, happened.By))),
        }),
        ItemTakenOut takenOut => With(takenOut.Ballot, ballot => ballot with
        {
            Items = ballot.Items.Remove(takenOut.Item),
            TakenOut = ballot.TakenOut.Add(takenOut.Item),
        }),
        BallotSuspended suspended => With(suspended.Ballot, ballot => ballot with { State = BallotState.Suspended }),
        BallotResumed resumed => With(resumed.Ballot, ballot => ballot with { State = BallotState.Open }),
        BallotConcluded concluded => With(concluded.Ballot, ballot => ballot with
        {
            State = BallotState.Closed, Result = concluded.Result, ClosedAt = happened.At, Unconfirmed = [], Removed = [],
        }),
        BallotAnnulled annulled => With(annulled.Ballot, ballot => ballot with { State = BallotState.Annulled, ClosedAt = happened.At, Unconfirmed = [], Removed = [] }),
        HoursCorrected corrected => this with
        {
            OpenedAt = corrected.OpenedAt, EndedAt = corrected.EndedAt, RecordedOpening = RecordedOpening ?? OpenedAt, RecordedEnd = RecordedEnd ?? EndedAt,
        },
        PauseCorrected corrected => Corrected(corrected),
        ConclusionCorrected corrected => With(corrected.Item, item => item with { Conclusion = item.Conclusion! with { Reason = corrected.Text } }),
        HearingCorrected corrected => Corrected(corrected),
        GuestCorrected corrected => this with { Guests = Guests.SetItem(corrected.Person, corrected.Name) },
        ReportClosed => this with { IsReportClosed = true },
        _ => throw new UnreachableException($"This version does not know the event {happened.GetType().Name}."),
    };

    private Meeting Prepared(MeetingPlan plan) => this with
    {
        Plan = plan,
        _seats = plan.Seats.ToImmutableDictionary(seat => seat.Id),
        _seatOfPerson = plan.Seats
            .SelectMany(seat => seat.Substitute is { } substitute ? new[] { (seat.Effective, seat), (substitute, seat) } : [(seat.Effective, seat)])
            .DistinctBy(pair => pair.Item1)
            .ToImmutableDictionary(pair => pair.Item1, pair => pair.seat),
        Items = [.. plan.Agenda.Select(planned => (ItemOf(planned.Id) ?? new Item(planned)) with { Planned = planned })],
        // One that ended because its giver or substitute came stays ended; one that the plan had and has no more was withdrawn.
        Proxies = plan.Proxies.Where(proxy => !Occupants.ContainsKey(proxy.Giver) && (Proxies.ContainsKey(proxy.Giver) || Plan?.Proxies.Contains(proxy) is not true))
            .Aggregate(Proxies.RemoveRange(Plan is null ? [] : Plan.Proxies.Except(plan.Proxies).Select(proxy => proxy.Giver)), (proxies, proxy) => proxies.SetItem(proxy.Giver, proxy)),
    };

    private Meeting Arrived(PersonId person, Capacity capacity, AttendanceMode mode, MeetingEvent happened)
    {
        var line = Attendances.GetValueOrDefault(person) ?? new(person, capacity, []);
        var after = this with
        {
            Attendances = Attendances.SetItem(person, line with { Stays = line.Stays.Add(new(happened.At, null, mode, happened.By)) }),
        };
        // Giver or substitute is here: the proxy has ended (law reference §10, O-18).
        return SeatOf(person) is { } seat && Proxies.ContainsKey(seat.Id) ? after with { Proxies = Proxies.Remove(seat.Id) } : after;
    }

    private Meeting Left(PersonId person, DateTimeOffset at)
    {
        var line = Attendances[person];
        return this with
        {
            Attendances = Attendances.SetItem(person, line with { Stays = [.. line.Stays[..^1], line.Stays[^1] with { Until = at }] }),
            Occupants = SeatOf(person) is { } seat && Occupants.GetValueOrDefault(seat.Id) == person ? Occupants.Remove(seat.Id) : Occupants,
            Speakers = Speakers.RemoveAll(s => s.Person == person),
        };
    }

    private Meeting Corrected(AttendanceCorrected corrected)
    {
        var line = Attendances[corrected.Person];
        var stay = line.Stays[corrected.Stay] with { From = corrected.From, Until = corrected.Until, Correction = corrected.Reason };
        return this with { Attendances = Attendances.SetItem(corrected.Person, line with { Stays = line.Stays.SetItem(corrected.Stay, stay) }) };
    }

    private Meeting Concluded(ItemConcluded concluded)
    {
        var after = Current == concluded.Item ? LeaveItem(concluded.At, concluded.Ballot) : this;
        return after.With(concluded.Item, item => item with
        {
            Conclusion = new(concluded.Kind, concluded.Outcome, concluded.Reason, concluded.Ballot, concluded.ReferTo, concluded.ForPresident, concluded.At, concluded.Asked),
        });
    }

    private Meeting With(ItemId id, Func<Item, Item> change)
    {
        var at = Items.FindIndex(item => item.Id == id);
        return at < 0 ? this : this with { Items = Items.SetItem(at, change(Items[at])) };
    }

    private Meeting With(BallotId id, Func<Ballot, Ballot> change)
    {
        if (Ballot?.Id == id)
            return this with { Ballot = change(Ballot) };
        var at = PastBallots.FindIndex(ballot => ballot.Id == id);
        return at < 0 ? this : this with { PastBallots = PastBallots.SetItem(at, change(PastBallots[at])) };
    }
}

file static class ImmutableArrayExtensions
{
    public static int FindIndex<T>(this ImmutableArray<T> array, Predicate<T> match)
    {
        for (var i = 0; i < array.Length; i++)
        {
            if (match(array[i]))
                return i;
        }
        return -1;
    }
}
