using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Public;

/// <summary>What is kept about whom, why, for how long, and who sees it.</summary>
/// <remarks>Source: rules of procedure, art. 40 (how long); law of 16 December 2022, art. 3.</remarks>
public sealed partial class PrivacyPage(RuleBook rules, OwnMail mail, TimeProvider clock, IStringLocalizer<PublicTexts> texts) : ComponentBase
{
    private int _years;

    protected override void OnInitialized() => _years = rules.On(clock.GetUtcNow().DayInBrussels()).OpenPoints.Read<int>("yearsKept");
}
