using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Rules;

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
        (_savedAt, _problem, _question, _questionProblem, _isAsked) = (null, null, "", null, false);
        await ReloadAsync();
    }

    private async Task ReloadAsync()
    {
        var me = (await current.DemandAsync(Policies.SignedIn)).Principal;
        _prepared = await desk.OfAsync(me, new(Meeting), new(File), CancellationToken.None);
        _questions = await asking.OfMeetingAsync(me, new(Meeting), new(File), CancellationToken.None);
    }

    private Task LeanAsync(ChangeEventArgs change) => SaveAsync(_prepared!.Preparation.Note, change.Value is string { Length: > 0 } leaning ? leaning : null);

    private Task NoteAsync(ChangeEventArgs change) => SaveAsync(change.Value as string ?? "", _prepared!.Preparation.Leaning);

    private async Task SaveAsync(string note, string? leaning)
    {
        var why = await desk.SaveAsync((await current.DemandAsync(Policies.SignedIn)).Principal, new(Meeting), new(File), note, leaning, CancellationToken.None);
        _problem = why is null ? null : words.Of(why);
        _savedAt = why is null ? clock.GetUtcNow() : null;
        await ReloadAsync();
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
        _problem = why is null ? null : words.Of(why);
        await ReloadAsync();
        return why is null;
    }

    private async Task AskAsync()
    {
        var why = await asking.AskAsync((await current.DemandAsync(Policies.SignedIn)).Principal, new(Meeting), new(File), _question, CancellationToken.None);
        (_questionProblem, _isAsked) = why is null ? (null, true) : (words.Of(why), false);
        if (why is null)
            _question = "";
        await ReloadAsync();
    }
}
