using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Meetings;
using WitaLive.Domain;

namespace WitaLive.App.Conflicts;

/// <summary>Items that name what one declared to be tied to, or whose file one stepped aside for before: one confirms a conflict of interest, or denies it, or takes it back; and who presides does not accept one.</summary>
public sealed partial class ConflictsPage(ConflictDesk desk, RecusalDesk recusals, CurrentPerson current, PlanSentences sentences, IStringLocalizer<ConflictTexts> texts) : ComponentBase
{
    private ImmutableArray<ConflictLine>? _lines;
    private ImmutableArray<ConflictLine> _presided = [];
    private NoticeKind _kind;
    private string? _said;

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        var me = await current.GetAsync();
        _presided = await desk.PresidedAsync(me.Principal, CancellationToken.None);
        _lines = await desk.OwnAsync(me.Principal, CancellationToken.None);
    }

    private async Task AnswerAsync(ConflictLine line, bool confirmed)
    {
        var me = await current.GetAsync();
        await SayAsync(
            await recusals.AnswerAsync(me.Principal, line.Conflict.MeetingId, line.Conflict.ItemId, confirmed, CancellationToken.None), texts[confirmed ? "Confirmed" : "Denied"]);
    }

    private async Task LiftAsync(ConflictLine line, string reason)
    {
        var (me, conflict) = (await current.GetAsync(), line.Conflict);
        await SayAsync(
            await recusals.LiftAsync(me.Principal, conflict.MeetingId, conflict.ItemId, conflict.PersonId, reason, CancellationToken.None),
            texts[conflict.PersonId == me.Id ? "WithdrawDone" : "RejectDone"]);
    }

    private Task SayAsync(Refusal? why, string done)
    {
        (_kind, _said) = why is null ? (NoticeKind.Done, done) : (NoticeKind.Problem, sentences.Of(why));
        return ReadAsync();
    }
}
