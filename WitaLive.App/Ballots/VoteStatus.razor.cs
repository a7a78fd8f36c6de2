using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;
using WitaLive.Domain.Ballots;

namespace WitaLive.App.Ballots;

public enum VotePhase
{
    NotYet,

    /// <summary>The server has it, the disk not yet.</summary>
    Sending,

    /// <summary>The journal could not be written; the same vote is sent again.</summary>
    Retrying,

    /// <summary>On disk.</summary>
    Recorded,

    Refused,

    /// <summary>The ballot ended without this seat's vote.</summary>
    Missed,
}

/// <summary>Where the reader's vote is. «Recorded» stands here only when the journal has it.</summary>
public sealed partial class VoteStatus(IStringLocalizer<BallotTexts> texts, Names names)
{
    [Parameter, EditorRequired]
    public required VotePhase Phase { get; set; }

    [Parameter]
    public Choice? Choice { get; set; }

    [Parameter]
    public DateTimeOffset? At { get; set; }

    /// <summary>Given by hand or telephone and confirmed by a second person.</summary>
    [Parameter]
    public bool Witnessed { get; set; }

    /// <summary>Of a refusal, in the reader's words.</summary>
    [Parameter]
    public string? Why { get; set; }

    private string Called => Choice is { } choice ? names.OfChoice(choice).InSentence() : "";
}
