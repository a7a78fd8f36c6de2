using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Agenda;

/// <summary>The whole agenda: what is done and how it ended, what is being dealt with, what comes next, and when it may all be over.</summary>
/// <remarks>Drawn flat: a part for each of seventy files would be two kilobytes each in every circuit, and an agenda seldom changes.</remarks>
public sealed partial class AgendaList(IStringLocalizer<AgendaTexts> texts, Names names, TimeProvider clock)
{
    private int _done;
    private ItemId? _next;
    private DateTimeOffset? _forecast;

    [Parameter, EditorRequired]
    public required ImmutableArray<Item> Items { get; set; }

    [Parameter]
    public ItemId? Current { get; set; }

    /// <summary>Those that are put to the vote together; none of them is next.</summary>
    [Parameter]
    public ImmutableArray<ItemId> Voting { get; set; } = [];

    [Parameter]
    public DateTimeOffset? CurrentSince { get; set; }

    [Parameter]
    public MeetingState State { get; set; }

    [Parameter]
    public DateTimeOffset StartsAt { get; set; }

    [Parameter]
    public PersonId Me { get; set; }

    // Whose file it is, or its number: the latter for who has stepped aside, as on the card of the item.
    private string? Beside(Item item) => (item.Recused.Contains(Me) ? null : item.Planned.Applicant) ?? item.Planned.ReferenceBeside();

    protected override void OnParametersSet()
    {
        _done = Items.Count(item => item.Conclusion is not null);
        var isOver = State is MeetingState.Closed or MeetingState.Adjourned;
        _next = isOver ? null : Items.FirstOrDefault(item => item.Conclusion is null && item.Id != Current && !Voting.Contains(item.Id))?.Id;
        _forecast = isOver || _done == Items.Length ? null : Forecast();
    }

    // What is left as planned, from now on; the item being dealt with counts what is left of its own minutes.
    private DateTimeOffset Forecast()
    {
        var now = clock.GetUtcNow();
        var left = TimeSpan.Zero;
        foreach (var item in Items.Where(item => item.Conclusion is null))
        {
            var planned = TimeSpan.FromMinutes(item.Planned.Minutes) - item.Spent - (item.Id == Current && CurrentSince is { } since ? now - since : TimeSpan.Zero);
            left += planned > TimeSpan.Zero ? planned : TimeSpan.Zero;
        }
        return (State is MeetingState.Planned && StartsAt > now ? StartsAt : now) + left;
    }
}
