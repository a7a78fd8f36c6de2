using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.Domain.Ties;

namespace WitaLive.App.Conflicts;

/// <summary>The words of ties and conflicts of interest.</summary>
public sealed class ConflictTexts
{
    /// <summary>Why a member is asked: a tie, or an earlier recusal, which the member is reminded of and others are told.</summary>
    internal static string Why(IStringLocalizer<ConflictTexts> texts, PossibleConflict conflict, bool isOwn) => conflict.Kind switch
    {
        TieKind.EarlierRecusal => texts[isOwn ? "BecauseYouDid" : "BecauseTheyDid", conflict.EarlierOn?.ToLongDay() ?? conflict.Words],
        TieKind.FirstRecusal => texts[isOwn ? "BecauseYouDidFirst" : "BecauseTheyDidFirst", conflict.EarlierOn?.ToLongDay() ?? conflict.Words],
        _ => texts["Because", texts[$"Kind{conflict.Kind}"], WritingDirection.SetApart(conflict.Words)],
    };
}
