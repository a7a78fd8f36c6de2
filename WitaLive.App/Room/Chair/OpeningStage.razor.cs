using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Quorum;

namespace WitaLive.App.Room.Chair;

/// <summary>Before the meeting: the quorum as it stands, opening, or adjourning for want of it.</summary>
/// <remarks>What speaks against opening is said and asked about, never forbidden: people may have been told otherwise than by a convocation.</remarks>
public sealed partial class OpeningStage(TimeProvider clock, IStringLocalizer<ChairTexts> texts) : Ticking(clock)
{
    private const string BeforeTheDay = "BeforeTheDay";

    private static readonly OpenMeeting s_open = new();

    [Parameter, EditorRequired]
    public required Meeting Meeting { get; set; }

    [Parameter, EditorRequired]
    public required QuorumStatus Quorum { get; set; }

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    // The hour comes by itself: the question about it then goes, and adjourning comes.
    protected override object? Shown => (string.Join(' ', Warnings), MayAdjourn);

    private bool MayAdjourn => !Quorum.MayDecide && Now >= Meeting.Plan!.StartsAt;

    private string Label => texts[Quorum.MayDecide ? "Open" : "OpenAnyway"];

    private string? Class => Quorum.MayDecide ? "primary large wide" : null;

    private ImmutableArray<string> Warnings =>
    [
        .. new[]
        {
            (Meeting.Plan!.ConvenedAt is null, "NotConvened"),
            (Now < Meeting.Plan.StartsAt, IsAnotherDay ? BeforeTheDay : "BeforeTheHour"),
            (Meeting.Items.IsEmpty, "OpenWithoutItems"),
        }.Where(w => w.Item1).Select(w => w.Item2),
    ];

    private bool IsAnotherDay => Now.DayInBrussels() != Meeting.Plan!.StartsAt.DayInBrussels();

    private string Said(string warning) => texts[warning, warning == BeforeTheDay ? Meeting.Plan!.StartsAt.ToLongDay() : Meeting.Plan!.StartsAt.ToTime()];
}
