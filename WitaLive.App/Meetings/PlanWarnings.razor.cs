using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Meetings;

/// <summary>What to beware of on a day: a notice that is short, another meeting of the same chamber.</summary>
public sealed partial class PlanWarnings(PlanSentences sentences, IStringLocalizer<MeetingTexts> texts) : ComponentBase
{
    [Parameter]
    public NoticeStatus? Status { get; set; }

    [Parameter]
    public ImmutableArray<DateTimeOffset> SameDay { get; set; } = [];
}
