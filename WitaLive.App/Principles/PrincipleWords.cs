using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Principles;

namespace WitaLive.App.Principles;

/// <summary>The words of pages about decisions of principle and the cadastre: their own texts, what the rules name, and refusals.</summary>
public sealed class PrincipleWords(IStringLocalizer<PrincipleTexts> texts, IStringLocalizer<RefusalTexts> refusals, PlanSentences plans, Names names)
{
    public string this[string key, params object[] gaps] => texts[key, gaps].Value;

    public string Domain(string domain) => names.Of($"domain.{domain}");

    public string Kind(ActivityKind? kind) => kind is { } known ? texts[$"Kind{known}"].Value : "";

    public string In(string language) => texts[$"In_{language}"].Value;

    /// <summary>A language that a refusal names is named as people do; of a meeting it is said as its planning says it.</summary>
    public string Of(Refusal why) => why switch
    {
        ProposalLacksLanguage lacks => refusals[why.Key, In(lacks.Language)].Value,
        NotATranslation voted => refusals[why.Key, In(voted.Language)].Value,
        _ => plans.Of(why),
    };

    /// <summary>Where it stands and what it is, in a sentence.</summary>
    public string Of(Trace trace) => texts[$"Trace{trace.Kind}", PlaceOf(trace), trace.Found].Value;

    /// <summary>«since 1 January 2027», «from 1 January 2027 on», «until 31 December 2027».</summary>
    public string Validity<T>(DatedVersion<T> version, DateOnly today) => version switch
    {
        { Until: { } until } when until < today || version.From > today => texts["HeldUntil", version.From.ToLongDay(), until.ToLongDay()].Value,
        { Until: { } until } => texts["HoldsUntil", version.From.ToLongDay(), until.ToLongDay()].Value,
        _ when version.From > today => texts["HoldsFrom", version.From.ToLongDay()].Value,
        _ => texts["HoldsSince", version.From.ToLongDay()].Value,
    };

    private string PlaceOf(Trace trace) => trace.Language.Length == 0 ? texts["Code"].Value : texts[trace.IsInTitle ? "TraceInTitle" : "TraceInText", In(trace.Language), trace.Line].Value;
}
