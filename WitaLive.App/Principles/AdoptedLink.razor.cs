using Microsoft.AspNetCore.Components;
using WitaLive.App.Controls;
using WitaLive.Domain.Principles;

namespace WitaLive.App.Principles;

/// <summary>Leads to one of what was adopted, as it was on the day that is looked at.</summary>
public sealed partial class AdoptedLink : ComponentBase
{
    [Parameter, EditorRequired]
    public required AdoptedEntry Entry { get; set; }

    /// <summary>Null for today.</summary>
    [Parameter]
    public DateOnly? Day { get; set; }

    private string Href => $"{(Entry.Proposal.Subject is ProposalSubject.Activity ? "cadastre" : "principles")}/{Entry.Code}{(Day is { } day ? $"?day={DayText.Of(day)}" : "")}";
}
