using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room.Chair;

/// <summary>A break, the end of the meeting, or adjourning it when its quorum is gone.</summary>
public sealed partial class MeetingEnd(RefusalSentences refusals, IStringLocalizer<ChairTexts> texts) : Part
{
    private readonly string _id = "room-left";
    private string _reason = "";

    [Parameter, EditorRequired]
    public required Meeting Meeting { get; set; }

    /// <summary>There is a quorum: the meeting cannot be adjourned for want of one.</summary>
    [Parameter, EditorRequired]
    public required bool MayDecide { get; set; }

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    private bool Running => Meeting.Ballot is { IsRunning: true };

    // Beside a ballot that waits for the quorum it is offered already, with what is missing.
    private bool MayAdjourn => !MayDecide && ChairStages.Of(Meeting) is not ChairStage.BallotSuspended;

    // What would be refused is not offered, and said in the words of the refusal.
    private string? NotYet => Meeting.StillOpen is { } open ? refusals.Of(open) : null;

    private ImmutableArray<Item> Left => [.. Meeting.Waiting];

    private static SuspendMeeting Suspend(string reason) => new(reason);

    private CloseMeeting Close() => new(_reason);
}
