using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Ballots;
using WitaLive.App.Live;
using WitaLive.App.Rules;
using WitaLive.Domain.Ballots;

namespace WitaLive.App.Presence;

/// <summary>One group whose seats are too many to be drawn one by one: how many of them are there, and how they vote, as a bar.</summary>
public sealed partial class GroupLine(IStringLocalizer<PresenceTexts> texts, Names names)
{
    [Parameter, EditorRequired]
    public required SeatGroup Group { get; set; }

    [Parameter]
    public bool Hidden { get; set; }

    [Parameter]
    public ImmutableArray<string> Options { get; set; } = [];

    // The bar is named by the words beside it.
    private string WordsId => $"votes-of-{Group.Group}";

    private IEnumerable<Choice> Choices => Options.Length > 1
        ? Options.Select(Choice.From).Append(Choice.Abstain)
        : [Choice.For, Choice.Against, Choice.Abstain];

    private string BarWords => Options.IsDefaultOrEmpty ? texts["Counting", Group.Counting, Group.Seats.Length]
        : Hidden ? texts["VotedOf", Group.Voted, Group.Counting]
        : string.Join(", ", Choices.Select(choice => texts["ChoiceCount", names.OfChoice(choice), Group.Votes.GetValueOrDefault(choice)].Value));

    private IEnumerable<(string Look, string X, string Width)> Slices
    {
        get
        {
            if (Hidden)
                return [("bar-voted", "0", Width(Group.Voted))];
            var before = 0;
            return [.. Choices.Select((choice, i) =>
            {
                var seats = Group.Votes.GetValueOrDefault(choice);
                var slice = (Options.Length > 1 && choice != Choice.Abstain ? $"bar-option-{i % 4}" : $"bar-{choice}", Width(before), Width(seats));
                before += seats;
                return slice;
            }).Where(slice => slice.Item3 != "0")];
        }
    }

    private string Width(int seats) => (seats * 1000.0 / Group.Seats.Length).ToString("0.##", CultureInfo.InvariantCulture);
}
