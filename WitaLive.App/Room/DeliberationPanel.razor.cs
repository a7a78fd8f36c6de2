using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Attestations;
using WitaLive.App.Controls;
using WitaLive.App.Files;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room;

/// <summary>
/// The activities of the file being dealt with: whoever presides says of each whether it is accepted and why not; everyone sees the sums that are left
/// and the type they point to. The ballot then puts the whole.
/// </summary>
public sealed partial class DeliberationPanel(IStringLocalizer<RoomTexts> texts, IStringLocalizer<AttestationTexts> attestations, IStringLocalizer<RefusalTexts> refusals, Names names) : Part
{
    private const string Accepted = "+";

    private Deliberated? _file;
    private Estimate? _sums;
    private string? _problem;
    private bool _looksBack;
    private int _round;

    [Parameter, EditorRequired]
    public required Item Item { get; set; }

    [Parameter, EditorRequired]
    public required Func<ItemId, Task<Deliberated?>> Read { get; set; }

    /// <summary>The outcomes with which they are put, while a ballot on this file alone runs.</summary>
    [Parameter]
    public ImmutableArray<string> Put { get; set; } = [];

    [Parameter]
    public bool CanMark { get; set; }

    /// <summary>Null when it could not be recorded, which the page has then said.</summary>
    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _file = await Read(Item.Id);
        _sums = _file?.With(Item.Marks);
    }

    protected override void OnParametersSet() => _sums = _file?.With(Item.Marks);

    private int Left => _file!.Activities.Count(activity => MarkOf(activity.Id) is null);

    // Only when asked: in a room all would look for the same at once.
    private void LookBack() => _looksBack = true;

    private ActivityMark? MarkOf(ActivityId activity) => Item.Marks.FirstOrDefault(mark => mark.Activity == activity);

    private static string ValueOf(ActivityMark? mark) => mark is null ? "" : mark.IsAccepted ? Accepted : mark.Reason!;

    private string WordsOf(ActivityMark? mark) => mark is null ? texts["NotLookedAt"] : mark.IsAccepted ? texts["Accepted"] : texts["NotAccepted", names.Of($"activityReason.{mark.Reason}")];

    private async Task MarkAsync(ActivityId activity, string? value)
    {
        MarkActivity mark = value switch
        {
            null or "" => new(Item.Id, activity, null),
            Accepted => new(Item.Id, activity, IsAccepted: true),
            _ => new(Item.Id, activity, IsAccepted: false, value),
        };
        var outcome = await Send(mark);
        _problem = outcome is Outcome.Refused(var why) ? refusals[why.Key, [.. why.Gaps]].Value : null;
        if (outcome is not Outcome.Ok)
            _round++; // new lists, which show what is on record and not what was chosen
    }
}
