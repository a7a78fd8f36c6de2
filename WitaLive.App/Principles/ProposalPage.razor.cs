using Microsoft.AspNetCore.Components;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.Domain;
using WitaLive.Domain.Principles;

namespace WitaLive.App.Principles;

/// <summary>One proposal: what it says, what members say of it, and for the secretariat what can be done now.</summary>
public sealed partial class ProposalPage(ProposalReading reading, ProposalDesk desk, ProposalPlacing placing, CurrentPerson current, PrincipleWords texts) : ComponentBase
{
    private ProposalSheet? _sheet;
    private bool _missing;
    private bool _isSecretariat;
    private NoticeKind _kind;
    private string? _notice;
    private string _remark = "";
    private Guid _remarkId = Guid.NewGuid();

    [Parameter]
    public Guid Id { get; set; }

    private Proposal Proposal => _sheet!.Line.Proposal;

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        var me = await current.DemandAsync(Policies.SignedIn);
        _isSecretariat = me.May(Policies.Secretariat);
        _sheet = await reading.ReadAsync(me.Principal, new(Id), CancellationToken.None);
        _missing = _sheet is null;
    }

    private Task ProposeAsync(bool isRead) => DoAsync("Proposed", async () => await desk.ProposeAsync((await current.DemandAsync(Policies.Secretariat)).Principal, new(Id), _sheet!.Revision, isRead, CancellationToken.None));

    private Task PlaceAsync((MeetingId Meeting, bool IsRead) chosen) => DoAsync("Placed", async () => await placing.PlaceAsync((await current.DemandAsync(Policies.Secretariat)).Principal, new(Id), _sheet!.Revision, chosen.Meeting, chosen.IsRead, CancellationToken.None));

    private Task WithdrawAsync() => DoAsync("IsWithdrawn", async () => await desk.WithdrawAsync((await current.DemandAsync(Policies.Secretariat)).Principal, new(Id), _sheet!.Revision, CancellationToken.None));

    private Task RemarkAsync() => DoAsync("RemarkSent", async () =>
    {
        var why = await desk.RemarkAsync((await current.DemandAsync(Policies.SignedIn)).Principal, new(Id), _remarkId, _remark, CancellationToken.None);
        if (why is null)
            (_remark, _remarkId) = ("", Guid.NewGuid());
        return why;
    });

    private async Task DoAsync(string done, Func<Task<Refusal?>> act)
    {
        var why = await act();
        (_kind, _notice) = why is null ? (NoticeKind.Done, texts[done]) : (NoticeKind.Problem, texts.Of(why));
        await ReloadAsync();
    }
}
