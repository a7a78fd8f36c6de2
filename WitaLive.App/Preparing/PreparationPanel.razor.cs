using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Rules;
using WitaLive.Domain;

namespace WitaLive.App.Preparing;

/// <summary>Beside a file: what its reader notes for themselves alone, that they have read it, and questions to the secretariat.</summary>
public sealed partial class PreparationPanel(
    PreparationDesk desk, QuestionDesk asking, CurrentPerson current, PreparationWords words, TimeProvider clock) : ComponentBase
{
    private readonly IStringLocalizer<PreparingTexts> texts = words.Texts;
    private readonly Names names = words.Names;
    private Prepared? _prepared;
    private ImmutableArray<AskedQuestion> _questions = [];
    private DateTimeOffset? _savedAt;
    private string? _problem;
    private KeptText _note = null!;
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

    private DateTimeOffset? SavedAt => _note is { KeptAt: { } kept, Why: null } && _note.Typed == _note.Kept && (_savedAt is null || _savedAt < kept) ? kept : _savedAt;

    // What was noted elsewhere meanwhile is said where one chooses between the two.
    private string? NoteProblem => _note is { Why: { } why, Other: null } ? words.Of(why) : null;

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == (Meeting, File))
            return;
        _shown = (Meeting, File);
        var (meeting, file) = _shown;
        _note = new(clock, change => NoteAsync(meeting, file, change));
        (_savedAt, _problem, _question, _questionProblem, _isAsked) = (null, null, "", null, false);
        await ReloadAsync();
    }

    private async Task ReloadAsync()
    {
        var me = (await current.DemandAsync(Policies.SignedIn)).Principal;
        _prepared = await desk.OfAsync(me, new(Meeting), new(File), CancellationToken.None);
        _note.Read(_prepared?.Preparation.Note ?? "");
        _note.Show();
        _questions = await asking.OfMeetingAsync(me, new(Meeting), new(File), CancellationToken.None);
    }

    private async Task LeanAsync(ChangeEventArgs change) => await SavedAsync(
        await desk.LeanAsync((await current.DemandAsync(Policies.SignedIn)).Principal, new(Meeting), new(File), change.Value is string { Length: > 0 } leaning ? leaning : null, CancellationToken.None));

    private Task LeaveAsync(ChangeEventArgs change) => _note.LeaveAsync(change.Value as string ?? "");

    private async Task<Refusal?> NoteAsync(Guid meeting, Guid file, TextChange change)
    {
        var why = await desk.NoteAsync((await current.DemandAsync(Policies.SignedIn)).Principal, new(meeting), new(file), change, CancellationToken.None);
        if (why is ChangedElsewhere && _shown == (meeting, file))
            await ReloadAsync();
        return why;
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
