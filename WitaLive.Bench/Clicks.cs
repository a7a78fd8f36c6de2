using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;

namespace WitaLive.Bench;

/// <summary>The voters' circuits in turn: each click is remembered, and told against the journal at the end.</summary>
internal sealed class Clicks(BenchCommission commission)
{
    public static readonly ImmutableArray<string> Buttons = ["vote-for", "vote-against"];

    private readonly List<(PersonId Voter, Choice Choice)> _clicked = [];
    private readonly int[] _votes = new int[commission.Voters.Length];
    private int _next;

    /// <summary>The next voter who has a screen votes for; a second vote of theirs is against, a third for again.</summary>
    /// <param name="screens">Those of the voters first.</param>
    public Task NextAsync(Screens screens)
    {
        var voter = _next++ % Math.Min(commission.Voters.Length, screens.Count);
        var button = _votes[voter]++ % Buttons.Length;
        _clicked.Add((commission.Voters[voter], button == 0 ? Choice.For : Choice.Against));
        return screens[voter].ClickAsync(Buttons[button]);
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
