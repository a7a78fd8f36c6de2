using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Quorum;

namespace WitaLive.App.Room.Chair;

/// <summary>A ballot stopped for want of quorum: what is missing, and resuming it once that is back.</summary>
public sealed partial class SuspendedBallot(IStringLocalizer<ChairTexts> texts) : Part
{
    [Parameter, EditorRequired]
    public required Meeting Meeting { get; set; }

    [Parameter, EditorRequired]
    public required QuorumStatus Quorum { get; set; }

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    private AnnulBallot Annul(string reason) => new(Meeting.Ballot!.Id, reason);
}
