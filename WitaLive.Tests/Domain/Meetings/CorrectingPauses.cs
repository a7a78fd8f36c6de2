using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Domain.Sessions;

namespace WitaLive.Tests.Domain.Meetings;

/// <summary>Pauses are put right like the other facts of a report, and so are the hours round them: what an item took follows.</summary>
public class CorrectingPauses : MeetingTest
{
    private const string Why = "the clock of the room was wrong";
    private static readonly DateTimeOffset s_later = A.Start.AddDays(3);

    [Fact]
    public void A_pause_is_no_time_of_the_item_that_it_interrupts()
    {
        var over = Over(); // the second item from the 12th minute to the 40th, a pause from the 30th to the 36th

        Assert.Equal(TimeSpan.FromMinutes(22), over.TimeOn(over.ItemOf(A.Item(2))!));
        Assert.Equal(TimeSpan.FromMinutes(50), over.TimeOn(over.ItemOf(A.Item(3))!)); // from the 40th on, until the end
        Assert.Equal((At(30), At(36), "air"), Only(over));
    }

    [Fact]
    public void What_is_counted_by_it_follows_when_it_is_put_right()
    {
        var longer = Do(Over(), new CorrectPause(0, At(26), At(38), " fire alarm ", Why));
        Assert.Equal((At(26), At(38), "fire alarm"), Only(longer));
        Assert.Equal(TimeSpan.FromMinutes(16), longer.TimeOn(longer.ItemOf(A.Item(2))!));
        ChangesNothing(longer, new CorrectPause(0, At(26), At(38), "fire alarm", Why), A.Secretary, s_later);

        var none = Do(longer, new CorrectPause(0, At(26), At(26), null, Why));
        Assert.Empty(none.PausesHeld);
        Assert.Equal(TimeSpan.FromMinutes(28), none.TimeOn(none.ItemOf(A.Item(2))!));

        var added = Do(Over(), new CorrectPause(1, At(45), At(60), null, Why));
        Assert.Equal([At(30), At(45)], added.PausesHeld.Select(pause => pause.From));
        Assert.Equal(TimeSpan.FromMinutes(35), added.TimeOn(added.ItemOf(A.Item(3))!));
        ChangesNothing(Over(), new CorrectPause(1, At(45), At(45), null, Why), A.Secretary, s_later);
    }

    [Fact]
    public void It_lies_in_the_meeting_beside_the_others_and_nothing_was_done_in_it()
    {
        var over = Do(Over(), new CorrectPause(1, At(50), At(60), null, Why));

        Refused<PauseDoesNotFit>(over, new CorrectPause(0, At(36), At(30), null, Why), A.Secretary, s_later);
        Refused<PauseDoesNotFit>(over, new CorrectPause(0, At(-1), At(5), null, Why), A.Secretary, s_later);
        Refused<PauseDoesNotFit>(over, new CorrectPause(1, At(80), At(91), null, Why), A.Secretary, s_later);
        Refused<PauseDoesNotFit>(over, new CorrectPause(1, At(35), At(39), null, Why), A.Secretary, s_later); // in the first
        Refused<PauseDoesNotFit>(over, new CorrectPause(0, At(30), At(45), null, Why), A.Secretary, s_later); // over a conclusion
        Refused<PauseDoesNotFit>(over, new CorrectPause(2, At(5), At(11), null, Why), A.Secretary, s_later); // over a vote
        Do(over, new CorrectPause(1, At(36), At(40), null, Why)); // between the first pause and the conclusion
        Refused<UnknownPause>(over, new CorrectPause(3, At(62), At(64), null, Why), A.Secretary, s_later);
        Refused<UnknownPause>(over, new CorrectPause(-1, At(62), At(64), null, Why), A.Secretary, s_later);
        Refused<OnlyTheSecretariat>(over, new CorrectPause(0, At(30), At(31), null, Why), A.By(1), s_later);
        Refused<ReasonMissing>(over, new CorrectPause(0, At(30), At(31), null, " "), A.Secretary, s_later);
        var neverOpened = A.Planned().Do(new AdjournMeeting(), A.Secretary, At(1));
        Refused<MeetingNotOpen>(neverOpened, new CorrectPause(0, At(0), At(1), null, Why), A.Secretary, s_later);
    }

    [Fact]
    public void An_item_that_ran_until_a_closing_noted_too_late_is_shortened_with_it()
    {
        var over = Over();
        var earlier = Do(over, new CorrectHours(A.Start, At(60), Why));
        Assert.Equal(TimeSpan.FromMinutes(20), earlier.TimeOn(earlier.ItemOf(A.Item(3))!));
        Assert.Equal(TimeSpan.FromMinutes(22), earlier.TimeOn(earlier.ItemOf(A.Item(2))!)); // was over by then

        var later = Do(earlier, new CorrectHours(A.Start, At(100), Why));
        Assert.Equal(TimeSpan.FromMinutes(60), later.TimeOn(later.ItemOf(A.Item(3))!));
        Assert.Equal(TimeSpan.Zero, Do(over, new CorrectHours(A.Start, At(40), Why)) is var none ? none.TimeOn(none.ItemOf(A.Item(3))!) : default); // called after it was over
    }

    [Fact]
    public void A_pause_that_lasted_until_the_end_ends_with_it_whatever_the_end_is_put_right_to()
    {
        var story = new AStory().Opened(1, 2, 3, 4, 5, 6).At(50, new SuspendMeeting()).Closed(70);
        story.At(200, new CorrectPause(0, At(40), At(70), null, Why), A.Secretary);
        Assert.Equal(TimeSpan.FromMinutes(40), story.Session!.Duration(pausesCount: false));

        story.At(201, new CorrectHours(A.Start, At(130), Why), A.Secretary);
        Assert.Equal((TimeSpan.FromMinutes(130), TimeSpan.FromMinutes(40)), (story.Session!.Duration(pausesCount: true), story.Session.Duration(pausesCount: false)));
        story.At(202, new CorrectHours(A.Start, At(30), Why), A.Secretary);
        Assert.Empty(story.Session!.Pauses); // it began after the meeting was over
        Assert.Equal(TimeSpan.FromMinutes(30), story.Session.Duration(pausesCount: false));
    }

    // The first item decided at the 10th minute, the second called at the 12th and put off at the 40th with a pause in it, the third called then and left open until the end at the 90th.
    private static Meeting Over()
    {
        var meeting = A.Meeting().Do(new OpenBallot(A.Ballot, [A.Item(1)], ["plus"]), A.By(1), At(10));
        foreach (var seat in meeting.VotingSeats(meeting.Ballot!).ToList())
            meeting = meeting.Do(new CastVote(A.Vote(seat.Seat.Value.ToByteArray()[^1]), A.Ballot, seat.Seat, Choice.For), A.By(seat.Voter), At(10));
        meeting = meeting.Do(new CloseBallot(A.Ballot), A.By(1), At(10)).Do(new ConcludeItems([A.Item(1)], ConclusionKind.Decided, "plus"), A.By(1), At(10));
        meeting = meeting.Do(new CallItem(A.Item(2)), A.By(1), At(12)).Do(new SuspendMeeting("air"), A.By(1), At(30)).Do(new ResumeMeeting(), A.By(1), At(36));
        meeting = meeting.Do(new ConcludeItems([A.Item(2)], ConclusionKind.Postponed, null, "the plan is missing"), A.By(1), At(40));
        return meeting.Do(new CallItem(A.Item(3)), A.By(1), At(40)).Do(new CloseMeeting("late"), A.By(1), At(90));
    }

    private static (DateTimeOffset, DateTimeOffset?, string?) Only(Meeting meeting) => Assert.Single(meeting.PausesHeld) is var pause ? (pause.From, pause.Until, pause.Reason) : default;

    private static DateTimeOffset At(double minute) => A.Start.AddMinutes(minute);

    private static Meeting Do(Meeting meeting, MeetingCommand command) => meeting.Do(command, A.Secretary, s_later);
}
