using Microsoft.AspNetCore.Components;
using WitaLive.Domain.Principles;

namespace WitaLive.App.Principles;

/// <summary>All versions with their days and the decisions that adopted them, the latest first.</summary>
public sealed partial class VersionHistory(PrincipleWords texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required AdoptedHistory History { get; set; }

    /// <summary>The one that stands above already.</summary>
    [Parameter, EditorRequired]
    public required DatedVersion<AdoptedText> Shown { get; set; }

    [Parameter]
    public DateOnly Today { get; set; }
}
