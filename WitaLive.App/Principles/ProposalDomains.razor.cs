using Microsoft.AspNetCore.Components;
using WitaLive.App.Languages;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Principles;

/// <summary>The arts and activities that a proposal concerns.</summary>
public sealed partial class ProposalDomains(RuleBook rules, TimeProvider clock, PrincipleWords texts) : ComponentBase
{
    private ImmutableArray<string> _domains = [];

    [Parameter, EditorRequired]
    public required ProposalForm Form { get; set; }

    [Parameter]
    public ImmutableArray<AdoptedHistory> Cadastre { get; set; } = [];

    protected override void OnInitialized() => _domains = rules.On(clock.GetUtcNow().DayInBrussels()).Composition.Domains;

    private string TitleOf(AdoptedHistory entry)
    {
        var last = entry.Versions[^1].Content.Proposal;
        return $"{last.Wording.Title(Language.Current.Code).Text} ({texts.Domain(last.Domains[0])})";
    }

    private void SetDomain(ChangeEventArgs change)
    {
        Form.Domains.Clear();
        if (change.Value is string domain && _domains.Contains(domain))
            Form.Domains.Add(domain);
    }

    private void SetKind(ChangeEventArgs change) => Form.Kind = Enum.TryParse<ActivityKind>(change.Value as string, out var kind) ? kind : null;

    private void AddActivity(ChangeEventArgs change)
    {
        if (change.Value is string code && Cadastre.Any(entry => entry.Code == code) && !Form.Activities.Contains(code))
            Form.Activities.Add(code);
    }

    private static void Toggle(List<string> chosen, string one, bool isChosen)
    {
        chosen.Remove(one);
        if (isChosen)
            chosen.Add(one);
    }
}
