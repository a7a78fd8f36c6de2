using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Files;

/// <summary>Of an appeal, what is new in it; of an application, that there is an appeal.</summary>
public sealed partial class AppealPanel(IStringLocalizer<FileTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required FileSheet Sheet { get; set; }

    /// <summary>Where the reader finds the other file: «files» or «my/applications»; null for who may not read it.</summary>
    [Parameter]
    public string? Files { get; set; }
}
