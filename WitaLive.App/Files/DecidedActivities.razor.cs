using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Files;

/// <summary>Activity by activity, what was carried with the decision: accepted, or why not. Nothing before it is decided.</summary>
public sealed partial class DecidedActivities(Names names, IStringLocalizer<FileTexts> texts) : ComponentBase
{
    private ImmutableArray<(Activity Activity, ActivityMark Mark)> _decided = [];

    [Parameter, EditorRequired]
    public required FileSheet Sheet { get; set; }

    protected override void OnParametersSet() => _decided = Sheet.Application is not { State: ApplicationState.Decided } decided ? []
        : [.. Sheet.Submission.Profile.Activities.Join(decided.Marks, activity => activity.Id, mark => mark.Activity, (activity, mark) => (activity, mark))];

    private string WordsOf(ActivityMark mark) => mark.IsAccepted ? texts["DecidedAccepted"] : texts["DecidedNotAccepted", names.Of($"activityReason.{mark.Reason}")];
}
