using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room.Chair;

/// <summary>The files of a block ballot; one that someone contests is taken out and dealt with alone.</summary>
public sealed partial class RunningBlock(IStringLocalizer<ChairTexts> texts) : Part
{
    [Parameter, EditorRequired]
    public required BallotId Ballot { get; set; }

    [Parameter, EditorRequired]
    public required ImmutableArray<Item> Items { get; set; }

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }
}
