using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using WitaLive.App.Languages;

namespace WitaLive.App.Controls;

/// <summary>A title in which «2026-A-000001» and «1 (FR)» are not broken over two lines, while a long word may be.</summary>
public sealed partial class WholeNumbers : ComponentBase
{
    private ImmutableArray<(string Text, bool IsWhole)> _pieces = [];

    [Parameter, EditorRequired]
    public required string Text { get; set; }

    protected override void OnParametersSet() =>
        _pieces = [.. Numbers().Split(Text).Select((text, i) => (Text: i % 2 == 1 ? text : LongWords.Breakable(text), IsWhole: i % 2 == 1)).Where(piece => piece.Text.Length > 0)];

    [GeneratedRegex(@"(\d+-\p{L}+-\d+|\d{4}-\d{3,}|\S+\s\d+\s\(\p{Lu}+\),?)")]
    private static partial Regex Numbers();
}
