using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.Domain;

namespace WitaLive.App.Profiles;

/// <summary>A choice that is saved when it is made. Where another one was made elsewhere meanwhile, that one stands here, and it is said: it is quickly made again.</summary>
public sealed partial class SavedSelect(TimeProvider clock, IStringLocalizer<ProfileTexts> texts, IStringLocalizer<RefusalTexts> refusals) : ComponentBase
{
    private KeptText _choice = null!;
    private string? _value;
    private string? _undone;

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string Value { get; set; } = "";

    [Parameter, EditorRequired]
    public required IEnumerable<(string Value, string Text)> Options { get; set; }

    [Parameter, EditorRequired]
    public required Func<TextChange, Task<Refusal?>> Save { get; set; }

    private string? Problem => _undone is not null ? texts["ChosenElsewhere", _undone].Value : _choice.Why is { } why ? refusals[why.Key, [.. why.Gaps]].Value : null;

    protected override void OnInitialized() => _choice = new(clock, change => Save(change));

    // «None of these» is kept as nothing, and stays on the screen all the same.
    protected override void OnParametersSet()
    {
        if (_value == Value)
            return;
        _choice.Read(_value = Value);
        _choice.Show();
    }

    // A browser may send anything; only what was offered is kept.
    private async Task ChooseAsync(ChangeEventArgs change)
    {
        if (change.Value is not string value || Options.FirstOrDefault(option => option.Value == value).Text is not { } chosen)
            return;
        _undone = null;
        await _choice.LeaveAsync(value);
        if (_choice.Other is null)
            return;
        _undone = chosen;
        _choice.TakeOther();
    }
}
