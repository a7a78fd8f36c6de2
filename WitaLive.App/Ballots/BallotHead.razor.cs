using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.Domain.Ballots;

namespace WitaLive.App.Ballots;

public sealed partial class BallotHead(IStringLocalizer<BallotTexts> texts)
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public required BallotState State { get; set; }

    [Parameter]
    public bool Hidden { get; set; }

    /// <summary>When the chair means to close it.</summary>
    [Parameter]
    public DateTimeOffset? EndsAt { get; set; }
}
