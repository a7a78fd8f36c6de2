using Microsoft.Extensions.Localization;
using WitaLive.App.Chambers;
using WitaLive.App.Languages;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Meetings;

/// <summary>What a plan speaks of, as a person reads it: refusals with groups by their names, days in full, articles as the law is quoted.</summary>
public sealed class PlanSentences(IStringLocalizer<RefusalTexts> texts, Names names)
{
    public string Of(Refusal why) => texts[why.Key, [.. why switch
    {
        TooFewOfSection(var group, var section, var count, var needed) => [names.Of(group), section.ToUpperInvariant(), count, needed],
        SeatOfAnotherSection(_, var group, var number, var section) => [names.Of(group), number, section.ToUpperInvariant()],
        TitleMissing(var language) => [Language.Find(language)?.Name ?? language],
        TitleTooLong(var language, var most) => [Language.Find(language)?.Name ?? language, most],
        _ => why.Gaps.Select(InWords),
    }]];

    public string TitleOf(ChamberOnDay chamber) => ChamberTitles.Of(chamber, names, Language.Current.Culture);

    public string RoleName(ChairRole role) => names.Of(role);

    public string NameOf(Holiday holiday) => names.Of($"holiday.{holiday.Name}");

    public string GroupName(GroupCode group) => names.Of(group);

    /// <summary>Articles in full, without what they leave open: its sentence is too long to stand in another one, and its number says nothing to a reader.</summary>
    public string Articles(IEnumerable<string> source) => names.OfSources(source.Where(article => !article.StartsWith("O-", StringComparison.Ordinal)));

    private object InWords(object gap) => gap switch
    {
        GroupCode group => names.Of(group),
        DateOnly day => day.ToLongDay(),
        Articles(var source) => Articles(source),
        DateTimeOffset at => at.ToDayAndTime(),
        _ => gap,
    };
}
