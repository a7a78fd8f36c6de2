using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Rules;
using WitaLive.Domain;

namespace WitaLive.App.Rulings;

/// <summary>All decisions of a meeting: drafted, signed and sent from here, the letters in one act with its progress, which can be stopped, and goes on when the page is left.</summary>
public sealed partial class MeetingRulingsPage(
    RulingReading reading, MeetingActs acts, CurrentPerson current, Names names, IStringLocalizer<RulingTexts> texts) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private LetterRun? _work;
    private MeetingRulings? _sheet;
    private bool _missing;
    private bool _follows;
    private string _delegate = "";
    private int _done;
    private Guid? _pack;
    private NoticeKind _kind;
    private string? _said;

    [Parameter]
    public Guid Id { get; set; }

    private bool IsBusy => _work is not null;

    private bool CanPack => _pack is null && _sheet!.Lines.Any(line => line.SentAt is not null);

    protected override async Task OnParametersSetAsync()
    {
        await ReadAsync();
        if (_sheet is { IsSecretariat: true })
            _work ??= acts.Letters.Of((await current.DemandAsync(Policies.Secretariat)).Principal, new(Id));
    }

    // Come back to, while they go out. What is drawn on the server first does not wait for their end.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_work is { } work && !_follows)
            await FollowAsync(work);
    }

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
        acts.Packs.Forget(_pack);
    }

    private async Task ReadAsync()
    {
        _sheet = await reading.OfMeetingAsync((await current.DemandAsync(Policies.SignedIn)).Principal, new(Id), CancellationToken.None);
        _missing = _sheet is null;
    }

    private async Task DraftAsync()
    {
        var drafted = await acts.Drafts.DraftAsync((await current.DemandAsync(Policies.Secretariat)).Principal, new(Id), CancellationToken.None);
        await SayAsync(NoticeKind.Done, texts["Drafted", drafted]);
    }

    // One after the other: what cannot be signed any more stops the rest, and is said.
    private async Task SignAsync()
    {
        var me = (await current.DemandAsync(Policies.SignedIn)).Principal;
        var signed = 0;
        foreach (var line in _sheet!.Lines.Where(line => line.CanSign))
        {
            if (await acts.Signing.SignAsync(me, line.Id, line.Version, CancellationToken.None) is { } why)
            {
                await SayAsync(NoticeKind.Problem, texts["SignedUntil", signed, line.Reference, acts.Say(why)]);
                return;
            }
            signed++;
        }
        await SayAsync(NoticeKind.Done, texts["Signed", signed]);
    }

    private async Task DelegateAsync()
    {
        if (!Guid.TryParse(_delegate, out var person))
            return;
        var why = await acts.Signing.DelegateAsync((await current.DemandAsync(Policies.SignedIn)).Principal, new(Id), new(person), CancellationToken.None);
        _delegate = "";
        await SayAsync(why);
    }

    private async Task EndAsync(PersonId person) =>
        await SayAsync(await acts.Signing.EndDelegationAsync((await current.DemandAsync(Policies.SignedIn)).Principal, new(Id), person, CancellationToken.None));

    private async Task SendAsync()
    {
        if (IsBusy)
            return;
        _work = acts.Letters.Start((await current.DemandAsync(Policies.Secretariat)).Principal, new(Id));
        await FollowAsync(_work);
    }

    private async Task FollowAsync(LetterRun work)
    {
        _follows = true;
        try
        {
            while (!work.Done.IsCompleted)
            {
                var moved = work.Moved;
                if (_left.IsCancellationRequested)
                    return; // it goes on without this page
                _done = work.Percent;
                StateHasChanged();
                await Task.WhenAny(work.Done, moved);
            }
            var sent = await work.Done;
            (_kind, _said) = sent.Broken == 0 ? (NoticeKind.Done, texts["Sent", sent.Sent].Value) : (NoticeKind.Problem, texts["SentNotAll", sent.Sent, sent.Broken].Value);
        }
        catch (OperationCanceledException)
        {
            (_kind, _said) = (NoticeKind.Information, texts["SendingStopped"]);
        }
        finally
        {
            (_work, _follows) = (null, false);
        }
        if (_left.IsCancellationRequested)
            return;
        await ReadAsync();
        StateHasChanged();
    }

    private void Cancel() => _work?.Stop();

    private async Task PackAsync()
    {
        var me = await current.DemandAsync(Policies.Secretariat);
        _pack = await acts.Packs.PackAsync(me.Principal, new(Id), CancellationToken.None);
        if (_pack is null)
            (_kind, _said) = (NoticeKind.Information, texts["NothingPrinted"]);
    }

    // Fetched once: what is wanted again is made again.
    private void Fetched() => _pack = null;

    private Task SayAsync(Refusal? why) => why is null ? SayAsync(NoticeKind.Done, texts["Recorded"]) : SayAsync(NoticeKind.Problem, acts.Say(why));

    private Task SayAsync(NoticeKind kind, string said)
    {
        (_kind, _said) = (kind, said);
        return ReadAsync();
    }

    // Of those that are here to be signed, how many have a reason that their letter contradicts.
    private static int Denied(MeetingRulings sheet) => sheet.Lines.Count(line => line is { CanSign: true, IsDenied: true });
}
