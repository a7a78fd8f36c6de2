using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;

namespace WitaLive.App.Ballots;

/// <summary>Votes the secretary has entered for someone without a screen; a second person who is here confirms each, or says that it is not right.</summary>
public sealed partial class WitnessList(IStringLocalizer<BallotTexts> texts, IStringLocalizer<RefusalTexts> refusals, Names names)
{
    [Parameter, EditorRequired]
    public required ImmutableArray<UnconfirmedVote> Votes { get; set; }

    [Parameter, EditorRequired]
    public required ImmutableDictionary<PersonId, string> Names { get; set; }

    [Parameter]
    public ImmutableArray<Choice> Choices { get; set; } = [];

    /// <summary>The counts are hidden: nobody reads here what was entered, and the second person says what they saw.</summary>
    [Parameter]
    public bool Hidden { get; set; }

    /// <summary>Nobody else can confirm it: it is offered to nobody else.</summary>
    [Parameter, EditorRequired]
    public required Func<UnconfirmedVote, bool> IsForItsVoter { get; set; }

    [Parameter]
    public bool CanConfirm { get; set; }

    [Parameter]
    public PersonId Me { get; set; }

    [Parameter]
    public EventCallback<(VoteId Vote, Choice? Seen)> OnConfirm { get; set; }

    [Parameter]
    public EventCallback<VoteId> OnReject { get; set; }

    private string Sentence(UnconfirmedVote vote)
    {
        var (by, voter) = (Names.GetValueOrDefault(vote.EnteredBy, ""), Names.GetValueOrDefault(vote.Voter, ""));
        if (vote.Voter == Me)
            return Hidden ? texts["EnteredForYouHidden", by] : texts["EnteredForYou", by, names.OfChoice(vote.Choice).InSentence()];
        return Hidden
            ? texts[vote.Means == VoteMeans.Hand ? "EnteredByHandHidden" : "EnteredByTelephoneHidden", by, voter]
            : texts[vote.Means == VoteMeans.Hand ? "EnteredByHand" : "EnteredByTelephone", by, voter, names.OfChoice(vote.Choice).InSentence()];
    }
}
