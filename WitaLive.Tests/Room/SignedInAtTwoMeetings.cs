using System.Net;
using Microsoft.AspNetCore.Components;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.App.Presence;
using WitaLive.App.Room;
using WitaLive.App.Room.Chair;
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
    [Fact]
    public async Task Is_said_to_who_signs_the_second_list_and_to_who_comes_back()
    {
        await using var office = await PlanningOffice.OnAsync();
        var second = (await office.Get<RoomDoor>().EnterAsync(await office.PlanAsync()))!;
        office.ComesToTheDayOf(second);
        var member = second.Meeting.Plan!.Seats[0].Effective;
        var first = (await office.Get<RoomDoor>().EnterAsync(await office.PlanAsync(change: form => form.Hour = "19:00")))!;
        Assert.IsType<Outcome.Ok>(await first.SendAsync(new SignIn(member, AttendanceMode.OnSite), new(member)));
        await using var page = await OpenAsync(); // on a node of its own, which knows of the other room only by this
        Assert.DoesNotContain("two meetings", await page.TextAsync(), StringComparison.Ordinal);
        await page.PressAsync("I am present, on site");
        Assert.Contains("You are signed in at two meetings at once", await page.TextAsync(), StringComparison.Ordinal);
        Assert.Contains($"href=\"room/{first.Id.Value}\"", await page.HtmlAsync(), StringComparison.Ordinal);
        await using var again = await OpenAsync();
        Assert.Contains("You are signed in at two meetings at once", await again.TextAsync(), StringComparison.Ordinal);

        Task<APage> OpenAsync() => APage.OpenAsync<LiveRoom>(
            office, Who.With(member), new() { ["Id"] = second.Id.Value }, add: services => services.AddRoom().AddRoomPanels());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_said_in_the_first_window_too_for_as_long_as_it_is_so(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var rooms = new List<MeetingRoom>();
        foreach (var hour in new[] { "14:00", "19:00" })
            rooms.Add((await office.Get<RoomDoor>().EnterAsync(await office.PlanAsync(change: form => form.Hour = hour)))!);
        office.ComesToTheDayOf(rooms[0]);
        var member = rooms[0].Meeting.Plan!.Seats[0].Effective;
        await SignAsync(rooms[0]);
        Assert.DoesNotContain("two meetings", Text(0), StringComparison.Ordinal);
        await SignAsync(rooms[1]);
        Assert.Contains("You are signed in at two meetings at once: here, and since 13:00 at “", Text(0), StringComparison.Ordinal);
        Assert.Contains("You are signed in at two meetings at once", Text(1), StringComparison.Ordinal);

        foreach (var (left, other) in new[] { (rooms[0], 1), (rooms[1], 0) })
        {
            Assert.IsType<Outcome.Ok>(await left.SendAsync(new SignOut(member), new(member)));
            Assert.DoesNotContain("two meetings", Text(0) + Text(1), StringComparison.Ordinal);
            await SignAsync(left);
            Assert.Contains("two meetings", Text(other), StringComparison.Ordinal);
        }
        office.Clock.Advance(TimeSpan.FromHours(24)); // one that nobody ever closed
        Assert.DoesNotContain("two meetings", Text(0) + Text(1), StringComparison.Ordinal);

        async Task SignAsync(MeetingRoom room) => Assert.IsType<Outcome.Ok>(await room.SendAsync(new SignIn(member, AttendanceMode.OnSite), new(member)));

        string Text(int room)
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("en");
            var window = new Pressing(office.Services);
            return WebUtility.HtmlDecode(window.HtmlOf(window.Show(typeof(SignedInTwice), ParameterView.FromDictionary(new Dictionary<string, object?> { ["Id"] = rooms[room].Id, ["Meeting"] = rooms[room].Meeting, ["Me"] = member }))));
        }
    }
}
