using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Rules;
using WitaLive.Domain;

namespace WitaLive.App.Rulings;

/// <summary>All decisions of a meeting: drafted, signed and sent from here, the letters in one act with its progress, which can be stopped.</summary>
public sealed partial class MeetingRulingsPage(
    RulingReading reading, MeetingActs acts, CurrentPerson current, Names names, IStringLocalizer<RulingTexts> texts) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private CancellationTokenSource? _work;
    private MeetingRulings? _sheet;
    private bool _missing;
    private string _delegate = "";
    private int _done;
    private Guid? _pack;
    private NoticeKind _kind;
    private string? _said;

    [Parameter]
    public Guid Id { get; set; }

    private bool IsBusy => _work is not null;

    private bool CanPack => _pack is null && _sheet!.Lines.Any(line => line.SentAt is not null);

    protected override Task OnParametersSetAsync() => ReadAsync();

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
        var me = (await current.DemandAsync(Policies.Secretariat)).Principal;
        (_done, _work) = (0, CancellationTokenSource.CreateLinkedTokenSource(_left.Token));
        try
        {
            // Printing is hard work: on a thread of its own the screen stays alive and «Cancel» is heard.
            var sent = await Task.Run(() => acts.Letters.SendAsync(me, new(Id), new Percent(Show), _work.Token), _work.Token);
            (_kind, _said) = sent.Broken == 0 ? (NoticeKind.Done, texts["Sent", sent.Sent].Value) : (NoticeKind.Problem, texts["SentNotAll", sent.Sent, sent.Broken].Value);
        }
        catch (OperationCanceledException)
        {
            (_kind, _said) = (NoticeKind.Information, texts["SendingStopped"]);
        }
        finally
        {
            _work.Dispose();
            _work = null;
        }
        if (!_left.IsCancellationRequested)
            await ReadAsync();
    }

    private void Cancel() => _work?.Cancel();

    private async Task PackAsync()
    {
        var me = await current.DemandAsync(Policies.Secretariat);
        _pack = await acts.Packs.PackAsync(me.Principal, new(Id), CancellationToken.None);
        if (_pack is null)
            (_kind, _said) = (NoticeKind.Information, texts["NothingPrinted"]);
    }

    // Fetched once: what is wanted again is made again.
    private void Fetched() => _pack = null;

    private void Show(int percent) => _ = InvokeAsync(() =>
    {
        _done = percent;
        StateHasChanged();
    });

    private Task SayAsync(Refusal? why) => why is null ? SayAsync(NoticeKind.Done, texts["Recorded"]) : SayAsync(NoticeKind.Problem, acts.Say(why));

    private Task SayAsync(NoticeKind kind, string said)
    {
        (_kind, _said) = (kind, said);
        return ReadAsync();
    }
}
