using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Ballots;
using WitaLive.App.Display;
using WitaLive.App.Live;
using WitaLive.Domain.Applications;
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

    [Fact]
    public void Says_what_is_put_to_the_vote_and_what_was_carried()
    {
        var voting = Of(A.Voting(null, "plus", "ordinary")).Ballot!;
        Assert.Equal(["plus", "ordinary"], voting.Options.ToArray());
        Assert.NotNull(voting.Tally);

        var closed = Of(A.Voting(null, "plus", "ordinary").AllVote("ordinary").ClosesBallot()).Ballot!;
        Assert.Equal(("carried", "ordinary"), (closed.Outcome, closed.Carried));
    }

    [Fact]
    public void Says_how_many_activities_are_put_with_the_outcome_in_each_language_and_names_none()
    {
        Assert.Null(Of(A.Voting()).Ballot!.Activities);

        var marked = A.Meeting().Do(new MarkActivity(A.Item(1), new(Guid.NewGuid()), IsAccepted: true), A.By(1)).Do(new MarkActivity(A.Item(1), new(Guid.NewGuid()), IsAccepted: false, "notProven"), A.By(1));
        var put = Of(marked.Do(new OpenBallot(A.Ballot, [A.Item(1)], ["plus"]), A.By(1))).Ballot!.Activities!;
        Assert.Equal("Mis aux voix avec les activités : acceptées : 1 ; non acceptées : 1 (non prouvée)", put["fr"]);
        Assert.Equal("Ter stemming gebracht met de activiteiten: aanvaard: 1; niet aanvaard: 1 (niet bewezen)", put["nl"]);
    }

    [Fact]
    public void Names_the_items_of_a_block_and_the_file_that_is_left_of_it()
    {
        var meeting = A.Meeting();
        var block = meeting.Do(new OpenBallot(A.Ballot, [A.Item(2), A.Item(3), A.Item(4)], ["plus"]), meeting.TheChair());
        Assert.Null(Of(block).Item); // item 1 was called before: the vote is not on it
        Assert.Equal([2, 3, 4], Of(block).Ballot!.Items.ToArray());

        var left = block.Do(new TakeOutOfBlock(A.Ballot, A.Item(2)), A.By(5)).Do(new TakeOutOfBlock(A.Ballot, A.Item(4)), A.By(5));
        Assert.Equal(3, Of(left).Item!.Number);
        Assert.Equal(3, Of(left.AllVote().ClosesBallot()).Item!.Number);
    }

    [Fact]
    public void Says_of_each_file_of_a_block_how_many_activities_are_put_and_nobodys_name()
    {
        var plan = A.Restricted();
        var (accepted, refused, meeting) = (new ActivityId(Guid.NewGuid()), new ActivityId(Guid.NewGuid()), A.Meeting(plan with { Agenda = [.. plan.Agenda.Select(item => item with { Applicant = $"Ysaline Grosdent-{item.Number}" })] }));
        foreach (var item in new[] { 1, 2, 3 })
            meeting = meeting.Do(new MarkActivity(A.Item(item), accepted, IsAccepted: true), meeting.TheChair());
        meeting = meeting.Do(new MarkActivity(A.Item(2), refused, IsAccepted: false, "notProven"), meeting.TheChair());
        var block = meeting.Do(new OpenBallot(A.Ballot, [A.Item(4), A.Item(3), A.Item(2), A.Item(1)], ["plus"]), meeting.TheChair());

        var shown = Of(block);

        Assert.Null(shown.Ballot!.Activities);
        Assert.Equal(
            ["1, 3: toutes acceptées : 1", "2: acceptées : 1 ; non acceptées : 1 (non prouvée)"], // alike together; of the fourth none was marked
            shown.Ballot.Marks!.Select(put => $"{string.Join(", ", put.Items)}: {put.Activities["fr"]}"));
        Assert.Equal("aanvaard: 1; niet aanvaard: 1 (niet bewezen)", shown.Ballot.Marks![1].Activities["nl"]);
        var sent = JsonSerializer.Serialize(shown);
        Assert.All(["Grosdent", $"{accepted.Value}", $"{refused.Value}"], secret => Assert.DoesNotContain(secret, sent, StringComparison.OrdinalIgnoreCase));

        var left = block.Do(new TakeOutOfBlock(A.Ballot, A.Item(1)), A.By(5)).Do(new TakeOutOfBlock(A.Ballot, A.Item(3)), A.By(5)).Do(new TakeOutOfBlock(A.Ballot, A.Item(4)), A.By(5));
        Assert.Equal((null, "Mis aux voix avec les activités : acceptées : 1 ; non acceptées : 1 (non prouvée)"), (Of(left).Ballot!.Marks, Of(left).Ballot!.Activities!["fr"]));
        Assert.Null(Of(A.Voting()).Ballot!.Marks);
    }

    [Fact]
    public void Leaves_no_result_under_the_title_of_another_item()
    {
        var closed = A.Voting().AllVote().ClosesBallot();
        var called = closed.Do(new CallItem(A.Item(2)), closed.TheChair(), A.Start.AddMinutes(1));

        Assert.Equal((2, null), (Of(called).Item!.Number, Of(called).Ballot));
    }

    [Fact]
    public void Says_why_a_meeting_is_suspended_until_it_goes_on()
    {
        var meeting = A.Meeting();
        var suspended = meeting.Do(new SuspendMeeting("  the quorum was lost "), meeting.TheChair());
        Assert.Equal(("suspended", "the quorum was lost"), (Of(suspended).Meeting.State, Of(suspended).Meeting.Reason));

        Assert.Null(Of(suspended.Do(new ResumeMeeting(), suspended.TheChair())).Meeting.Reason);
    }

    private static DisplaySnapshot Of(Meeting meeting)
    {
        var services = new ServiceCollection().AddLogging().AddLocalization();
        TheRoom.Services(services);
        using var provider = services.BuildServiceProvider();
        return new DisplaySnapshots(provider.GetRequiredService<RuleSentence>(), provider.GetRequiredService<PutWords>()).Of(new MeetingView(new(Guid.NewGuid()), meeting));
    }
}
