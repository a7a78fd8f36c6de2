using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Controls;

/// <summary>What is wrong with a field, under the field. The field refers to it by <c>aria-describedby</c> and says <c>aria-invalid</c>.</summary>
public sealed partial class FieldError : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>Null when nothing is wrong; the place stays.</summary>
    [Parameter]
    public string? Text { get; set; }
}
