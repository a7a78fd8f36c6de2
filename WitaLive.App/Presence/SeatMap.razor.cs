using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Live;
using WitaLive.App.Rules;
using WitaLive.Domain;

namespace WitaLive.App.Presence;

/// <summary>Every seat of the formation, group by group: who is there, who voted, and what, by show of hands. A list to a screen reader.</summary>
public sealed partial class SeatMap(IStringLocalizer<PresenceTexts> texts, Names names, SeatDrawings drawings)
{
    private SeatPlaces? _places;
    private ImmutableArray<(SeatGroup Group, int First)> _firsts = [];

    [Parameter, EditorRequired]
    public required ImmutableArray<SeatGroup> Groups { get; set; }

    /// <summary>What is put to the vote; empty while nothing is.</summary>
    [Parameter]
    public ImmutableArray<string> Options { get; set; } = [];

    /// <summary>The counts are hidden: a seat shows that it voted, not what.</summary>
    [Parameter]
    public bool Hidden { get; set; }

    [Parameter]
    public PersonId? Me { get; set; }

    protected override void OnParametersSet()
    {
        _places = drawings.PlacesOf(Groups);
        var first = 0;
        _firsts = [.. Groups.Select(group =>
        {
            var start = first;
            first += group.Seats.Length;
            return (group, start);
        })];
    }
}
