using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room.Chair;

/// <summary>Any item of the agenda in place of the next one, and items that were voted on but left without a conclusion.</summary>
public sealed partial class OtherItems(RoomWords words, IStringLocalizer<ChairTexts> texts) : Part
{
    [Parameter, EditorRequired]
    public required Meeting Meeting { get; set; }

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    private ImmutableArray<Item> Callable => [.. Meeting.Waiting.Where(item => item.Id != Meeting.Current)];

    private ImmutableArray<ConcludeItems> Left => ChairStages.Left(Meeting);
}
