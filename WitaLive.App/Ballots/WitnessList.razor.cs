using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;

namespace WitaLive.App.Ballots;

/// <summary>Votes the secretary has entered for someone without a screen; a second person who is here confirms each, or says that it is not right.</summary>
public sealed partial class WitnessList(IStringLocalizer<BallotTexts> texts, Names names)
{
    [Parameter, EditorRequired]
    public required ImmutableArray<UnconfirmedVote> Votes { get; set; }

    [Parameter, EditorRequired]
    public required ImmutableDictionary<PersonId, string> Names { get; set; }

    [Parameter]
    public bool CanConfirm { get; set; }

    [Parameter]
    public PersonId Me { get; set; }

    [Parameter]
    public EventCallback<VoteId> OnConfirm { get; set; }

    [Parameter]
    public EventCallback<VoteId> OnReject { get; set; }
}
