using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room.Chair;

/// <summary>A refusal as the person who met it reads it, with the Commission's words in place of codes.</summary>
public sealed class RefusalSentences(IStringLocalizer<RefusalTexts> texts, Names names)
{
    public string Of(Refusal why) => texts[why.Key, [.. why switch
    {
        OutcomeCarried(var outcome) => [names.Of($"outcome.{outcome}")],
        UnknownOption(var option) => [names.Of($"outcome.{option}")],
        NotYetSignable(var from) => [from.ToLongDay()],
        _ => why.Gaps.Select(gap => gap switch
        {
            GroupCode group => names.Of(group),
            DateTimeOffset at => at.ToDayAndTime(),
            _ => gap,
        }),
    }]];
}
