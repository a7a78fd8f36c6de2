using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.Domain;

namespace WitaLive.App.Controls;

/// <summary>A text with what was taken out of it struck through and what was added underlined; a screen reader says so in words.</summary>
public sealed partial class DifferenceText(IStringLocalizer<ControlTexts> texts) : ComponentBase
{
    private ImmutableArray<DifferencePart> _parts = [];
    private (string Before, string After)? _compared;

    /// <summary>The language of the text.</summary>
    [Parameter, EditorRequired]
    public required string Of { get; set; }

    [Parameter, EditorRequired]
    public required string Before { get; set; }

    [Parameter, EditorRequired]
    public required string After { get; set; }

    protected override void OnParametersSet()
    {
        if (_compared == (Before, After))
            return;
        (_compared, _parts) = ((Before, After), TextDifference.Of(Before, After));
    }
}
