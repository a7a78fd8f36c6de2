using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.App.Room.Chair;

/// <summary>Who asked for the floor, in the order of asking, and for how long someone has it.</summary>
public sealed partial class SpeakersList(IStringLocalizer<ChairTexts> texts) : Part
{
    private readonly string _id = $"speakers-{Guid.NewGuid():N}";

    [Parameter, EditorRequired]
    public required ImmutableArray<Speaker> Speakers { get; set; }

    [Parameter, EditorRequired]
    public required Func<PersonId, string> NameOf { get; set; }

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }
}
