using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Controls;

/// <summary>The one h1 of a page, which is also its title in the browser.</summary>
public sealed partial class PageHeading : ComponentBase
{
    private ImmutableArray<(string Text, bool Whole)> _pieces = [];

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>The code of the language of the title, where it may not be the reader's.</summary>
    [Parameter]
    public string? TitleLanguage { get; set; }

    /// <summary>A word on what kind of thing the title names, in small letters above it.</summary>
    [Parameter]
    public string? Above { get; set; }

    [Parameter]
    public string? Lead { get; set; }

    /// <summary>What can be done with the whole page, beside the title.</summary>
    [Parameter]
    public RenderFragment? Actions { get; set; }

    // «2026-A-000001» and «1 (FR)» are not broken over two lines.
    protected override void OnParametersSet() =>
        _pieces = [.. Numbers().Split(Title).Select((text, i) => (text, Whole: i % 2 == 1)).Where(piece => piece.text.Length > 0)];

    [GeneratedRegex(@"(\d+-\p{L}+-\d+|\S+\s\d+\s\(\p{Lu}+\),?)")]
    private static partial Regex Numbers();
}
