using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.Domain.Answers;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Answers;

/// <summary>Answers as people read them, in the language of the screen.</summary>
public sealed class AnswerWords(IStringLocalizer<AnswerTexts> texts)
{
    /// <summary>«I come», «Piet comes in my place».</summary>
    public string Button(AnswerKind kind, Person? partner) => texts[$"Button{kind}", WritingDirection.SetApart(partner?.FullName ?? "")];

    /// <summary>What to know before writing a reason.</summary>
    /// <param name="callsPartner">That the partner is convened is said where it is so.</param>
    /// <param name="proxyFrom">Whose proxy would go with who does not come.</param>
    public string ReasonHint(bool callsPartner, Person? proxyFrom = null) => string.Join(" ", new[]
    {
        texts["ReasonHint"].Value, callsPartner ? texts["PartnerIsConvened"].Value : "", proxyFrom is { } giver ? texts["HoldsProxy", WritingDirection.SetApart(giver.FullName)].Value : "",
    }.Where(said => said.Length > 0));

    /// <summary>«You come.», to who has answered and is signed in: with the reason of an absence.</summary>
    public string Sentence(GivenAnswer answer, Person? partner) => answer is { Kind: AnswerKind.Absent, Reason: { } reason }
        ? texts["SentenceAbsentBecause", WritingDirection.SetApart(reason)]
        : Sentence(answer.Kind, partner);

    /// <summary>«You come.», to whoever holds the link: without the reason, which is for the secretariat alone.</summary>
    public string Sentence(AnswerKind kind, Person? partner) => texts[$"Sentence{kind}", WritingDirection.SetApart(partner?.FullName ?? "")];

    /// <summary>«Comes», in the planner's list.</summary>
    public string InList(AnswerKind kind) => texts[$"Short{kind}"];
}
