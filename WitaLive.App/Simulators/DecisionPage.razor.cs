using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Decisions;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Simulators;

/// <summary>A vote with figures of one's own; the answer and its working follow each change. Without script a form is sent, and what stood in it stands in the address.</summary>
[AllowAnonymous]
public sealed partial class DecisionPage(DecisionSimulator simulator, Names names, NavigationManager navigation, IStringLocalizer<SimulatorTexts> texts) : ComponentBase
{
    private static readonly ImmutableArray<Column> s_columns =
    [
        new("present", "PresentColumn", votes => votes.Present, (votes, number) => votes.Present = number),
        new("for", "ForColumn", votes => votes.For, (votes, number) => votes.For = number),
        new("against", "AgainstColumn", votes => votes.Against, (votes, number) => votes.Against = number),
        new("abstain", "AbstainColumn", votes => votes.Abstain, (votes, number) => votes.Abstain = number),
    ];

    private readonly RulesInForce _rules = simulator.Rules;
    private DecisionForm _form = new();
    private FieldErrors _errors = new();
    private DecisionAnswer? _answer;

    private Formation Formation => _rules.Composition.Formation(new FormationCode(_form.Formation!));

    private ImmutableArray<Group> Groups => _rules.Composition.VotingGroups(Formation.Code);

    private DecisionRule Rule => _rules.Decision(Formation.Code);

    protected override void OnInitialized()
    {
        var sent = new SentForm(navigation.Uri);
        Begin(Known(sent.Of("formation")) ?? _rules.Composition.Formations[0].Code.Value);
        if (!sent.IsOf(_form.Formation!, Groups.SelectMany(group => s_columns.Select(column => $"{group.Code}-{column.Name}")))) // another formation was chosen: its votes are to be filled in
            return;
        foreach (var group in Groups)
        {
            foreach (var column in s_columns)
                column.Write(_form.Groups[group.Code], sent.Number($"{group.Code}-{column.Name}"));
        }
        _form.Abstention = Words.Find<AbstentionPolicy>(sent.Of("abstention"));
        _form.AbsentGroup = Words.Find<AbsentGroupPolicy>(sent.Of("absent-group"));
        _form.Split = Words.Find<SplitPolicy>(sent.Of("split"));
        _form.Comparison = Words.Find<ComparisonPolicy>(sent.Of("comparison"));
        _form.AbstentionBreaksUnanimity = Rule is DecisionRule.Unanimity ? sent.Has("breaks") : null;
        Ask();
    }

    private string? Known(string? formation) => _rules.Composition.Formations.FirstOrDefault(f => f.Code.Value == formation)?.Code.Value;

    // With everybody there and for: the visitor moves votes and sees when it turns.
    private void Begin(string formation)
    {
        _form = new() { Formation = formation };
        foreach (var group in Groups)
        {
            var seats = Formation.SeatsOf(group.Code);
            _form.Groups[group.Code] = new() { Present = seats, For = seats, Against = 0, Abstain = 0 };
        }
        Ask();
    }

    private string? ErrorOf(GroupCode group) => s_columns
        .Select(column => _errors.Of($"groups.{group}.{column.Name}", texts))
        .Prepend(_errors.Of($"groups.{group}", texts))
        .FirstOrDefault(error => error is not null);

    private bool IsWrong(GroupCode group, Column column) => _errors.Has($"groups.{group}") || _errors.Has($"groups.{group}.{column.Name}");

    private void ChooseFormation(ChangeEventArgs change)
    {
        if (Known(change.Value as string) is { } formation)
            Begin(formation);
    }

    private void Fill(GroupCode group, Column column, int? number)
    {
        column.Write(_form.Groups[group], number);
        Ask();
    }

    private void Choose(AbstentionPolicy word)
    {
        _form.Abstention = word;
        Ask();
    }

    private void Choose(AbsentGroupPolicy word)
    {
        _form.AbsentGroup = word;
        Ask();
    }

    private void Choose(SplitPolicy word)
    {
        _form.Split = word;
        Ask();
    }

    private void Choose(ComparisonPolicy word)
    {
        _form.Comparison = word;
        Ask();
    }

    private void ChooseBreaking(ChangeEventArgs change)
    {
        _form.AbstentionBreaksUnanimity = change.Value is true;
        Ask();
    }

    private void Ask()
    {
        _errors = new();
        _answer = simulator.Answer(_form, _errors);
    }

    private sealed record Column(string Name, string Label, Func<VotesForm, int?> Read, Action<VotesForm, int?> Write);
}
