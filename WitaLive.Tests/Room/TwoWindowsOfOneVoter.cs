using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Ballots;
using WitaLive.App.Presence;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Components;

namespace WitaLive.Tests.Room;

public class TwoWindowsOfOneVoter
{
    [Fact] // the state that shows the second vote may come before the answer to the first one
    public async Task Both_say_what_is_recorded()
    {
        var room = new TheRoom().SignedIn().Opened().Called(1).BallotOn([1], false, "plus");
        var services = new ServiceCollection().AddLogging().AddLocalization();
        TheRoom.Services(services);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("en");
        var window = new Pressing(services.BuildServiceProvider());
        var answer = new TaskCompletionSource<Outcome?>();
        Func<MeetingCommand, Task<Outcome?>> send = _ => answer.Task;
        var panel = window.Show(typeof(BallotPanel), Seen());

        var voting = window.RaiseAsync(panel, "button", "For", ["onclick"], new MouseEventArgs(), 0);
        var first = new VoteCast(new(Guid.NewGuid()), room.Ballot, room.Seats[1].Id, room.Member(1), Choice.For) { At = TheRoom.StartsAt, By = room.Member(1) };
        room.Votes((1, Choice.Against));
        window.Redraw(panel, Seen());
        answer.SetResult(new Outcome.Ok([first]));
        await voting; // and nothing else happens in the meeting

        Assert.Contains("Your vote is recorded: against", window.HtmlOf(panel), StringComparison.Ordinal);
        await window.CloseAsync();

        ParameterView Seen() => ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            ["View"] = room.View, ["Standing"] = Standing.Of(room.View, room.Member(1)), ["SendQuietly"] = send, ["Send"] = send,
        });
    }
}
