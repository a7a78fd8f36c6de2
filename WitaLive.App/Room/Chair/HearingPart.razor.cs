using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room.Chair;

/// <summary>Hearing someone on the item being dealt with, and who was heard before.</summary>
public sealed partial class HearingPart(IStringLocalizer<ChairTexts> texts) : Part
{
    private readonly string _id = "room-heard";
    private string _heard = "";

    [Parameter, EditorRequired]
    public required Item Item { get; set; }

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    private StartHearing Start() => new(Item.Id, [.. _heard.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]);

    private void Clear() => _heard = "";
}
