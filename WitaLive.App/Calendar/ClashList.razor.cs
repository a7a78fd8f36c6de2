using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.App.Rules;

namespace WitaLive.App.Calendar;

/// <summary>What else needs the same people or room at that time. It warns and refuses nothing: a duo may share the work.</summary>
public sealed partial class ClashList(Names names, IStringLocalizer<CalendarTexts> texts) : ComponentBase
{
    [Parameter]
    public ImmutableArray<FoundClash> Clashes { get; set; } = [];

    private string TitleOf(FoundClash clash) => ChamberTitles.Of(clash.Chamber, names, Language.Current.Culture);
}
