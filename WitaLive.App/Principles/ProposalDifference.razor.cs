using Microsoft.AspNetCore.Components;
using WitaLive.App.Languages;
using WitaLive.Domain.Principles;

namespace WitaLive.App.Principles;

/// <summary>What a proposal says otherwise than it did: word by word in each language that changed, and what it concerns.</summary>
public sealed partial class ProposalDifference(PrincipleWords texts) : ComponentBase
{
    private ImmutableArray<(string Label, string Before, string After)> _facts = [];
    private ImmutableArray<string> _languages = [];

    [Parameter, EditorRequired]
    public required Proposal Before { get; set; }

    [Parameter, EditorRequired]
    public required Proposal After { get; set; }

    /// <summary>To call activities by their titles.</summary>
    [Parameter]
    public ImmutableArray<AdoptedHistory> Cadastre { get; set; } = [];

    protected override void OnParametersSet()
    {
        _languages = [.. ProposalForm.Languages.Where(language => SaidIn(Before, language) != SaidIn(After, language))];
        _facts =
        [
            .. new (string Label, string Before, string After)[]
            {
                (texts["Change"], texts[$"{Before.Subject}{Before.Change}"], texts[$"{After.Subject}{After.Change}"]),
                (texts["About"], Before.Code, After.Code),
                (texts["InForce"], FromOf(Before), FromOf(After)),
                (texts["Domains"], Listed(Before.Domains.Select(texts.Domain)), Listed(After.Domains.Select(texts.Domain))),
                (texts["Activities"], Listed(Before.Activities.Select(TitleOf)), Listed(After.Activities.Select(TitleOf))),
                (texts["Kind"], texts.Kind(Before.Kind), texts.Kind(After.Kind)),
            }.Where(fact => fact.Before != fact.After).Select(fact => (fact.Label, OrNothing(fact.Before), OrNothing(fact.After))),
        ];
    }

    private static (string?, string?) SaidIn(Proposal proposal, string language) => (proposal.Wording.Titles.GetValueOrDefault(language), proposal.Wording.Texts.GetValueOrDefault(language));

    private string FromOf(Proposal proposal) => proposal.From is { } from ? from.ToLongDay() : texts["DayOfAdoption"];

    private string TitleOf(string code) => Cadastre.FirstOrDefault(entry => entry.Code == code)?.Versions[^1].Content.Proposal.Wording.Title(Language.Current.Code).Text ?? code;

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.CurrentCulture));

    private string OrNothing(string said) => said.Length > 0 ? said : texts["Nothing"];
}
