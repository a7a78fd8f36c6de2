using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.Domain;
using WitaLive.Domain.Rulings;

namespace WitaLive.App.Rulings;

/// <summary>The letters that go by post, and the day on which they went.</summary>
public sealed partial class PostPage(PostDesk desk, CurrentPerson current, IStringLocalizer<RulingTexts> texts, IStringLocalizer<RefusalTexts> refusals) : ComponentBase
{
    private const int NamedAnswers = 5;

    private readonly HashSet<Guid> _chosen = [];
    private readonly Dictionary<Guid, string> _to = [];
    private ImmutableArray<PostLine>? _lines;
    private ImmutableArray<string> _refused = [];
    private ImmutableArray<Guid> _lacking = [];
    private DateOnly? _day;
    private NoticeKind _kind;
    private string? _said;

    private string RefusedNames =>
        _refused.Length <= NamedAnswers ? string.Join(", ", _refused) : texts["AndMoreAnswers", string.Join(", ", _refused.Take(NamedAnswers)), _refused.Length - NamedAnswers].Value;

    private static string IdOf(PostLine line) => $"posted-to-{line.Id}";

    protected override async Task OnInitializedAsync()
    {
        _day = desk.Today;
        await ReadAsync();
    }

    // What somebody else has marked meanwhile is chosen no more. Where an address is known now, there is no field any more: nothing goes out of it that nobody sees.
    private async Task ReadAsync()
    {
        var me = (await current.DemandAsync(Policies.Secretariat)).Principal;
        var lines = await desk.ReadAsync(me, CancellationToken.None);
        (_lines, _refused) = (lines, desk.RefusedAnswers(me));
        _chosen.IntersectWith(lines.Select(line => line.Id));
        foreach (var letter in _to.Keys.Except(lines.Where(line => line.Address.Length == 0).Select(line => line.Id)).ToList())
            _to.Remove(letter);
    }

    private async Task PostAsync()
    {
        if (_day is not { } day || _chosen.Count == 0)
            return;
        var why = await desk.PostAsync((await current.DemandAsync(Policies.Secretariat)).Principal, _chosen, day, CancellationToken.None, _to);
        _lacking = why is LetterNeedsAddress(var lacking, _) ? lacking : [];
        (_kind, _said) = why is null ? (NoticeKind.Done, texts["PostedDone", _chosen.Count].Value) : (NoticeKind.Problem, refusals[why.Key, [.. why.Gaps]].Value);
        if (why is null)
            _chosen.Clear();
        await ReadAsync();
    }

    private bool Lacks(PostLine line) => _lacking.Contains(line.Id) && OneLine.Of(_to.GetValueOrDefault(line.Id, "")).Length == 0;

    private void Choose(Guid letter, bool isChosen)
    {
        if (isChosen)
            _chosen.Add(letter);
        else
            _chosen.Remove(letter);
    }
}
