using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Meetings;

namespace WitaLive.App.Conflicts;

/// <summary>Items that name what one declared to be tied to: one confirms a conflict of interest, or denies it.</summary>
public sealed partial class ConflictsPage(ConflictDesk desk, CurrentPerson current, PlanSentences sentences, IStringLocalizer<ConflictTexts> texts) : ComponentBase
{
    private ImmutableArray<ConflictLine>? _lines;
    private NoticeKind _kind;
    private string? _said;

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync() => _lines = await desk.OwnAsync((await current.GetAsync()).Principal, CancellationToken.None);

    private async Task AnswerAsync(ConflictLine line, bool confirmed)
    {
        var me = await current.GetAsync();
        var why = await desk.AnswerAsync(me.Principal, line.Conflict.MeetingId, line.Conflict.ItemId, confirmed, CancellationToken.None);
        (_kind, _said) = why is null ? (NoticeKind.Done, texts[confirmed ? "Confirmed" : "Denied"].Value) : (NoticeKind.Problem, sentences.Of(why));
        await ReadAsync();
    }
}
