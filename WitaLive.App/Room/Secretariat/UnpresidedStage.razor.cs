using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.App.Live;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room.Secretariat;

/// <summary>What is left to do when nobody is there to preside: to establish that there is no quorum. Not before the printed hour, when anyone may still come.</summary>
public sealed partial class UnpresidedStage(TimeProvider clock, IStringLocalizer<SecretariatTexts> texts) : Ticking(clock)
{
    [Parameter, EditorRequired]
    public required MeetingView View { get; set; }

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    protected override object? Shown => IsTime;

    private bool IsTime => View.Meeting.State is not MeetingState.Planned || Now >= View.Meeting.Plan!.StartsAt;
}
