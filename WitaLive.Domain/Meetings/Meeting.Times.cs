using WitaLive.Domain.Presence;
using WitaLive.Domain.Sessions;

namespace WitaLive.Domain.Meetings;

// How long the meeting paused, how long its items were dealt with and people stayed: all of it follows when hours or pauses are put right.
public sealed partial record Meeting
{
    /// <summary>As they were noted or put right, in that order; a correction names them by their place.</summary>
    public ImmutableArray<MeetingPause> Pauses { get; init; } = [];

    /// <summary>The pauses there were, by their hour, with the end that they had by the meeting's own. What is of no length was put right to be none.</summary>
    public IEnumerable<MeetingPause> PausesHeld => Pauses
        .Select(pause => pause with { Until = pause.Until > EndedAt ? EndedAt : pause.Until ?? EndedAt })
        .Where(pause => pause.Until is null || pause.From < pause.Until)
        .OrderBy(pause => pause.From);

    /// <summary>How long an item was dealt with, pauses left out. A file that was voted on with others, and that nobody called, has its share of the time from the opening of that vote to the conclusion.</summary>
    public TimeSpan TimeOn(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Spent == TimeSpan.Zero && item.Conclusion is { Ballot: { } decidedBy, At: var at } && Ballots.FirstOrDefault(b => b.Id == decidedBy) is { } ballot
            ? Ran(ballot.OpenedAt, at) / ballot.Items.Length
            : item.Dealt.Aggregate(TimeSpan.Zero, (sum, stretch) => (stretch.Until ?? EndedAt) is { } until ? sum + (Ran(stretch.From, until) / stretch.Among) : sum);
    }

    /// <summary>Until when somebody stayed: to the end of the meeting, unless they left before. Who came after an end that was put right stayed no time at all.</summary>
    public DateTimeOffset? EndOf(Stay stay)
    {
        ArgumentNullException.ThrowIfNull(stay);
        return stay.Until ?? (EndedAt < stay.From ? stay.From : EndedAt);
    }

    // One item stands for those that are decided with it: they share its time.
    private Meeting LeaveItem(DateTimeOffset at, BallotId? decidedBy = null)
    {
        var left = this with { Current = null, CurrentSince = null };
        if (CurrentItem is not { } item || CurrentSince is not { } since)
            return left;
        ImmutableArray<ItemId> together = Ballots.FirstOrDefault(ballot => ballot.Id == decidedBy) is { } ballot ? ballot.Items : [item.Id];
        var stretch = new Stretch(since, at, together.Length);
        return together.Aggregate(left, (meeting, id) => meeting.With(id, i => i with { Dealt = i.Dealt.Add(stretch), Spent = i.Spent + ((at - since) / together.Length) }));
    }

    private Meeting Ended(MeetingState state, DateTimeOffset at)
    {
        var left = LeaveItem(at);
        return left with
        {
            State = state, EndedAt = at, Speakers = [], Proposed = [],
            Items = [.. left.Items.Select(item => item.Dealt is [.., { Until: { } until } last] && until == at ? item with { Dealt = [.. item.Dealt[..^1], last with { Until = null }] } : item)],
        };
    }

    private Meeting Paused(MeetingEvent happened, string? reason) => this with { Pauses = Pauses.Add(new(happened.At, null, reason)) };

    private Meeting Resumed(DateTimeOffset at) => Pauses is [.., { Until: null } last] ? this with { Pauses = [.. Pauses[..^1], last with { Until = at }] } : this;

    private Meeting Corrected(PauseCorrected corrected)
    {
        // One until the end still ends with it, whatever the end is put right to.
        var pause = new MeetingPause(corrected.From, corrected.Until >= EndedAt ? null : corrected.Until, Trimmed(corrected.Text), corrected.Reason);
        return this with { Pauses = corrected.Pause < Pauses.Length ? Pauses.SetItem(corrected.Pause, pause) : Pauses.Add(pause) };
    }

    // Within the hours of the meeting, without its pauses.
    private TimeSpan Ran(DateTimeOffset from, DateTimeOffset until)
    {
        var spell = new Spell(from, until).Within(new(OpenedAt ?? from, EndedAt ?? until));
        return Pauses.IsEmpty ? spell.Length : Spell.Together(Spell.Without([spell], [.. PausesHeld.Select(pause => new Spell(pause.From, pause.Until ?? until))]));
    }
}
