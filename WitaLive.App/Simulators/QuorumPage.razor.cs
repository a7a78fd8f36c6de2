using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Simulators;

/// <summary>The quorum for figures of one's own; the answer follows each change. Without script a form is sent, and what stood in it stands in the address.</summary>
[AllowAnonymous]
public sealed partial class QuorumPage(QuorumSimulator simulator, Names names, NavigationManager navigation, IStringLocalizer<SimulatorTexts> texts) : ComponentBase
{
    private readonly RulesInForce _rules = simulator.Rules;
    private QuorumForm _form = new();
    private FieldErrors _errors = new();
    private QuorumAnswer? _answer;

    private Formation Formation => _rules.Composition.Formation(new FormationCode(_form.Formation!));

    private ImmutableArray<Group> Groups => _rules.Composition.VotingGroups(Formation.Code);

    protected override void OnInitialized()
    {
        var sent = new SentForm(navigation.Uri);
        Begin(Known(sent.Of("formation")) ?? _rules.Composition.Formations[0].Code.Value);
        if (!sent.IsOf(_form.Formation!, Groups.Select(group => group.Code.Value))) // another formation was chosen: its seats are to be filled in
            return;
        foreach (var group in Groups)
            _form.Seats[group.Code] = sent.Number(group.Code.Value);
        (_form.Chair, _form.SecondConvocation) = (sent.Of("chair") ?? _form.Chair, sent.Has("secondConvocation"));
        Ask();
    }

    private string? Known(string? formation) => _rules.Composition.Formations.FirstOrDefault(f => f.Code.Value == formation)?.Code.Value;

    // With everybody there: the visitor takes seats away and sees when it turns.
    private void Begin(string formation)
    {
        _form = new() { Formation = formation, SecondConvocation = false };
        _form.Chair = _rules.Quorum(Formation.Code).Chairs[0].Value;
        foreach (var group in Groups)
            _form.Seats[group.Code] = Formation.SeatsOf(group.Code);
        Ask();
    }

    private void ChooseFormation(ChangeEventArgs change)
    {
        if (Known(change.Value as string) is { } formation)
            Begin(formation);
    }

    private void ChooseChair(ChangeEventArgs change)
    {
        _form.Chair = change.Value as string;
        Ask();
    }

    private void ChooseConvocation(ChangeEventArgs change)
    {
        _form.SecondConvocation = change.Value is true;
        Ask();
    }

    private void Fill(GroupCode group, int? seats)
    {
        _form.Seats[group] = seats;
        Ask();
    }

    private void Ask()
    {
        _errors = new();
        _answer = simulator.Answer(_form, _errors);
    }
}
