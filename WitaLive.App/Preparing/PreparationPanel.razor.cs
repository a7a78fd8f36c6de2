using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Rules;
using WitaLive.Domain;

namespace WitaLive.App.Preparing;

/// <summary>Beside a file: what its reader notes for themselves alone, that they have read it, and questions to the secretariat.</summary>
public sealed partial class PreparationPanel(
    PreparationDesk desk, QuestionDesk asking, CurrentPerson current, PreparationWords words, TimeProvider clock) : ComponentBase
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(600);

    private readonly IStringLocalizer<PreparingTexts> texts = words.Texts;
    private readonly Names names = words.Names;
    private Prepared? _prepared;
    private ImmutableArray<AskedQuestion> _questions = [];
    private DateTimeOffset? _savedAt;
    private string? _problem;
    private string _typed = "";
    private string _kept = "";
    private string? _refused;
    private int _keys;
    private bool _isKeeping;
    private Guid _next = Guid.CreateVersion7();
    private string _question = "";
    private string? _questionProblem;
    private bool _isAsked;
    private (Guid Meeting, Guid File) _shown;

    [Parameter, EditorRequired]
    public required Guid Meeting { get; set; }

    [Parameter, EditorRequired]
    public required Guid File { get; set; }

    /// <summary>Read: the reader wants the next file that is not.</summary>
    [Parameter]
    public EventCallback OnRead { get; set; }

    /// <summary>What is read or not has changed.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == (Meeting, File))
            return;
        _shown = (Meeting, File);
        (_typed, _kept, _refused) = ("", "", null);
        (_savedAt, _problem, _question, _questionProblem, _isAsked) = (null, null, "", null, false);
        await ReloadAsync();
    }

    private async Task ReloadAsync()
    {
        var me = (await current.DemandAsync(Policies.SignedIn)).Principal;
        _prepared = await desk.OfAsync(me, new(Meeting), new(File), CancellationToken.None);
        if (_typed == _kept) // what waits to be kept is left as it is
            _typed = _kept = _prepared?.Preparation.Note ?? "";
        _questions = await asking.OfMeetingAsync(me, new(Meeting), new(File), CancellationToken.None);
    }

    private async Task LeanAsync(ChangeEventArgs change) => await SavedAsync(
        await desk.LeanAsync((await current.DemandAsync(Policies.SignedIn)).Principal, new(Meeting), new(File), change.Value is string { Length: > 0 } leaning ? leaning : null, CancellationToken.None));

    // Soon after the last key, as in a profile, and when one leaves the field.
    private async Task TypeAsync(string typed)
    {
        (_typed, _savedAt) = (typed, null);
        var (mine, shown) = (++_keys, _shown);
        await Task.Delay(s_pause, clock);
        if (mine == _keys && shown == _shown)
            await KeepAsync();
    }

    private Task LeaveAsync(ChangeEventArgs change)
    {
        _typed = change.Value as string ?? "";
        _keys++;
        return KeepAsync();
    }

    // One after the other: two at once would take each other for another window.
    private async Task KeepAsync()
    {
        if (_isKeeping)
            return; // whoever keeps takes what was typed since
        _isKeeping = true;
        try
        {
            var shown = _shown;
            while (_typed != _kept && _typed != _refused && shown == _shown)
            {
                var text = _typed;
                var why = await desk.NoteAsync((await current.DemandAsync(Policies.SignedIn)).Principal, new(shown.Meeting), new(shown.File), new(text, _kept), CancellationToken.None);
                if (shown != _shown)
                    return; // another file is shown by now
                if (why is null || why is NoteChangedElsewhere)
                    _kept = why is NoteChangedElsewhere other ? other.Note : text; // it was said: whoever writes on has seen it
                (_savedAt, _problem, _refused) = why is null ? (clock.GetUtcNow(), null, null) : ((DateTimeOffset?)null, words.Of(why), text);
            }
        }
        finally
        {
            _isKeeping = false;
        }
    }

    private Task SavedAsync(Refusal? why)
    {
        _savedAt = why is null ? clock.GetUtcNow() : null;
        return SayAsync(why);
    }

    // What was refused stays on the screen with the reason: read anew, the panel may be gone, and with it what was typed.
    private Task SayAsync(Refusal? why)
    {
        _problem = why is null ? null : words.Of(why);
        return why is null ? ReloadAsync() : Task.CompletedTask;
    }

    private async Task ReadAsync()
    {
        if (await MarkAsync(isRead: true))
            await OnRead.InvokeAsync();
    }

    private async Task UnreadAsync()
    {
        if (await MarkAsync(isRead: false))
            await OnChanged.InvokeAsync();
    }

    private async Task<bool> MarkAsync(bool isRead)
    {
        var why = await desk.MarkAsync((await current.DemandAsync(Policies.SignedIn)).Principal, new(Meeting), new(File), isRead, CancellationToken.None);
        await SayAsync(why);
        return why is null;
    }

    private async Task AskAsync()
    {
        var asked = _next;
        var why = await asking.AskAsync((await current.DemandAsync(Policies.SignedIn)).Principal, new(Meeting), new(File), asked, _question, CancellationToken.None);
        (_questionProblem, _isAsked) = why is null ? (null, true) : (words.Of(why), false);
        if (why is not null)
            return;
        if (_next == asked)
            (_question, _next) = ("", Guid.CreateVersion7());
        await ReloadAsync();
    }
}
