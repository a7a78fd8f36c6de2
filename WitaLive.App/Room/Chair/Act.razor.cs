using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room.Chair;

/// <summary>A button that sends one command and says, where it was pressed, that it is being recorded or why it was refused.</summary>
/// <remarks>
/// It is never taken out of the keyboard's order while an answer is awaited: a disabled button loses the focus. What has only just
/// come to stand under a finger was not meant and is not done; the second half of a double click does not come here (start.js).
/// </remarks>
public sealed partial class Act(TimeProvider clock, RefusalSentences refusals, IStringLocalizer<ChairTexts> texts) : Part, IDisposable
{
    private static readonly TimeSpan s_meant = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan s_read = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_seen = TimeSpan.FromSeconds(2);

    private readonly string _whyId = $"why-{Guid.NewGuid():N}";
    private readonly string _errorId = $"refused-{Guid.NewGuid():N}";
    private (string, MeetingCommand?) _shown;
    private long? _since;
    private bool _sending;
    private string? _refusal;
    private string? _typedFor;
    private long _refusedAt;
    private bool _isGone;

    [CascadingParameter]
    public RunPanel? Panel { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    /// <summary>What is sent; otherwise <see cref="Make"/> makes it when the button is pressed.</summary>
    [Parameter]
    public MeetingCommand? Command { get; set; }

    [Parameter]
    public Func<MeetingCommand>? Make { get; set; }

    /// <summary>What the act is done to, where several buttons have the same label; for screen readers.</summary>
    [Parameter]
    public string? Of { get; set; }

    /// <summary>The label follows what is chosen in the form that the act belongs to: it is no other act for that, and may be pressed at once.</summary>
    [Parameter]
    public bool FollowsForm { get; set; }

    /// <summary>What was typed for it: said again when the act is refused and its field is gone.</summary>
    [Parameter]
    public string? Typed { get; set; }

    /// <summary>Why it cannot be done now; null when it can.</summary>
    [Parameter]
    public string? Why { get; set; }

    [Parameter]
    public string? Class { get; set; }

    /// <summary>Done and recorded. The part that holds this act is then drawn again: the state that follows from it may have come before the answer.</summary>
    [Parameter]
    public EventCallback Done { get; set; }

    /// <summary>The question before what cannot be taken back; <see cref="ChildContent"/> says what will happen.</summary>
    [Parameter]
    public string? Question { get; set; }

    /// <summary>Whether the question is asked at all, as things stand.</summary>
    [Parameter]
    public bool Asks { get; set; } = true;

    /// <inheritdoc cref="ConfirmButton.EnterConfirms"/>
    [Parameter]
    public bool EnterConfirms { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    protected override void OnParametersSet()
    {
        var shown = (FollowsForm ? "" : Label, Command);
        if (_shown == shown)
            return;
        _shown = shown;
        _since = Panel is { IsNew: true } ? null : clock.GetTimestamp();
        Leave();
    }

    public void Dispose()
    {
        _isGone = true;
        Leave();
    }

    // The answer may come before the state that explains it: nobody has read what goes at once.
    private void Leave()
    {
        if (_refusal is { } unread && clock.GetElapsedTime(_refusedAt) < s_seen)
            TellAbove(unread, _typedFor);
        _refusal = null;
    }

    private void TellAbove(string refusal, string? typed) => Panel?.Tell(string.IsNullOrWhiteSpace(typed) ? refusal : texts["RefusedWithTyped", refusal, typed]);

    // A key is pressed where the focus is, and that was there before: it is meant.
    private Task PressAsync(MouseEventArgs press) => press.Detail > 0 && _since is { } since && clock.GetElapsedTime(since) < s_meant ? Task.CompletedTask : SendAsync();

    private async Task SendAsync()
    {
        if (_sending || Why is not null)
            return;

        _sending = true;
        _refusal = null;
        Panel?.Begin();
        var done = false;
        var (pressed, typed) = (_shown, Typed);
        try
        {
            var outcome = await Send(Command ?? Make!());
            var refusal = outcome is Outcome.Refused(var why) ? refusals.Of(why) : null;
            if (!_isGone && _shown == pressed)
                _ = RefuseAsync(refusal, typed);
            else if (refusal is not null)
                TellAbove(refusal, typed);
            done = outcome is Outcome.Ok;
            if (done)
                await Done.InvokeAsync();
        }
        finally
        {
            _sending = false;
            Panel?.End(done);
        }
    }

    // When it has been read and the meeting has gone on, it may not be so any more.
    private async Task RefuseAsync(string? refusal, string? typed)
    {
        (_refusal, _typedFor, _refusedAt) = (refusal, typed, clock.GetTimestamp());
        if (refusal is null)
            return;
        var version = Panel?.Version;
        do
            await Task.Delay(s_read, clock);
        while (Panel?.Version == version && _refusal == refusal && !_isGone);
        if (_refusal != refusal || _isGone)
            return;
        _refusal = null;
        StateHasChanged();
    }
}
