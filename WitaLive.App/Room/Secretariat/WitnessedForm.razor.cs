using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.App.Live;
using WitaLive.App.Room.Chair;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room.Secretariat;

/// <summary>A vote given by hand or telephone, entered for a member whose line or device is down. A second person confirms it.</summary>
public sealed partial class WitnessedForm(RoomWords words, IStringLocalizer<SecretariatTexts> texts) : Part
{
    private readonly string _id = $"witnessed-{Guid.NewGuid():N}";
    private VoteId _vote = new(Guid.NewGuid());
    private BallotId _for;
    private Guid _seat;
    private Choice? _choice;
    private VoteMeans _means;

    [Parameter, EditorRequired]
    public required Ballot Ballot { get; set; }

    [Parameter, EditorRequired]
    public required ImmutableArray<SeatView> Seats { get; set; }

    [Parameter, EditorRequired]
    public required Func<PersonId, string> NameOf { get; set; }

    [Parameter, EditorRequired]
    public required PersonId Me { get; set; }

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    // An entry that is just gone would be missed; who took it out themselves knows.
    private string Removed => string.Join(" ", Ballot.Removed.Where(vote => vote.RemovedBy != Me).Select(vote => texts["WitnessedRemoved", NameOf(vote.Voter), NameOf(vote.RemovedBy)].Value));

    // What was chosen for one ballot must never slip into the next.
    protected override void OnParametersSet()
    {
        if (_for == Ballot.Id)
            return;
        _for = Ballot.Id;
        NextIntention();
    }

    private EnterWitnessedVote Enter() => new(_vote, Ballot.Id, new(_seat), _choice!.Value, _means);

    private void NextIntention() => (_vote, _seat, _choice) = (new(Guid.NewGuid()), Guid.Empty, null);
}
