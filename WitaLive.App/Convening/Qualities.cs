using Microsoft.Extensions.Localization;
using WitaLive.App.Ballots;
using WitaLive.App.Chambers;
using WitaLive.App.Meetings;

namespace WitaLive.App.Convening;

/// <summary>In what quality someone is invited, in the language of the screen: «Effective member, experts · chair».</summary>
public sealed class Qualities(PlanSentences sentences, IStringLocalizer<ConvocationTexts> texts)
{
    public string Of(Invited invited) => invited switch
    {
        { Seat: { } seat } when invited.Role is { } role => texts["QualitySeatAndRole", SeatText(invited, seat), sentences.RoleName(role).InSentence()],
        { Seat: { } seat } => SeatText(invited, seat),
        _ => sentences.RoleName(invited.Role!.Value),
    };

    private string SeatText(Invited invited, SeatOnDay seat) =>
        texts[!seat.Votes ? "QualityConsultative" : invited.IsSubstitute || seat.StandsIn ? "QualitySubstitute" : "QualityEffective", sentences.GroupName(seat.Group).InSentence()];
}
