using Microsoft.AspNetCore.Components;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Principles;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Principles;

/// <summary>The living cadastre of activities as it is today or stood on another day, by art; for anyone. What is looked for stands in the address.</summary>
public sealed partial class CadastrePage(AdoptedTexts adopted, RuleBook rules, PrincipleWords texts) : ComponentBase
{
    private ImmutableArray<(string Domain, ImmutableArray<(ActivityKind? Kind, ImmutableArray<AdoptedEntry> Entries)> Kinds)> _domains = [];
    private AdoptedOnDay _found = AdoptedOnDay.Empty;
    private DateOnly _today;
    private DateOnly _day;

    [SupplyParameterFromQuery]
    public string? Words { get; set; }

    [SupplyParameterFromQuery]
    public string? Domain { get; set; }

    [SupplyParameterFromQuery]
    public string? Day { get; set; }

    private DateOnly? Linked => _day == _today ? null : _day;

    protected override async Task OnParametersSetAsync()
    {
        _today = adopted.Today;
        _day = DayText.ReadNear(Day) ?? _today;
        _found = AdoptedOnDay.Of(await adopted.ReadAsync(ProposalSubject.Activity, CancellationToken.None), _day, Words, Domain);
        _domains =
        [
            .. from domain in rules.On(_day).Composition.Domains
               let entries = _found.Holding.Where(entry => entry.Proposal.Domains.Contains(domain)).OrderBy(entry => entry.Proposal.Wording.Title(Language.Current.Code).Text, StringComparer.CurrentCulture)
               where entries.Any()
               select (domain, entries.GroupBy(entry => entry.Proposal.Kind).OrderBy(kind => kind.Key).Select(kind => (kind.Key, kind.ToImmutableArray())).ToImmutableArray()),
        ];
    }
}
