using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room.Chair;

/// <summary>An act that is done with a reason on record, folded away until it is wanted.</summary>
public sealed partial class WithReason(IStringLocalizer<ChairTexts> texts) : Part, IDisposable
{
    private string _reason = "";

    [CascadingParameter]
    public RunPanel? Panel { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required Func<string, MeetingCommand> Make { get; set; }

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    [Parameter]
    public string? Explanation { get; set; }

    /// <summary>What the field is called, when it is not simply the reason.</summary>
    [Parameter]
    public string? Asked { get; set; }

    [Parameter]
    public string? Why { get; set; }

    [Parameter]
    public string? Class { get; set; }

    private string Id => $"reason-{Make.Method.Name}";

    private MeetingCommand Command() => Make(_reason);

    public void Dispose() => Panel?.Lose(_reason);

    private void Clear() => _reason = "";
}
