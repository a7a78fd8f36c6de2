using Microsoft.Extensions.Localization;
using WitaLive.Domain.Answers;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Answers;

/// <summary>Answers as people read them, in the language of the screen.</summary>
public sealed class AnswerWords(IStringLocalizer<AnswerTexts> texts)
{
    /// <summary>«I come», «Piet comes in my place».</summary>
    public string Button(AnswerKind kind, Person? partner) => texts[$"Button{kind}", partner?.FullName ?? ""];

    /// <summary>«You come.», to who has answered.</summary>
    public string Sentence(GivenAnswer answer, Person? partner) => answer.Kind is AnswerKind.Absent
        ? texts["SentenceAbsent", answer.Reason ?? ""]
        : texts[$"Sentence{answer.Kind}", partner?.FullName ?? ""];

    /// <summary>«Comes», in the planner's list.</summary>
    public string InList(AnswerKind kind) => texts[$"Short{kind}"];
}
