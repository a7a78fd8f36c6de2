using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;

namespace WitaLive.Tests.Room;

public class ConfirmingAWitnessedVote
{
    [Fact]
    public async Task Lets_the_chair_be_the_second_person_of_a_witnessed_vote()
    {
        var vote = new VoteId(Guid.NewGuid());
        var sitting = new Sitting().Voting().Secretariat(new EnterWitnessedVote(vote, Sitting.Ballot(1), Sitting.Seat(3), Choice.For, VoteMeans.Telephone));
        await using var screen = await Screen.OfChairAsync(sitting);

        Assert.Contains("Dirk Maes voted by telephone: for. Entered by Sofie Lambert.", screen.Text, StringComparison.Ordinal);
        await screen.PressAsync("Confirm");

        Assert.Equal([new ConfirmWitnessedVote(Sitting.Ballot(1), vote)], screen.Sent);
        Assert.Equal(Choice.For, sitting.Meeting.Ballot!.Votes[Sitting.Seat(3)].Choice);
    }

    [Fact]
    public async Task Tells_the_secretary_when_the_second_person_did_not_confirm_what_was_entered()
    {
        var enter = new EnterWitnessedVote(new(Guid.NewGuid()), Sitting.Ballot(1), Sitting.Seat(3), Choice.For, VoteMeans.Hand);
        var sitting = new Sitting().Voting(hidden: true).Secretariat(enter);
        await using var secretary = await Screen.OfSecretariatAsync(sitting);
        const string told = "The vote entered for Dirk Maes was taken out: Bruno Claes did not confirm it as entered.";
        Assert.DoesNotContain("taken out", secretary.Text, StringComparison.Ordinal);

        sitting.Try(new ConfirmWitnessedVote(enter.Ballot, enter.Id, Choice.Against), Sitting.Person(1));
        secretary.Draw();
        Assert.Contains(told, secretary.Text, StringComparison.Ordinal);
        Assert.Matches("role=\"alert\">\\s*<div class=\"notice notice-problem", secretary.Html);

        sitting.Secretariat(enter with { Id = new(Guid.NewGuid()) }); // entered anew
        secretary.Draw();
        Assert.DoesNotContain(told, secretary.Text, StringComparison.Ordinal);

        sitting.Secretariat(new RejectWitnessedVote(enter.Ballot, Assert.Single(sitting.Meeting.Ballot!.Unconfirmed).Id)); // their own act
        secretary.Draw();
        Assert.DoesNotContain("taken out", secretary.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hides_a_witnessed_vote_while_the_count_is_hidden_and_asks_the_second_person_for_it()
    {
        var vote = new VoteId(Guid.NewGuid());
        var sitting = new Sitting().Voting(hidden: true).Secretariat(new EnterWitnessedVote(vote, Sitting.Ballot(1), Sitting.Seat(3), Choice.For, VoteMeans.Telephone));
        await using var secretary = await Screen.OfSecretariatAsync(sitting);
        await using var screen = await Screen.OfChairAsync(sitting);

        foreach (var text in new[] { secretary.Text, screen.Text })
        {
            Assert.Contains("Dirk Maes voted by telephone; what, stays hidden until the vote closes.", text, StringComparison.Ordinal);
            Assert.DoesNotContain("voted by telephone: for", text, StringComparison.Ordinal);
        }
        await screen.PressAsync("Against");
        Assert.Empty(sitting.Meeting.Ballot!.Votes);
        Assert.Empty(sitting.Meeting.Ballot.Unconfirmed); // not to be found by trying

        sitting = sitting.Secretariat(new EnterWitnessedVote(new(Guid.NewGuid()), Sitting.Ballot(1), Sitting.Seat(3), Choice.For, VoteMeans.Telephone));
        await using var anew = await Screen.OfChairAsync(sitting);
        await anew.PressAsync("For");

        Assert.Equal(Choice.For, sitting.Meeting.Ballot!.Votes[Sitting.Seat(3)].Choice);
    }

    [Fact]
    public async Task Is_spoken_of_before_the_ballot_is_closed_without_it()
    {
        var sitting = new Sitting().Voting().Secretariat(new EnterWitnessedVote(new(Guid.NewGuid()), Sitting.Ballot(1), Sitting.Seat(3), Choice.For, VoteMeans.Telephone));
        await using var screen = await Screen.OfChairAsync(sitting);

        Assert.Contains("not yet confirmed: 1. Closing now, they do not count.", screen.Text, StringComparison.Ordinal);

        sitting.Chairs(new ConfirmWitnessedVote(Sitting.Ballot(1), Assert.Single(sitting.Meeting.Ballot!.Unconfirmed).Id));
        screen.Draw();
        Assert.DoesNotContain("Closing now, they do not count", screen.Text, StringComparison.Ordinal);
    }
}
