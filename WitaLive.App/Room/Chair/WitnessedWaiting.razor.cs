using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room.Chair;

/// <summary>Votes that the secretariat has entered and a second person has still to confirm. They do not count yet.</summary>
public sealed partial class WitnessedWaiting(RoomWords words, IStringLocalizer<ChairTexts> texts) : Part
{
    [Parameter, EditorRequired]
    public required BallotId Ballot { get; set; }

    [Parameter, EditorRequired]
    public required ImmutableArray<UnconfirmedVote> Votes { get; set; }

    [Parameter, EditorRequired]
    public required Func<PersonId, string> NameOf { get; set; }

    [Parameter, EditorRequired]
    public required PersonId Me { get; set; }

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }
}
