using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Quorum;

namespace WitaLive.App.Room.Chair;

/// <summary>Before the meeting: the quorum as it stands, opening, or adjourning for want of it.</summary>
public sealed partial class OpeningStage(IStringLocalizer<ChairTexts> texts) : Part
{
    private static readonly OpenMeeting s_open = new();

    [Parameter, EditorRequired]
    public required Meeting Meeting { get; set; }

    [Parameter, EditorRequired]
    public required QuorumStatus Quorum { get; set; }

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }
}
