using System.Reflection;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;

namespace WitaLive.Tests.Domain.Meetings;

/// <summary>Every command there is, sent by someone who may not: whatever a browser is made to send, nothing happens.</summary>
public class ActingForAnother
{
    // The plan comes from the secretariat's tables and is never sent by a screen.
    private static readonly ImmutableArray<Type> s_commands =
        [.. typeof(MeetingCommand).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(MeetingCommand)) && !t.IsAbstract && t != typeof(PrepareMeeting))];

    public static TheoryData<string> Commands => [.. s_commands.Select(t => t.Name)];

    public static TheoryData<string> CommandsInAName =>
        [.. s_commands.Where(t => Parameters(t).Any(p => p.ParameterType == typeof(PersonId) || p.ParameterType == typeof(SeatId))).Select(t => t.Name)];

    [Theory, MemberData(nameof(Commands))]
    public void Is_not_for_a_stranger(string command) => Assert.All(States, meeting => NothingHappens(meeting, command, A.By(A.Stranger)));

    [Theory, MemberData(nameof(CommandsInAName))]
    public void Is_not_for_another_member(string command) => Assert.All(States, meeting => NothingHappens(meeting, command, A.By(2)));

    private static Meeting[] States => [A.Planned(), A.Meeting(), A.Meeting(null, 1), A.Voting()];

    private static void NothingHappens(Meeting meeting, string command, Actor by)
    {
        var type = s_commands.Single(t => t.Name == command);
        var sent = (MeetingCommand)Activator.CreateInstance(type, [.. Parameters(type).Select(p => Value(p.ParameterType))])!;

        if (meeting.Decide(sent, by, A.Start) is Result<ImmutableArray<MeetingEvent>>.Ok(var events))
            Assert.Empty(events);
    }

    private static ParameterInfo[] Parameters(Type command) => command.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters();

    private static object Value(Type type) => Nullable.GetUnderlyingType(type) is { } some ? Value(some)
        : type == typeof(PersonId) ? A.Person(1)
        : type == typeof(SeatId) ? A.Seat(1)
        : type == typeof(ItemId) ? A.Item(1)
        : type == typeof(BallotId) ? A.Ballot
        : type == typeof(VoteId) ? A.Vote(77)
        : type == typeof(Choice) ? new Choice("for")
        : type == typeof(string) ? "x"
        : type == typeof(DateTimeOffset) ? A.Start
        : type == typeof(AgendaItem) ? A.Point(7, "plus")
        : type == typeof(ImmutableArray<ItemId>) ? ImmutableArray.Create(A.Item(1))
        : type == typeof(ImmutableArray<string>) ? ImmutableArray.Create("plus")
        : Activator.CreateInstance(type)!;
}
