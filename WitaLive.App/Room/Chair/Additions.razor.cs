using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.App.Live;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room.Chair;

/// <summary>Items off the agenda: with the consent of everyone present, or in urgency with a reason on record.</summary>
/// <remarks>Source: rules of procedure, art. 5 § 3.</remarks>
public sealed partial class Additions(RoomWords words, IStringLocalizer<ChairTexts> texts) : Part
{
    private readonly string _id = "room-addition";
    private readonly Dictionary<string, string> _titles = [];
    private ItemId _item = new(Guid.NewGuid());
    private int _outcomes;
    private string _reason = "";

    [Parameter, EditorRequired]
    public required ImmutableArray<string> Languages { get; set; }

    [Parameter, EditorRequired]
    public required ImmutableArray<Item> Items { get; set; }

    /// <inheritdoc cref="MeetingPlan.PointOutcomes"/>
    [Parameter]
    public ImmutableArray<string>? PointOutcomes { get; set; }

    [Parameter, EditorRequired]
    public required ImmutableArray<ProposedItem> Proposed { get; set; }

    /// <inheritdoc cref="MeetingView.Asked"/>
    [Parameter, EditorRequired]
    public required ImmutableArray<SeatView> Asked { get; set; }

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    // What may be put to the vote is not typed: it is what points have, or, in a meeting that does not say so, its other points.
    private ImmutableArray<ImmutableArray<string>> Kinds => PointOutcomes is { } outcomes
        ? [outcomes]
        : [.. Items.Where(item => item.Planned.File is null).Select(item => item.Planned.Outcomes).Where(outcomes => outcomes.Length > 0).DistinctBy(outcomes => string.Join(' ', outcomes))];

    private AgendaItem Item => new(
        _item,
        0,
        Languages.Where(language => !string.IsNullOrWhiteSpace(_titles.GetValueOrDefault(language)))
            .ToImmutableSortedDictionary(language => language, language => _titles[language].Trim()),
        null,
        null,
        _outcomes == 0 ? [] : Kinds[_outcomes - 1],
        0);

    private static string LanguageName(string code) => Language.Find(code)?.Name ?? code;

    private ProposeItem Propose() => new(Item);

    private AddUrgentItem AddUrgent() => new(Item, _reason);

    private void NextIntention()
    {
        _item = new(Guid.NewGuid());
        _titles.Clear();
        (_outcomes, _reason) = (0, "");
    }
}
