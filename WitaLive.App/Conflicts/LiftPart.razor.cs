using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Conflicts;

/// <summary>Takes a recusal back, with the reason for it.</summary>
public sealed partial class LiftPart(IStringLocalizer<ConflictTexts> texts) : ComponentBase
{
    private readonly string _id = $"lift-{Guid.NewGuid():N}";
    private string _reason = "";

    /// <summary>What the act is called.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>What will follow from it.</summary>
    [Parameter, EditorRequired]
    public required string Hint { get; set; }

    [Parameter]
    public EventCallback<string> OnLift { get; set; }
}
