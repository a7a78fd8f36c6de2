using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room.Chair;

/// <summary>Votes that the secretariat has entered and a second person has still to confirm. They do not count yet.</summary>
public sealed partial class WitnessedWaiting(RoomWords words, RefusalSentences refusals, IStringLocalizer<ChairTexts> texts) : Part
{
    [Parameter, EditorRequired]
    public required Ballot Ballot { get; set; }

    [Parameter, EditorRequired]
    public required ImmutableArray<UnconfirmedVote> Votes { get; set; }

    [Parameter, EditorRequired]
    public required Func<PersonId, string> NameOf { get; set; }

    [Parameter, EditorRequired]
    public required PersonId Me { get; set; }

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    // While the counts are hidden nobody reads here what was entered: the second person says what they saw or heard.
    private string Sentence(UnconfirmedVote vote) => Ballot.CountsHidden
        ? texts[$"Witnessed{vote.Means}Hidden", NameOf(vote.Voter), NameOf(vote.EnteredBy)]
        : texts[$"Witnessed{vote.Means}", NameOf(vote.Voter), words.ChoiceInSentence(vote.Choice), NameOf(vote.EnteredBy)];
}
