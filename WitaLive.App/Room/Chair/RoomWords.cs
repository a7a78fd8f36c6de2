using System.Globalization;
using Microsoft.Extensions.Localization;
using WitaLive.App.Ballots;
using WitaLive.App.Languages;
using WitaLive.App.Rules;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room.Chair;

/// <summary>How things of a meeting are called on the screens of those who run it.</summary>
public sealed class RoomWords(Names names, IStringLocalizer<ChairTexts> texts)
{
    public string Outcome(string outcome) => names.Of($"outcome.{outcome}");

    public string OutcomeInSentence(string outcome) => Outcome(outcome).InSentence();

    public string Choice(Choice choice) => choice == Domain.Ballots.Choice.For ? texts["For"]
        : choice == Domain.Ballots.Choice.Against ? texts["Against"]
        : choice == Domain.Ballots.Choice.Abstain ? texts["Abstention"]
        : Outcome(choice.Value);

    public string ChoiceInSentence(Choice choice) => names.OfChoice(choice).InSentence();

    public string Outcomes(IEnumerable<string> outcomes) => string.Join(" · ", outcomes.Select(Outcome));

    /// <summary>In the language of the screen, otherwise in one the meeting is held in.</summary>
    public static string Title(AgendaItem item) => item.Titles.TryGetValue(Language.Current.Code, out var title) && title.Length > 0
        ? title
        : item.Titles.Values.FirstOrDefault(t => t.Length > 0) ?? item.Reference ?? "";

    /// <summary>«3. Atelier Noir»</summary>
    public static string Line(AgendaItem item) => string.Create(CultureInfo.CurrentCulture, $"{item.Number}. {Title(item)}");

    /// <summary>«plus», «referral, enlarged chamber»: what is put on record, after the word that says so.</summary>
    public string Ending(Meeting meeting, ConcludeItems conclude) => conclude.Kind switch
    {
        ConclusionKind.Decided => OutcomeInSentence(conclude.Outcome!),
        ConclusionKind.Referred => texts["EndingReferral", meeting.Plan!.ReferTo is { } to ? names.Of(to).InSentence() : ""],
        var kind => Ending(kind, conclude.Outcome, "", conclude.Reason is null && kind is ConclusionKind.Postponed),
    };

    /// <summary>«Decided: plus», «Referred: enlarged chamber»</summary>
    public string Ending(Conclusion conclusion) =>
        Ending(conclusion.Kind, conclusion.Outcome, conclusion.ReferTo is { } to ? names.Of(to).InSentence() : "", conclusion.ForPresident);

    private string Ending(ConclusionKind kind, string? outcome, string referTo, bool forPresident) => kind switch
    {
        ConclusionKind.Decided => texts["EndedDecided", OutcomeInSentence(outcome!)],
        ConclusionKind.Referred => texts["EndedReferred", referTo],
        ConclusionKind.Postponed when forPresident => texts["EndedForPresident"],
        _ => texts[$"Ended{kind}"],
    };
}
