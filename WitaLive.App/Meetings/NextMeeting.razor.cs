using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.App.Rules;

namespace WitaLive.App.Meetings;

/// <summary>The meeting someone most likely comes for, and the way in.</summary>
public sealed partial class NextMeeting(Names names, IStringLocalizer<MeetingTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required MeetingLine Meeting { get; set; }

    private string Title => ChamberTitles.Of(Meeting.Chamber, names, Language.Current.Culture);

    private DateTimeOffset End => Meeting.StartsAt.AddMinutes(Meeting.Minutes);
}
