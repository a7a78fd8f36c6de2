using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room.Chair;

/// <summary>After a ballot: what the rule gives, in one click. Nobody types a result.</summary>
public sealed partial class ConcludeStage(RoomWords words, Names names, IStringLocalizer<ChairTexts> texts) : Part
{
    [Parameter, EditorRequired]
    public required Meeting Meeting { get; set; }

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    private ImmutableArray<ConcludeItems> Due => ChairStages.Due(Meeting);

    private string ByRule(ConcludeItems due) => due.Kind switch
    {
        ConclusionKind.Decided => texts["RuleDecides", words.Outcome(due.Outcome!)],
        ConclusionKind.Referred => texts["RuleRefers", names.Of(Meeting.Plan!.ReferTo!.Value)],
        _ => texts["RulePostpones"],
    };

    private AnnulBallot Annul(string reason) => new(Voted, reason);

    private BallotId Voted => Meeting.Ballots.Last(b => b.Result is not null && b.Items.Contains(Due[0].Items[0])).Id;
}
