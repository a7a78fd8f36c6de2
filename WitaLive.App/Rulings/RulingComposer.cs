using Microsoft.Extensions.Localization;
using WitaLive.App.Agenda;
using WitaLive.App.Ballots;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Attestations;
using WitaLive.Domain.Rules;
using WitaLive.Domain.Rulings;

namespace WitaLive.App.Rulings;

/// <summary>Who signs, as what, and what will prove the letter genuine.</summary>
/// <param name="Office">Null for a delegate.</param>
public sealed record SignatureOf(string Name, ChairRole? Office, DateTimeOffset At, string Code);

/// <summary>What a letter says beside facts and text.</summary>
/// <param name="Granted">How long the attestation of this decision is valid; null for a decision that grants none.</param>
/// <param name="Replaces">The reference and the day of the decision that this one corrects.</param>
/// <param name="Correction">Why.</param>
public sealed record LetterAround(int Number, Validity? Granted, (string Reference, DateOnly SignedOn)? Replaces, string? Correction, SignatureOf? Signature)
{
    /// <summary>The attestation after which it comes, or in whose place; null for somebody's first one.</summary>
    public (string Number, string Type, DateOnly Until)? Follows { get; init; }
}

/// <summary>Puts a decision into the words of its applicant's language.</summary>
public sealed class RulingComposer(Names names, RuleBook rules, SiteAddress site, IStringLocalizer<RulingTexts> texts)
{
    private static readonly ImmutableArray<string> s_words =
    [
        "Commission", "Draft", "Greeting", "HeadDecision", "HeadReasons", "HeadActivities", "HeadSums", "HeadAppeal", "HeadSignature", "HeadCheck",
        "SumsText", "CheckText", "CheckLabel", "Receiver",
    ];

    /// <summary>How a decision is called: the number of its file, and for a correction which one it is.</summary>
    public static string ReferenceOf(string file, int number) => number == 1 ? file : $"{file}/{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    public RulingDocument Compose(RulingFacts facts, RulingText text, LetterAround around)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return ReceiverLanguage.Run(facts.Case.Language, () => Write(facts, text, around));
    }

    private RulingDocument Write(RulingFacts facts, RulingText text, LetterAround around)
    {
        var inForce = rules.On(facts.DecidedOn);
        return new(
            Language.Current.Code, Title(facts.Case.Kind), [facts.Case.Applicant, .. facts.Case.Address.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            [.. Head(facts, around)], [.. Decision(facts, around)], [.. text.Reasons.Select(code => Reason(code, inForce.Rulings))], text.Motivation,
            [.. facts.Activities.Select(one => new DocumentActivity(Called(one), Verdict(one), text.OnActivities.GetValueOrDefault(one.Id, "")))],
            [.. facts.Sums.Select(Sum)], facts.Court is null ? [.. Appeal(facts, inForce)] : [texts["AppealJudgment"]], around.Signature is { } signature ? [.. Signed(signature)] : [], around.Signature?.Code ?? "",
            site.Of(around.Signature is { } by ? $"check?code={by.Code}" : "check").ToString(), site.Of("check").ToString(), s_words.ToImmutableSortedDictionary(key => key, key => texts[key].Value, StringComparer.Ordinal));
    }

    private string Title(string kind) => texts[kind switch { FileKind.Application => "TitleApplication", FileKind.Appeal => "TitleAppeal", _ => "TitleOther" }];

    private IEnumerable<DocumentFact> Head(RulingFacts facts, LetterAround around)
    {
        yield return new(texts["Reference"], ReferenceOf(facts.Case.Number, around.Number));
        yield return new(texts["DecidedOn"], facts.DecidedOn.ToLongDay());
        yield return new(texts["DecidedBy"], facts.Court ?? facts.Formations.InReadersLanguage());
        if (!facts.Takers.IsEmpty)
            yield return new(texts["Composition"], string.Join(" · ", facts.Takers.Where(taker => taker.Group is not null).GroupBy(taker => taker.Group!.Value)
            .Select(group => texts["GroupOf", names.Of(group.Key), group.Count()].Value)));
    }

    private IEnumerable<string> Decision(RulingFacts facts, LetterAround around)
    {
        if (facts is { Court: { } court } && around.Replaces is { } judged)
            yield return texts["Judged", court, facts.DecidedOn.ToLongDay(), judged.Reference, judged.SignedOn.ToLongDay()];
        if (around.Granted is { } validity)
        {
            yield return texts["Granted", names.OfOutcome(facts.Outcome), validity.From.ToLongDay(), validity.Until.ToLongDay()];
            if (around.Follows is { } before)
                yield return texts["Follows", before.Number, names.OfOutcome(before.Type), before.Until.ToLongDay()];
            yield return texts["GrantedMeans"];
        }
        else
        {
            yield return facts.Outcome == "refusal" ? texts["Refused"] : texts["OutcomeIs", names.OfOutcome(facts.Outcome)];
        }
        if (facts.Court is null && around.Replaces is { } old)
            yield return texts["Replaces", old.Reference, old.SignedOn.ToLongDay(), around.Correction ?? ""];
    }

    private string Reason(string code, RulingRule rule) => rule.Find(code) is { Source: { IsDefaultOrEmpty: false } source }
        ? texts["ReasonWithArticle", names.Of($"rulingReason.{code}"), names.OfSources(source)] : names.Of($"rulingReason.{code}");

    private static string Called(JudgedActivity activity) => activity.Project.Length == 0 ? activity.Function : $"{activity.Function}, {activity.Project}";

    private string Verdict(JudgedActivity activity) => activity switch
    {
        { IsAccepted: true } => texts["Accepted"],
        { IsAccepted: false, Reason: { } reason } => texts["NotAccepted", names.Of($"activityInLetter.{reason}")],
        { IsAccepted: false } => texts["NotAcceptedOnly"],
        _ => texts["NotMarked"],
    };

    private string Sum(CountedSum sum) =>
        texts[sum.IsAbove ? "SumAbove" : "SumNotAbove", sum.Years, texts["Euro", sum.Amount].Value, texts["Euro", sum.Threshold].Value, names.OfSources(sum.Source), texts[$"SumFor{sum.Condition}"].Value];

    private IEnumerable<string> Appeal(RulingFacts facts, RulesInForce inForce)
    {
        var (about, rule) = (facts.Case, inForce.Rulings);
        var isOpen = inForce.Procedure.IsAppealable(about.Kind, about.IsAppeal, facts.Outcome);
        if (isOpen)
            yield return texts["AppealInternal", inForce.Procedure.MonthsToAppeal, site.Of(about.Kind == FileKind.Suspension ? $"my/measures/{about.File.Value}" : "my/applications"), names.OfSources(rule.AppealSource)];
        yield return texts[isOpen ? "AppealCourt" : "AppealCourtOnly", rule.MonthsToCourt, names.OfSources(rule.CourtSource)];
        yield return texts[isOpen ? "AppealFrom" : "AppealFromOne"];
    }

    private IEnumerable<string> Signed(SignatureOf signature)
    {
        yield return signature.Name;
        yield return signature.Office is { } office ? names.Of(office) : texts["ByDelegation"];
        yield return texts["SignedAt", signature.At.ToLongDay(), signature.At.ToTime()];
    }
}
