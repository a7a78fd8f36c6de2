using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Forecasts;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.App.Rules;

namespace WitaLive.App.Calendar;

/// <summary>One entry in a day. Its state is said in words; the dashed edge only repeats it.</summary>
public sealed partial class EntryLine(CurrentPerson current, ForecastWords words, Names names, IStringLocalizer<CalendarTexts> texts) : ComponentBase
{
    private bool _mayPlan;

    [Parameter, EditorRequired]
    public required CalendarEntry Entry { get; set; }

    private string Title => ChamberTitles.Of(Entry.Chamber, names, Language.Current.Culture);

    private bool IsOff => Entry.Standing is MeetingStanding.Cancelled;

    private string? Note => Entry is { Standing: MeetingStanding.Planned, WasNotHeld: false } ? null : EntryWords.StateOf(Entry, texts);

    protected override async Task OnInitializedAsync() => _mayPlan = (await current.GetAsync()).May(Policies.Secretariat);
}
