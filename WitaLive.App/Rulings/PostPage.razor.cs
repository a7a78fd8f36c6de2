using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;

namespace WitaLive.App.Rulings;

/// <summary>The letters that go by post, and the day on which they went.</summary>
public sealed partial class PostPage(PostDesk desk, CurrentPerson current, IStringLocalizer<RulingTexts> texts, IStringLocalizer<RefusalTexts> refusals) : ComponentBase
{
    private readonly HashSet<Guid> _chosen = [];
    private ImmutableArray<PostLine>? _lines;
    private ImmutableArray<string> _refused = [];
    private DateOnly? _day;
    private NoticeKind _kind;
    private string? _said;

    protected override async Task OnInitializedAsync()
    {
        _day = desk.Today;
        await ReadAsync();
    }

    // What somebody else has marked meanwhile is chosen no more.
    private async Task ReadAsync()
    {
        var me = (await current.DemandAsync(Policies.Secretariat)).Principal;
        var lines = await desk.ReadAsync(me, CancellationToken.None);
        (_lines, _refused) = (lines, desk.RefusedAnswers(me));
        _chosen.IntersectWith(lines.Select(line => line.Id));
    }

    private async Task PostAsync()
    {
        if (_day is not { } day || _chosen.Count == 0)
            return;
        var why = await desk.PostAsync((await current.DemandAsync(Policies.Secretariat)).Principal, _chosen, day, CancellationToken.None);
        (_kind, _said) = why is null ? (NoticeKind.Done, texts["PostedDone", _chosen.Count].Value) : (NoticeKind.Problem, refusals[why.Key, [.. why.Gaps]].Value);
        if (why is null)
            _chosen.Clear();
        await ReadAsync();
    }

    private void Choose(Guid letter, bool isChosen)
    {
        if (isChosen)
            _chosen.Add(letter);
        else
            _chosen.Remove(letter);
    }
}
