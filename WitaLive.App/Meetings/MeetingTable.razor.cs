using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;

namespace WitaLive.App.Meetings;

public sealed partial class MeetingTable(Names names, IStringLocalizer<MeetingTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required ImmutableArray<MeetingLine> Meetings { get; set; }

    [Parameter, EditorRequired]
    public required string Caption { get; set; }
}
