using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Files;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.App.Presence;
using WitaLive.App.Room;
using WitaLive.App.Room.Chair;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Tests.Access;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Room;

/// <summary>Whoever is signed in at two meetings counts in the quorum of both: it is not forbidden, for the one may be about to end, and it is said.</summary>
public class SignedInAtTwoMeetings
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Is_found_in_the_room_that_is_entered_second(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (first, second, member) = await SignedAsync(office);
        var entrance = new RoomEntrance(office.Get<RoomDoor>(), Chambers.Demo.Rules, office.Get<Deliberations>(), office.Databases, office.Clock);
        var me = App.Access.SignedInPerson.Of(Who.With(member))!;

        Assert.Same(first, Assert.Single(await entrance.ElsewhereAsync(second.Id, me)));
        Assert.Same(second, Assert.Single(await entrance.ElsewhereAsync(first.Id, me)));
        Assert.Empty(await entrance.ElsewhereAsync(first.Id, App.Access.SignedInPerson.Of(Who.With(first.Meeting.Plan!.Seats[1].Effective))!));

        Assert.IsType<Outcome.Ok>(await second.SendAsync(new SignOut(member), new(member)));
        Assert.Empty(await entrance.ElsewhereAsync(first.Id, me));
    }

    [Fact]
    public async Task Is_said_to_who_signs_the_second_list_and_to_who_comes_back()
    {
        await using var office = await PlanningOffice.OnAsync();
        var second = (await office.Get<RoomDoor>().EnterAsync(await office.PlanAsync()))!;
        office.ComesToTheDayOf(second);
        var member = second.Meeting.Plan!.Seats[0].Effective;
        await using var page = await OpenAsync();
        var first = (await office.Get<RoomDoor>().EnterAsync(await office.PlanAsync(change: form => form.Hour = "19:00")))!; // since the page was opened
        Assert.IsType<Outcome.Ok>(await first.SendAsync(new SignIn(member, AttendanceMode.OnSite), new(member)));
        Assert.DoesNotContain("two meetings", await page.TextAsync(), StringComparison.Ordinal);
        await page.PressAsync("I am present, on site");
        Assert.Contains("You are signed in at two meetings at once", await page.TextAsync(), StringComparison.Ordinal);
        Assert.Contains($"href=\"room/{first.Id.Value}\"", await page.HtmlAsync(), StringComparison.Ordinal);
        await using var again = await OpenAsync();
        Assert.Contains("You are signed in at two meetings at once", await again.TextAsync(), StringComparison.Ordinal);

        Task<APage> OpenAsync() => APage.OpenAsync<LiveRoom>(
            office, Who.With(member), new() { ["Id"] = second.Id.Value }, add: services => services.AddRoom().AddRoomPanels());
    }

    [Fact]
    public async Task Is_said_until_one_of_the_two_is_left()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (first, second, member) = await SignedAsync(office);

        Assert.Contains("You are signed in at two meetings at once: here, and since 13:00 at “", await ShowAsync(), StringComparison.Ordinal);
        Assert.IsType<Outcome.Ok>(await second.SendAsync(new SignOut(member), new(member)));
        Assert.DoesNotContain("two meetings", await ShowAsync(), StringComparison.Ordinal);
        Assert.IsType<Outcome.Ok>(await second.SendAsync(new SignIn(member, AttendanceMode.OnSite), new(member)));
        Assert.IsType<Outcome.Ok>(await first.SendAsync(new SignOut(member), new(member)));
        Assert.DoesNotContain("two meetings", await ShowAsync(), StringComparison.Ordinal);

        async Task<string> ShowAsync()
        {
            await using var page = await APage.OpenAsync<SignedInTwice>(office, Who.With(member), new()
            {
                ["Here"] = second.Meeting, ["There"] = first.Meeting, ["Address"] = "room/1", ["Me"] = member,
            });
            return await page.TextAsync();
        }
    }

    private static async Task<(MeetingRoom First, MeetingRoom Second, PersonId Member)> SignedAsync(PlanningOffice office)
    {
        var rooms = new List<MeetingRoom>();
        foreach (var hour in new[] { "14:00", "19:00" })
            rooms.Add((await office.Get<RoomDoor>().EnterAsync(await office.PlanAsync(change: form => form.Hour = hour)))!);
        office.ComesToTheDayOf(rooms[0]);
        var member = rooms[0].Meeting.Plan!.Seats[0].Effective;
        foreach (var room in rooms)
            Assert.IsType<Outcome.Ok>(await room.SendAsync(new SignIn(member, AttendanceMode.OnSite), new(member)));
        return (rooms[0], rooms[1], member);
    }
}
