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
}
