using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Ballots;

/// <summary>The files of a block. Any member takes one out, to be dealt with alone, or steps aside for one.</summary>
public sealed partial class BlockFiles(PutWords put, IStringLocalizer<BallotTexts> texts)
{
    private ImmutableArray<Item> _items = [];

    /// <summary>All items of the meeting.</summary>
    [Parameter, EditorRequired]
    public required ImmutableArray<Item> Items { get; set; }

    /// <summary>Those of the block.</summary>
    [Parameter, EditorRequired]
    public required ImmutableArray<ItemId> Ids { get; set; }

    /// <summary>What the vote puts of each beside the outcome.</summary>
    [Parameter]
    public ImmutableArray<PutActivities> Put { get; set; } = [];

    [Parameter]
    public bool CanTakeOut { get; set; }

    [Parameter]
    public EventCallback<ItemId> OnTakeOut { get; set; }

    /// <summary>The reader is on the list and may step aside for one of them.</summary>
    [Parameter]
    public bool CanRecuse { get; set; }

    [Parameter]
    public PersonId Me { get; set; }

    [Parameter]
    public EventCallback<ItemId> OnRecuse { get; set; }

    protected override void OnParametersSet() => _items = [.. Items.Where(item => Ids.Contains(item.Id))];
}
