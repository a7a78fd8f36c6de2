using Microsoft.AspNetCore.Components;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;

namespace WitaLive.App.Ballots;

/// <summary>The choices of one seat. A number key moves to a choice, Enter or Space votes; a click does both.</summary>
/// <remarks>The buttons stay where they are when the ballot stops, so that the focus is never lost; they then do nothing and say so.</remarks>
public sealed partial class VoteButtons(Names names)
{
    // Each with its own act, made once: one made anew with every drawing would be another one to the browser.
    private ImmutableArray<(Choice Choice, Func<Task> Vote)> _choices = [];
    private ImmutableArray<string> _options;

    [Parameter, EditorRequired]
    public required string Legend { get; set; }

    [Parameter, EditorRequired]
    public required SeatId Seat { get; set; }

    /// <summary>One is a proposal; several exclude each other.</summary>
    [Parameter, EditorRequired]
    public required ImmutableArray<string> Options { get; set; }

    [Parameter]
    public bool Open { get; set; }

    /// <summary>What is on record.</summary>
    [Parameter]
    public Choice? Chosen { get; set; }

    /// <summary>What is on its way.</summary>
    [Parameter]
    public Choice? Sending { get; set; }

    /// <summary>Who votes for two seats has other keys for the second.</summary>
    [Parameter]
    public int FirstKey { get; set; } = 1;

    [Parameter]
    public EventCallback<SeatVote> OnVote { get; set; }

    protected override void OnParametersSet()
    {
        if (Options == _options)
            return;
        Choice[] choices = Options.Length == 1 ? [Choice.For, Choice.Against, Choice.Abstain] : [.. Options.Select(Choice.From), Choice.Abstain];
        _choices = [.. choices.Select(choice => (choice, (Func<Task>)(() => VoteAsync(choice))))];
        _options = Options;
    }

    private static string Look(Choice choice) =>
        choice == Choice.For || choice == Choice.Against || choice == Choice.Abstain ? choice.Value : "option";

    private Task VoteAsync(Choice choice) => Open ? OnVote.InvokeAsync(new(Seat, choice)) : Task.CompletedTask;
}

/// <summary>What a reader wants recorded for a seat.</summary>
public readonly record struct SeatVote(SeatId Seat, Choice Choice);
