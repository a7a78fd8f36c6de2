using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Year;

/// <summary>A section of the activity report in one language while it is written, with the versions that were saved. What is typed stays until it is recorded.</summary>
public sealed partial class AnnualSectionForm(YearWords words) : ComponentBase
{
    private string _text = "";
    private int _number = -1;

    [Parameter, EditorRequired]
    public required string Section { get; set; }

    /// <summary>The language of the text.</summary>
    [Parameter, EditorRequired]
    public required string Of { get; set; }

    [Parameter]
    public AnnualTextVersion? Last { get; set; }

    [Parameter]
    public ImmutableArray<AnnualTextVersion> Versions { get; set; } = [];

    [Parameter]
    public bool IsClosed { get; set; }

    /// <summary>The section, its language, the version on which the text rests, and the text.</summary>
    [Parameter]
    public EventCallback<(string Section, string Language, int Number, string Text)> OnSave { get; set; }

    private string Id => $"text-{Section}-{Of}";

    protected override void OnParametersSet()
    {
        var isTyped = _number >= 0 && _text != (Versions.FirstOrDefault(version => version.Number == _number)?.Text ?? "");
        if (_number == (Last?.Number ?? 0) || (isTyped && Domain.FreeText.Of(_text) != Last?.Text))
            return;
        (_number, _text) = (Last?.Number ?? 0, Last?.Text ?? "");
    }

    private Task SaveAsync() => OnSave.InvokeAsync((Section, Of, _number, _text));
}
