using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Controls;

/// <summary>Under a field in which something else was written elsewhere meanwhile: what, and which of the two is to stay.</summary>
public sealed partial class OtherText(IStringLocalizer<ControlTexts> texts, IStringLocalizer<RefusalTexts> refusals) : ComponentBase
{
    /// <summary>Of the field.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Parameter]
    public EventCallback OnMine { get; set; }

    [Parameter]
    public EventCallback OnOther { get; set; }
}
