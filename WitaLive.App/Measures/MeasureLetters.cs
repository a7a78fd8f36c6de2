using System.Security.Claims;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Languages;
using WitaLive.App.Letters;
using WitaLive.App.Mail;
using WitaLive.Domain;

namespace WitaLive.App.Measures;

/// <summary>Writes the letters about requests for measures that go to whoever has no account.</summary>
/// <remarks>Source: rules of procedure, art. 28 and 30. Until when to answer is counted from the day the letter is posted, so it says so many days.</remarks>
public sealed class MeasureLetters(MeasureReading reading, MeasureWords texts, IStringLocalizer<LetterTexts> letters, TimeProvider clock)
{
    /// <summary>The one that waits to be posted; null when none does.</summary>
    public async Task<MeasureLetter?> OfAsync(ClaimsPrincipal who, FileId file, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        return await reading.ReadAsync(who, file, ct) is { LetterDue: { } which } sheet ? ReceiverLanguage.Run(sheet.File.Language, () => Write(sheet, which)) : null;
    }

    private MeasureLetter Write(MeasureSheet sheet, string which)
    {
        var sought = sheet.Application.Measure!;
        ImmutableArray<string> paragraphs = sheet.ToTell is var (at, place) && which == "LetterMeetingDue"
            ? [place.Length > 0 ? texts[sheet.Application.ToldByLetter is null ? "LetterHeard" : "LetterHeardAnew", at.ToLongDay(), at.ToTime(), place] : texts["LetterMeeting", at.ToLongDay()], texts["LetterDayUnsuitable"]]
            : [texts["LetterHearing"], texts[which == "LetterInvitationDue" ? "LetterAnswer" : "LetterReminder", sheet.Measure.Hearing.DaysOfSilence]];
        return new(
            sheet.File.Language, [sheet.Thing.Holder, .. (sought.Address ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            texts[$"{which}Subject", sheet.File.Number], texts[$"OwnText_{sheet.File.Kind}"],
            [
                (texts[$"About_{sheet.File.Kind}"], sheet.Thing.Number), (texts["Requester"], $"{texts.Name($"requester.{sought.Requester}")}, {sought.RequestedOn.ToLongDay()}"),
                (texts["Ground"], texts.Name($"ground.{sought.Ground}")), (texts["Reasons"], sought.Reasons),
            ],
            paragraphs, letters["Letterhead"], letters["PlaceAndDay", clock.GetUtcNow().ToLongDay()]);
    }
}
