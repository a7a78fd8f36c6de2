using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Ballots;
using WitaLive.App.Display;
using WitaLive.App.Live;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Room;

namespace WitaLive.Tests.Display;

public class WhatABigScreenShows
{
    [Fact]
    public void Leaves_the_last_decision_standing_until_something_else_is_dealt_with()
    {
        var closed = A.Voting().AllVote().ClosesBallot();
        Assert.Null(Of(closed).Last);

        var concluded = closed.Do(closed.ByRule(A.Item(1))!, closed.TheChair());
        var between = Of(concluded);
        Assert.Equal((null, null, 1, "carried"), (between.Item, between.Ballot, between.Last!.Item!.Number, between.Last.Ballot.Outcome));
        Assert.Equal(6, between.Last.Ballot.Tally!["for"]);

        Assert.Null(Of(concluded.Do(new CallItem(A.Item(2)), concluded.TheChair())).Last);
        Assert.Null(Of(concluded.Do(new UndoConclusion(A.Item(1)), concluded.TheChair())).Last);
        var withdrawn = concluded.Do(new CallItem(A.Item(2)), concluded.TheChair()).Do(new ConcludeItems([A.Item(2)], ConclusionKind.Withdrawn, null, "by the applicant"), concluded.TheChair(), A.Start.AddMinutes(1));
        Assert.Null(Of(withdrawn).Last); // that decision was not the last thing that happened
        Assert.Null(Of(concluded.Do(new CloseMeeting("the rest next time"), concluded.TheChair())).Last);
    }

    private static DisplaySnapshot Of(Meeting meeting)
    {
        var services = new ServiceCollection().AddLogging().AddLocalization();
        TheRoom.Services(services);
        using var provider = services.BuildServiceProvider();
        return new DisplaySnapshots(provider.GetRequiredService<RuleSentence>()).Of(new MeetingView(new(Guid.NewGuid()), meeting));
    }
}
