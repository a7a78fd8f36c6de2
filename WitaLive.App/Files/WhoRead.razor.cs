using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Files;

/// <summary>Who of the Commission opened a file, for the person it is about.</summary>
public sealed partial class WhoRead(IStringLocalizer<FileTexts> texts) : ComponentBase
{
    /// <summary>The latest first.</summary>
    [Parameter, EditorRequired]
    public required ImmutableArray<ReadOpening> Openings { get; set; }
}
