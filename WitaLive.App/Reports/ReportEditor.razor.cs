using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;

namespace WitaLive.App.Reports;

/// <summary>One free part of a report, to be written, with its versions. It belongs to the form round it.</summary>
public sealed partial class ReportEditor(IStringLocalizer<ReportTexts> texts) : ComponentBase
{
    /// <summary>A longer text is folded until somebody writes in it: laying out a megabyte in a field holds a browser up for seconds, each time the page is opened. Unit: characters.</summary>
    public const int LongestOpen = 50_000;

    internal const string TextField = "text:";

    private const string VersionField = "version:";

    [Parameter, EditorRequired]
    public required ReportSheet Sheet { get; set; }

    [Parameter, EditorRequired]
    public required Guid Place { get; set; }

    /// <summary>The language of this document.</summary>
    [Parameter, EditorRequired]
    public required string Spoken { get; set; }

    [Parameter]
    public string? Text { get; set; }

    /// <summary>The version that was on the screen, when somebody else has written another one meanwhile; null otherwise.</summary>
    [Parameter]
    public int? Contested { get; set; }

    private ShownVersion? Theirs => Contested is null ? null : Sheet.Written(Place, Spoken);

    private string Key => $"{Place:N}:{Spoken}";

    private ImmutableArray<ShownVersion> Versions => [.. Sheet.Parts.Where(p => p.Part.Place == Place && p.Part.Language == Spoken)];

    private string Said(ShownVersion version) => texts["VersionBy", version.Part.Version, version.By ?? texts["BySecretariat"], version.Part.WrittenAt.ToDayAndTime()];

    /// <summary>What the editors of a page sent, each with the version that was on the screen. Malformed names are nothing.</summary>
    public static IEnumerable<PostedText> Posted(IFormCollection form) =>
        from field in form
        where field.Key.StartsWith(TextField, StringComparison.Ordinal)
        let key = field.Key[TextField.Length..]
        let parts = key.Split(':')
        where parts.Length == 2 && Guid.TryParse(parts[0], out _)
        select new PostedText(Guid.Parse(parts[0]), parts[1], field.Value.ToString(), int.TryParse(form[VersionField + key], CultureInfo.InvariantCulture, out var version) ? version : 0);
}

/// <summary>The text of one place as a page sent it.</summary>
/// <param name="Version">That was on the screen; 0 for none.</param>
public sealed record PostedText(Guid Place, string Language, string Text, int Version)
{
    private string Key => $"{Place:N}:{Language}:";

    /// <summary>The button pressed is one beside this text.</summary>
    public bool IsChosen(string? button) => button?.StartsWith(Key, StringComparison.Ordinal) == true;

    /// <summary>The version of somebody else that stood there; 0 when the button does not say so.</summary>
    public int Seen(string? button) => IsChosen(button) && int.TryParse(button![Key.Length..], CultureInfo.InvariantCulture, out var version) ? version : 0;
}
