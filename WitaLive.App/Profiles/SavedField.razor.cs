using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.Domain;

namespace WitaLive.App.Profiles;

/// <summary>A field that saves itself: while one types, soon after the last key; a day when one leaves it. What is refused stays in the field.</summary>
/// <remarks>What is typed is kept by the browser (ProfilePage.razor.js) until <c>data-saved</c> says the same: a line that breaks loses nothing.</remarks>
public sealed partial class SavedField(TimeProvider clock, IStringLocalizer<ProfileTexts> texts, IStringLocalizer<RefusalTexts> refusals) : ComponentBase
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(600);

    private string _typed = "";
    private string _saved = "";
    private string? _problem;
    private DateTimeOffset? _savedAt;
    private int _keys;
    private bool _isBeingTyped;

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
    public required Func<string, Task<Refusal?>> Save { get; set; }

    private string DescribedBy => Hint is null ? $"{Id}-error" : $"{Id}-hint {Id}-error";

    private string? Invalid => (_problem ?? Warning) is null ? null : "true";

    // A field in which something waits to be saved is left as it is, and a number under the hand of whoever types it: «71» becomes no «71.00» before «7100» is there.
    protected override void OnParametersSet()
    {
        if (_typed == _saved && !_isBeingTyped)
            _typed = _saved = Value;
    }

    // Bound, not heard: only then is what the browser holds known to be there, and not written into the field again over what was typed since (on a slow line, letter by letter).
    private async Task TypeAsync(string typed)
    {
        _typed = typed;
        var mine = ++_keys;
        await Task.Delay(s_pause, clock);
        if (mine == _keys)
            await SaveAsync();
    }

    private Task TypeNumberAsync(string typed)
    {
        _isBeingTyped = true;
        return TypeAsync(typed);
    }

    private Task LeaveAsync(ChangeEventArgs change)
    {
        (_typed, _isBeingTyped) = (change.Value as string ?? "", false);
        _keys++;
        return _typed == _saved && _problem is null ? Task.CompletedTask : SaveAsync();
    }

    // Where a browser raises no change, because the field was written to while one typed.
    private Task LeaveNumberAsync() => _isBeingTyped ? LeaveAsync(new() { Value = _typed }) : Task.CompletedTask;

    private async Task SaveAsync()
    {
        var text = _typed;
        if (await Save(text) is { } why)
        {
            // Of a number, half of it is no mistake: «7100,» is refused when one leaves it so.
            if (!_isBeingTyped)
                _problem = refusals[why.Key, [.. why.Gaps]];
            return;
        }
        (_saved, _problem, _savedAt) = (text, null, clock.GetUtcNow());
    }
}
