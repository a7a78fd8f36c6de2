using Microsoft.AspNetCore.Components;
using WitaLive.Domain.Ballots;

namespace WitaLive.App.Ballots;

/// <summary>The shape of a choice: told apart without colour.</summary>
public sealed partial class ChoiceMark
{
    [Parameter, EditorRequired]
    public required Choice Choice { get; set; }

    /// <summary>Of the outcome, where there are several; from 1.</summary>
    [Parameter]
    public int Number { get; set; }
}
