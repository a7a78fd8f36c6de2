using Microsoft.AspNetCore.Components;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Principles;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Principles;

/// <summary>The living cadastre of activities as it is today, by art; for anyone. What is looked for stands in the address.</summary>
public sealed partial class CadastrePage(AdoptedTexts adopted, RuleBook rules, PrincipleWords texts) : ComponentBase
{
    private ImmutableArray<string> _domains = [];
    private ImmutableArray<(string Domain, ImmutableArray<(ActivityKind? Kind, ImmutableArray<AdoptedHistory> Entries)> Kinds)> _found = [];
    private ImmutableArray<AdoptedHistory> _over = [];
    private DateOnly _today;

    [SupplyParameterFromQuery]
    public string? Words { get; set; }

    [SupplyParameterFromQuery]
    public string? Domain { get; set; }

    private int Count => _found.Sum(domain => domain.Kinds.Sum(kind => kind.Entries.Length));

    protected override async Task OnParametersSetAsync()
    {
        _today = adopted.Today;
        _domains = rules.On(_today).Composition.Domains;
        var all = (await adopted.ReadAsync(ProposalSubject.Activity, CancellationToken.None)).Where(entry => IsWanted(entry.Near(_today).Content.Proposal)).ToList();
        _over = [.. all.Where(entry => entry.Near(_today).Until < _today)];
        _found =
        [
            .. from domain in _domains
               let entries = all.Except(_over).Where(entry => Of(entry).Domains.Contains(domain)).OrderBy(entry => Of(entry).Wording.Title(Language.Current.Code).Text, StringComparer.CurrentCulture)
               where entries.Any()
               select (domain, entries.GroupBy(entry => Of(entry).Kind).OrderBy(kind => kind.Key).Select(kind => (kind.Key, kind.ToImmutableArray())).ToImmutableArray()),
        ];
    }

    private Proposal Of(AdoptedHistory entry) => entry.Near(_today).Content.Proposal;

    // In any language: who looks for «zanger» on a French page finds the singer.
    private bool IsWanted(Proposal entry)
    {
        if (!string.IsNullOrEmpty(Domain) && !entry.Domains.Contains(Domain))
            return false;
        var said = SearchText.Fold(string.Join(' ', entry.Wording.Titles.Values.Concat(entry.Wording.Texts.Values)));
        return SearchText.Fold(Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => said.Contains(word, StringComparison.Ordinal));
    }
}
