using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room.Chair;

/// <summary>What was concluded, newest first, with undo while it is possible.</summary>
public sealed partial class RecentConclusions(IStringLocalizer<ChairTexts> texts) : Part
{
    private const int AtOnce = 2;

    private readonly string _id = $"conclusions-{Guid.NewGuid():N}";

    [Parameter, EditorRequired]
    public required ImmutableArray<Item> Items { get; set; }

    [Parameter, EditorRequired]
    public required TimeSpan UndoFor { get; set; }

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    private ImmutableArray<Item> Done => [.. Items.Where(item => item.Conclusion is not null).OrderByDescending(item => item.Conclusion!.At)];

    // All that one click concluded stays together.
    private int Shown => Math.Max(AtOnce, Done.Count(item => item.Conclusion!.At == Done[0].Conclusion!.At));
}
