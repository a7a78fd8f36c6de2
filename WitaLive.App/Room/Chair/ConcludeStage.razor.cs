using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Ballots;
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

    // Kept while it says the same: a button that is given something new does not take a click for a moment.
    private ImmutableArray<ConcludeItems> Due { get; set; } = [];

    protected override void OnParametersSet()
    {
        var due = ChairStages.Due(Meeting);
        if (!due.Select(Said).SequenceEqual(Due.Select(Said)))
            Due = due;
    }

    private static string Said(ConcludeItems due) => $"{due.Kind} {due.Outcome} {string.Join(' ', due.Items)}";

    private string ByRule(ConcludeItems due) => due.Kind switch
    {
        ConclusionKind.Decided => texts["RuleDecides", words.OutcomeInSentence(due.Outcome!)],
        ConclusionKind.Referred => texts["RuleRefers", names.Of(Meeting.Plan!.ReferTo!.Value).InSentence()],
        _ => texts["RulePostpones"],
    };

    private AnnulBallot Annul(string reason) => new(Voted, reason);

    private BallotId Voted => Meeting.Ballots.Last(b => b.Result is not null && b.Items.Contains(Due[0].Items[0])).Id;
}
