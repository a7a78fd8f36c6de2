using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Fees;
using WitaLive.App.Languages;
using WitaLive.App.Rules;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Public;

/// <summary>What the attestation is, by the rules in force today; for anyone.</summary>
public sealed partial class AttestationPage(RuleBook book, Names names, TimeProvider clock, IStringLocalizer<PublicTexts> texts) : ComponentBase
{
    private RulesInForce _rules = null!;
    private Procedure _procedure = null!;
    private ImmutableArray<(string Type, string Condition)> _conditions = [];

    /// <summary>What is tried, one amount a year, this year first; null as long as nothing is.</summary>
    [SupplyParameterFromQuery(Name = "core")]
    public string[]? Years { get; set; }

    [SupplyParameterFromQuery]
    public string? Performances { get; set; }

    [SupplyParameterFromQuery]
    public string? Diploma { get; set; }

    [SupplyParameterFromQuery]
    public string? Plan { get; set; }

    [SupplyParameterFromQuery]
    public string? HeldPlus { get; set; }

    [SupplyParameterFromQuery]
    public string? HeldBefore { get; set; }

    protected override void OnInitialized()
    {
        var today = clock.GetUtcNow().DayInBrussels();
        (_rules, _procedure) = (book.On(today), book.On(today).Procedure);
        var thresholds = _rules.Thresholds;
        _conditions =
        [
            ("plus", texts["ConditionPlus", Any(thresholds.PlusFirst), Any(thresholds.PlusLater)]),
            ("ordinary", texts["ConditionOrdinary"]),
            ("starter", texts["ConditionStarter", thresholds.Starter.Performances, FeeWords.Euro(thresholds.Starter.Amount), thresholds.Starter.Years]),
        ];
    }

    private string Any(ImmutableArray<IncomeThreshold> sums) => string.Join(texts["Or"], sums.Select(sum => texts["MoreThan", FeeWords.Euro(sum.Amount), sum.Years].Value));
}
