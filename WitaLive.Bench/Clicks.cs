using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;

namespace WitaLive.Bench;

/// <summary>The voters' circuits in turn: each click is remembered, and told against the journal at the end.</summary>
/// <param name="screens">Those of the voters first.</param>
internal sealed class Clicks(BenchCommission commission, Screens screens)
{
    public static readonly ImmutableArray<string> Buttons = ["vote-for", "vote-against"];

    private readonly List<(PersonId Voter, Choice Choice)> _clicked = [];

    /// <summary>The next voter votes for; where there are fewer voters than votes, a second vote is against, a third for again.</summary>
    public Task NextAsync()
    {
        var (voter, round) = (_clicked.Count % commission.Voters.Length, _clicked.Count / commission.Voters.Length);
        _clicked.Add((commission.Voters[voter], round % 2 == 0 ? Choice.For : Choice.Against));
        return screens[voter].ClickAsync(Buttons[round % 2]);
    }

    public async Task CheckAsync(Figures figures)
    {
        var replayed = await commission.Journal().ReadAsync(commission.Meeting, new Meeting());
        var last = _clicked.GroupBy(c => c.Voter).ToDictionary(c => c.Key, c => c.Last().Choice);
        var recorded = replayed.Ballot!.Votes.Values.ToDictionary(v => v.Voter, v => v.Choice);
        var lost = last.Count(click => !recorded.TryGetValue(click.Key, out var choice) || choice != click.Value) + Math.Max(0, _clicked.Count - replayed.Ballot.Seen.Count);
        var doubled = recorded.Keys.Except(last.Keys).Count() + Math.Max(0, replayed.Ballot.Seen.Count - _clicked.Count);
        figures.Add("votes lost or doubled against the senders' own list", $"{lost} lost, {doubled} doubled", $"{_clicked.Count} clicked");
    }
}
