using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using WitaLive.App.Access;
using WitaLive.App.Files;
using WitaLive.App.Live;
using WitaLive.App.Room.Chair;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room;

/// <summary>The live room of one meeting: lets in who is on its list or serves it, and sends what they do in their own name.</summary>
public sealed partial class LiveRoom(
    RoomEntrance entrance, CurrentPerson current, IJSRuntime script, IStringLocalizer<RoomTexts> texts, RefusalSentences refusals, PaperBell papers, AuthenticationStateProvider states, TimeProvider clock)
    : ComponentBase, IDisposable
{
    private readonly Pace _pace = new(clock);
    private EnteredRoom? _entered;
    private IDisposable? _papers;
    private bool _isGone;
    private PersonId _me;
    private bool _isSecretariat;
    private bool _refused;
    private bool _signedOut;
    private string? _problem;
    private Func<ItemId, Task<Deliberated?>>? _deliberated;

    [Parameter, EditorRequired]
    public required Guid Id { get; set; }

    // Whoever is shut out while their room is open sees and does nothing more in it.
    protected override void OnInitialized() => states.AuthenticationStateChanged += LookWhoIsThere;

    protected override async Task OnParametersSetAsync()
    {
        if (_entered?.Room.Id.Value == Id)
            return;

        // The session may have ended between the drawing of the page and its beginning to live.
        if (await current.FindAsync() is not { } person)
        {
            _signedOut = true;
            return;
        }
        (_me, _isSecretariat) = (person.Id, person.May(Policies.Secretariat));
        var entered = await entrance.EnterAsync(new(Id), person);
        if (entered is not null)
            await entrance.OpenOthersAsync(new(Id));
        _refused = entered is null;
        _entered = _signedOut ? null : entered; // shut out while coming in
        _papers?.Dispose();
        // A circuit that ended while its person came in must not be held by the bell.
        _papers = _entered is null || _isGone ? null : papers.Hear(meeting => _ = meeting.Value == Id ? InvokeAsync(ReadPapersAsync) : Task.CompletedTask);
        _deliberated = async item => await entrance.DeliberatedAsync(_entered!.Room, await current.GetAsync(), item);
    }

    public void Dispose()
    {
        _isGone = true;
        _papers?.Dispose();
        states.AuthenticationStateChanged -= LookWhoIsThere;
    }

    private void LookWhoIsThere(Task<AuthenticationState> changed) => _ = InvokeAsync(async () =>
    {
        if ((await changed).User.Identity?.IsAuthenticated is true)
            return;
        _papers?.Dispose();
        (_entered, _signedOut) = (null, true);
        StateHasChanged();
    });

    // The secretariat adds some while the meeting sits.
    private async Task ReadPapersAsync()
    {
        if (_entered is not { } entered)
            return;
        var now = await entrance.PapersAsync(entered.Room.Id);
        if (_entered != entered)
            return;
        _entered = entered with { Papers = now };
        StateHasChanged();
    }

    // The module listens for the number keys once for the whole page; it is told that the page lives, and nothing afterwards.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && await script.InvokeAsync<IJSObjectReference?>("import", $"./{Assets["Room/LiveRoom.razor.js"]}") is { } module)
        {
            await module.InvokeVoidAsync("live");
            await module.DisposeAsync();
        }
    }

    private async Task<Outcome?> SendAsync(MeetingCommand command)
    {
        var outcome = await SendFromPanelAsync(command);
        if (outcome is Outcome.Refused(var why))
            Say(refusals.Of(why));
        return outcome;
    }

    private async Task<Outcome?> SendFromPanelAsync(MeetingCommand command)
    {
        var outcome = await SendQuietlyAsync(command);
        Say(outcome is null ? texts["NotRecorded"].Value
            : command is ConfirmWitnessedVote && outcome is Outcome.Ok { Value: [WitnessedVoteRejected] } ? texts["AnotherChoiceEntered"].Value : null);
        return outcome;
    }

    private void Say(string? problem)
    {
        if (problem == _problem)
            return;
        _problem = problem;
        StateHasChanged();
    }

    /// <summary>Who acts is who is signed in now, and must still be of this meeting; the meeting itself then decides what that person may do.</summary>
    private async Task<Outcome?> SendQuietlyAsync(MeetingCommand command)
    {
        await _pace.WaitAsync();
        if (await current.FindAsync() is not { } person || _entered is not { Room: var room } || !RoomEntrance.MayEnter(room, person))
            return new NotOnTheList();
        try
        {
            return await room.SendAsync(command, new(person.Id, person.May(Policies.Secretariat)));
        }
        catch (NotRecordedException)
        {
            return null;
        }
    }
}
