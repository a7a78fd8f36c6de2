using Microsoft.Extensions.Localization;
using WitaLive.App.Ballots;
using WitaLive.App.Rules;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Agenda;

internal static class ConclusionWords
{
    /// <summary>«Decided: attestation plus», «Referred to the enlarged chamber».</summary>
    public static string InWords(this IStringLocalizer<AgendaTexts> texts, Names names, Conclusion conclusion) => conclusion switch
    {
        { Kind: ConclusionKind.Decided, Outcome: { } outcome } => texts["Decided", names.OfOutcome(outcome).InSentence()],
        { Kind: ConclusionKind.Referred, ReferTo: { } formation } => texts["Referred", names.Of(formation).InSentence()],
        _ => texts[conclusion.Kind.ToString()],
    };
}
