using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.Domain;

namespace WitaLive.App.Profiles;

/// <summary>A field that saves itself: while one types, soon after the last key; a day when one leaves it. What is refused stays in the field.</summary>
/// <remarks>What is typed is kept by the browser (ProfilePage.razor.js) until <c>data-saved</c> says the same: a line that breaks loses nothing.</remarks>
public sealed partial class SavedField(TimeProvider clock, IStringLocalizer<ProfileTexts> texts, IStringLocalizer<RefusalTexts> refusals) : ComponentBase
{
    private KeptText _text = null!;
    private bool _isBeingTyped;
    private bool _isDrawn;
    private int _drawings;
    private int _shown;
    private int _toShow;

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    /// <summary>text, area, date or number.</summary>
    [Parameter]
    public string Kind { get; set; } = "text";

    [Parameter]
    public string? Complete { get; set; }

    [Parameter]
    public string Value { get; set; } = "";

    /// <summary>What is wrong with it although it is kept.</summary>
    [Parameter]
    public string? Warning { get; set; }

    /// <summary>Keeps what was typed; answers why not, or null.</summary>
    [Parameter, EditorRequired]
    public required Func<TextChange, Task<Refusal?>> Save { get; set; }

    private string DescribedBy => Hint is null ? $"{Id}-error" : $"{Id}-hint {Id}-error";

    // Of a number, half of it is no mistake: «7100,» is refused when one leaves it so. What was changed elsewhere is said where one chooses.
    private string? Problem => _isBeingTyped || _text.Why is not { } why || _text.Other is not null ? null : refusals[why.Key, [.. why.Gaps]].Value;

    private string? Invalid => (Problem ?? Warning) is null && _text.Other is null ? null : "true";

    private string Other => Kind == "date" && Typed.Day(_text.Other!) is { } day ? day.ToShortDay() : _text.Other!;

    protected override void OnInitialized() => _text = new(clock, change => Save(change));

    // A number under the hand of whoever types it is left as it is too: «71» becomes no «71.00» before «7100» is there.
    protected override void OnParametersSet()
    {
        if (!_text.Read(Value, _isBeingTyped))
            return;
        if (_isDrawn)
            _toShow = _drawings + 1;
        else
            _text.Show();
    }

    protected override bool ShouldRender() => ++_drawings > 0;

    // Comes when the browser has answered that it has drawn: what it sent before was typed over what had stood there.
    protected override void OnAfterRender(bool firstRender)
    {
        _isDrawn = true;
        if (!firstRender && ++_shown >= _toShow)
            _text.Show();
    }

    // Bound, not heard: only then is what the browser holds known to be there, and not written into the field again over what was typed since (on a slow line, letter by letter).
    private Task TypeAsync(string typed) => _text.TypeAsync(typed);

    private Task TypeNumberAsync(string typed)
    {
        _isBeingTyped = true;
        return TypeAsync(typed);
    }

    private Task LeaveAsync(ChangeEventArgs change)
    {
        _isBeingTyped = false;
        return _text.LeaveAsync(change.Value as string ?? "");
    }

    // Where a browser raises no change, because the field was written to while one typed.
    private Task LeaveNumberAsync() => _isBeingTyped ? LeaveAsync(new() { Value = _text.Typed }) : Task.CompletedTask;

    private void Return(ChangeEventArgs change) => _text.Return(change.Value as string ?? "");
}
