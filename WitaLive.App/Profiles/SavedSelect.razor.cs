using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.Domain;

namespace WitaLive.App.Profiles;

/// <summary>A choice that is saved when it is made.</summary>
public sealed partial class SavedSelect(IStringLocalizer<ProfileTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string Value { get; set; } = "";

    [Parameter, EditorRequired]
    public required IEnumerable<(string Value, string Text)> Options { get; set; }

    [Parameter, EditorRequired]
    public required Func<string, Task<Refusal?>> Save { get; set; }

    // A browser may send anything; only what was offered is kept.
    private Task ChooseAsync(ChangeEventArgs change) => change.Value is string value && Options.Any(option => option.Value == value) ? Save(value) : Task.CompletedTask;
}
