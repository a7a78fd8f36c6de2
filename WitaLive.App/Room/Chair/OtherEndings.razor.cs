using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room.Chair;

/// <summary>Ways for an item to end without a decision, each with a reason on record.</summary>
public sealed partial class OtherEndings(IStringLocalizer<ChairTexts> texts) : Part, IDisposable
{
    private static readonly ImmutableArray<ConclusionKind> s_kinds =
        [ConclusionKind.Postponed, ConclusionKind.HearingAsked, ConclusionKind.InformationAsked, ConclusionKind.Withdrawn];

    private readonly string _id = "room-ending";
    private ConclusionKind _kind = ConclusionKind.Postponed;
    private string _reason = "";

    [CascadingParameter]
    public RunPanel? Panel { get; set; }

    [Parameter, EditorRequired]
    public required ItemId Item { get; set; }

    /// <summary>A ballot carried something: only that can be recorded, unless the ballot is annulled.</summary>
    [Parameter]
    public bool Carried { get; set; }

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    private ConcludeItems Conclude() => new([Item], _kind, null, _reason);

    public void Dispose() => Panel?.Lose(_reason);

    private void Clear() => _reason = "";
}
