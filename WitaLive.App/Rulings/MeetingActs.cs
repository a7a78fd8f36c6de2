using Microsoft.Extensions.Localization;
using WitaLive.Domain;

namespace WitaLive.App.Rulings;

/// <summary>What the page of a meeting's decisions acts through, and how a refusal is said there. Each of these asks who acts.</summary>
public sealed class MeetingActs(RulingDrafts drafts, RulingSigning signing, LetterRuns letters, LetterPacks packs, IStringLocalizer<RefusalTexts> refusals)
{
    public RulingDrafts Drafts { get; } = drafts;

    public RulingSigning Signing { get; } = signing;

    public LetterRuns Letters { get; } = letters;

    public LetterPacks Packs { get; } = packs;

    public string Say(Refusal why) => refusals[why.Key, [.. why.Gaps]];
}
