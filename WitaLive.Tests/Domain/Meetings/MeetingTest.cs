using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.Tests.Domain.Meetings;

/// <summary>Words for tests of a meeting: what a command causes, or why not.</summary>
public abstract class MeetingTest
{
    /// <summary>The command is refused for this reason, and the meeting says what it said before.</summary>
    protected static TRefusal Refused<TRefusal>(Meeting meeting, MeetingCommand command, Actor by, DateTimeOffset? at = null)
        where TRefusal : Refusal =>
        Assert.IsType<TRefusal>(Assert.IsType<Result<ImmutableArray<MeetingEvent>>.Refused>(meeting.Decide(command, by, at ?? A.Start)).Why);

    /// <summary>The command causes these kinds of events, in this order.</summary>
    protected static ImmutableArray<MeetingEvent> Causes(Meeting meeting, MeetingCommand command, Actor by, params Type[] kinds)
    {
        var events = meeting.Events(command, by);
        Assert.Equal(kinds, events.Select(e => e.GetType()));
        return events;
    }

    /// <summary>The command is answered as done, and nothing happens.</summary>
    protected static void ChangesNothing(Meeting meeting, MeetingCommand command, Actor by, DateTimeOffset? at = null) =>
        Assert.Empty(meeting.Events(command, by, at));

    /// <summary>Sent twice, as from two tabs: it happens once.</summary>
    protected static Meeting HappensOnce(Meeting meeting, MeetingCommand command, Actor by)
    {
        var after = meeting.Do(command, by);
        Assert.NotEqual(meeting.Version, after.Version);
        if (after.Decide(command, by, A.Start) is Result<ImmutableArray<MeetingEvent>>.Ok(var again))
            Assert.Empty(again);
        return after;
    }
}
