using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Public;

/// <summary>What is kept about whom, why, for how long, and who sees it.</summary>
/// <remarks>Source: rules of procedure, art. 40 (reports); law of 16 December 2022, art. 3 and 4 § 4.</remarks>
public sealed partial class PrivacyPage(RuleBook rules, OwnMail mail, TimeProvider clock, IStringLocalizer<PublicTexts> texts) : ComponentBase
{
    private RetentionRule _rule = null!;
    private int _years;

    protected override void OnInitialized()
    {
        var inForce = rules.On(clock.GetUtcNow().DayInBrussels());
        (_rule, _years) = (inForce.Retention, inForce.OpenPoints.Read<int>("yearsKept"));
    }
}
