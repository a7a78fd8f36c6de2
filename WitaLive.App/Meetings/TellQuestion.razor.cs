using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Meetings;

/// <summary>How many people are written to when a change is saved.</summary>
public sealed partial class TellQuestion(IStringLocalizer<MeetingTexts> texts)
{
    [Parameter]
    public int ByMail { get; set; }

    /// <summary>Who has no address and is told on paper.</summary>
    [Parameter]
    public int OnPaper { get; set; }
}
