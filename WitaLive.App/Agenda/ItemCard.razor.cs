using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Agenda;

/// <summary>The item being dealt with: what it is, its papers, and the reader's own recusal from it.</summary>
public sealed partial class ItemCard(IStringLocalizer<AgendaTexts> texts, Names names)
{
    [Parameter, EditorRequired]
    public required Item Item { get; set; }

    [Parameter]
    public ImmutableArray<ItemPaper> Papers { get; set; } = [];

    /// <summary>Where the file is read that is dealt with; null for a point that is none, and for whoever does not read it.</summary>
    [Parameter]
    public string? FileAddress { get; set; }

    /// <summary>The reader is on the list.</summary>
    [Parameter]
    public bool CanRecuse { get; set; }

    [Parameter]
    public bool Recused { get; set; }

    /// <summary>No ballot has been held on it yet.</summary>
    [Parameter]
    public bool CanWithdraw { get; set; }

    /// <summary>Who of the duo would sit instead, when here.</summary>
    [Parameter]
    public string? Partner { get; set; }

    [Parameter]
    public EventCallback<ItemId> OnRecuse { get; set; }

    [Parameter]
    public EventCallback<ItemId> OnWithdraw { get; set; }

    private (string Before, string Number, string After) _title;

    protected override void OnParametersSet() => _title = Item.Planned.InPieces();
}

/// <summary>A paper of an item, as a link.</summary>
public sealed record ItemPaper(Guid Id, string Name, long Size)
{
    public string Address => $"papers/{Id}";
}
