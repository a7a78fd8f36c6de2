using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.Domain;

namespace WitaLive.App.Meetings;

/// <summary>A part of a meeting's page that changes something: it says beside itself what became of it.</summary>
public abstract class PlanPanel(CurrentPerson current, PlanSentences sentences) : ComponentBase
{
    private int _saidOf;

    [Parameter, EditorRequired]
    public required MeetingSheet Sheet { get; set; }

    /// <summary>Something was changed: the page reads the meeting anew.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    protected NoticeKind Kind { get; private set; } = NoticeKind.Done;

    protected PlanSentences Sentences { get; } = sentences;

    protected string? Said { get; private set; }

    protected MeetingId Id => Sheet.Meeting.Id;

    protected async Task<ClaimsPrincipal> WhoAsync() => (await current.GetAsync()).Principal;

    /// <summary>Does something and says so, or says why not. Whether it may be done is asked by what does it.</summary>
    protected Task DoAsync(Func<ClaimsPrincipal, Task<Refusal?>> act, string done) => TryAsync(act, done);

    /// <summary>The same, for a form that keeps what was typed when it is refused.</summary>
    protected async Task<bool> TryAsync(Func<ClaimsPrincipal, Task<Refusal?>> act, string done)
    {
        var why = await act(await WhoAsync());
        await OnChanged.InvokeAsync();
        Say(why is null ? NoticeKind.Done : NoticeKind.Problem, why is null ? done : Sentences.Of(why));
        return why is null;
    }

    protected void Say(NoticeKind kind, string? text) => (Kind, Said, _saidOf) = (kind, text, Sheet.Meeting.Revision);

    // What stood in the way was said of a plan that has changed since: «nothing on the agenda» does not outlive the first point.
    protected override void OnParametersSet()
    {
        if (Kind is NoticeKind.Problem && Said is not null && Sheet.Meeting.Revision != _saidOf)
            Say(NoticeKind.Done, null);
    }
}
