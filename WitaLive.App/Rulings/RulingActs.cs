using Microsoft.Extensions.Localization;
using WitaLive.Domain;

namespace WitaLive.App.Rulings;

/// <summary>What the page of one decision acts through, and how a refusal is said there. Each of these asks who acts.</summary>
public sealed class RulingActs(RulingDesk desk, RulingJudgments judgments, RulingSigning signing, LetterPrinting printing, IStringLocalizer<RefusalTexts> refusals)
{
    public RulingDesk Desk { get; } = desk;

    public RulingJudgments Judgments { get; } = judgments;

    public RulingSigning Signing { get; } = signing;

    public bool CanPrint => printing.IsThere;

    public string Say(Refusal why) => refusals[why.Key, [.. why.Gaps]];
}
