using WitaLive.Domain;
using WitaLive.Domain.Planning;

namespace WitaLive.Tests.Domain.Planning;

public class MeetingsAtTheSameTime
{
    private static readonly PersonId s_chair = new(Guid.CreateVersion7());
    private static readonly PersonId s_member = new(Guid.CreateVersion7());
    private static readonly PersonId s_other = new(Guid.CreateVersion7());
    private static readonly DateTimeOffset s_two = new(2027, 1, 12, 14, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Need_the_same_member()
    {
        var clash = Assert.Single(Slot(s_two, "A", [s_chair, s_member]).ClashesWith([Slot(s_two.AddHours(1), "B", [s_member, s_other], null)]));

        Assert.Equal([s_member], clash.Members);
        Assert.False(clash.IsSameRoom);
        Assert.Null(clash.Chair);
    }

    [Theory]
    [InlineData("Room A", "room a ", true), InlineData("Room A", "Room B", false), InlineData("", "", false)]
    public void Need_the_same_room(string one, string other, bool clashes) =>
        Assert.Equal(clashes, Slot(s_two, one, [s_chair]).ClashesWith([Slot(s_two, other, [s_other], null)]).Any(c => c.IsSameRoom));

    [Fact]
    public void Need_the_chair_of_one_as_a_member_or_chair_of_the_other()
    {
        Assert.Equal(s_chair, Assert.Single(Slot(s_two, "A", [s_chair]).ClashesWith([Slot(s_two, "B", [s_chair, s_other], null)])).Chair);
        Assert.Equal(s_chair, Assert.Single(Slot(s_two, "A", [s_chair, s_other], null).ClashesWith([Slot(s_two, "B", [s_chair])])).Chair);
        Assert.Equal(s_chair, Assert.Single(Slot(s_two, "A", []).ClashesWith([Slot(s_two, "B", [])])).Chair);
    }

    [Theory]
    [InlineData(179, true), InlineData(180, false), InlineData(-179, true), InlineData(-180, false)]
    public void Meet_only_while_both_sit(int minutes, bool clashes) =>
        Assert.Equal(clashes, !Slot(s_two, "A", [s_member]).ClashesWith([Slot(s_two.AddMinutes(minutes), "A", [s_member])]).IsEmpty);

    [Fact]
    public void Are_never_one_and_the_same()
    {
        var slot = Slot(s_two, "A", [s_member]);

        Assert.Empty(slot.ClashesWith([slot with { Start = slot.Start.AddHours(1) }]));
    }

    private static Slot Slot(DateTimeOffset start, string room, PersonId[] members) => Slot(start, room, members, s_chair);

    private static Slot Slot(DateTimeOffset start, string room, PersonId[] members, PersonId? chair) =>
        new(new(Guid.CreateVersion7()), start, start.AddHours(3), room, [.. members], chair);
}
