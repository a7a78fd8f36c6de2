using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room.Chair;

/// <summary>One ballot on several files that nobody contests.</summary>
public sealed partial class BlockForm(RoomWords words, Names names, IStringLocalizer<ChairTexts> texts) : Part
{
    private ImmutableHashSet<ItemId> _chosen = [];
    private string _kind = "";

    [Parameter, EditorRequired]
    public required ImmutableArray<Item> Items { get; set; }

    /// <summary>Who sits now: a file from which one of them is recused is dealt with alone.</summary>
    [Parameter, EditorRequired]
    public required ImmutableDictionary<SeatId, PersonId> Occupants { get; set; }

    /// <summary>Taken out of a block before: dealt with alone too.</summary>
    [Parameter]
    public ImmutableArray<ItemId> TakenOut { get; set; } = [];

    [Parameter]
    public string? Why { get; set; }

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    private IEnumerable<Item> Waiting => Items.Where(item => item.Conclusion is null && item.Planned.Outcomes.Length > 0);

    private ImmutableArray<BlockKind> Kinds => [.. Waiting.Where(item => !IsContested(item))
        .GroupBy(item => $"{item.Planned.Kind}: {string.Join(' ', item.Planned.Outcomes)}")
        .Where(alike => alike.Count() > 1)
        .Select(alike => new BlockKind(alike.Key, alike.First().Planned.Kind, alike.First().Planned.Outcomes, [.. alike]))];

    private ImmutableArray<AgendaItem> Contested => [.. Waiting.Where(IsContested).Select(item => item.Planned)];

    private BlockKind? Kind => Kinds.FirstOrDefault(kind => kind.Key == _kind);

    private ImmutableArray<string> OutcomesChosen => Kind?.Outcomes ?? Kinds[0].Outcomes;

    // Only what is still waiting: another tab may have dealt with some of them meanwhile.
    private ImmutableArray<ItemId> Chosen => [.. Kind?.Items.Select(item => item.Id).Where(_chosen.Contains) ?? []];

    private bool IsContested(Item item) => TakenOut.Contains(item.Id) || Occupants.Values.Any(item.Recused.Contains);

    private void Choose(string kind, ItemId item, bool chosen)
    {
        if (_kind != kind)
            (_kind, _chosen) = (kind, []);
        _chosen = chosen ? _chosen.Add(item) : _chosen.Remove(item);
    }

    private void ChooseAll(BlockKind kind) => (_kind, _chosen) = (kind.Key, [.. kind.Items.Select(item => item.Id)]);

    private async Task<Outcome?> SendAsync(MeetingCommand command)
    {
        var outcome = await Send(command);
        if (outcome is Outcome.Ok)
            _chosen = [];
        return outcome;
    }

    private sealed record BlockKind(string Key, string? Of, ImmutableArray<string> Outcomes, ImmutableArray<Item> Items);
}
