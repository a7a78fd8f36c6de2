using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.App.Live;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room.Chair;

/// <summary>What whoever presides needs beside the room: the next act first, everything else folded below it.</summary>
/// <remarks>The right to each act is the meeting's own: it is asked again when the command is decided.</remarks>
public sealed partial class ChairPanel(RoomWords words, IStringLocalizer<ChairTexts> texts) : Part
{
    private static readonly ResumeMeeting s_resume = new();

    private readonly string _id = $"chair-{Guid.NewGuid():N}";
    private ElementReference _heading;
    private ImmutableArray<ItemId> _current = [];
    private ImmutableArray<Item> _block = [];
    private ImmutableArray<ItemId> _takenOut = [];
    private ImmutableArray<string> _fallen = [];
    private Acted? _acted;
    private BallotId? _put;
    private BallotId? _running;
    private bool _isShown;
    private bool _isPutElsewhere;

    [Parameter, EditorRequired]
    public required MeetingView View { get; set; }

    /// <summary>Null when it could not be recorded, which the page has then said.</summary>
    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    [Parameter, EditorRequired]
    public required PersonId Me { get; set; }

    private Meeting Meeting => View.Meeting;

    private ChairStage Stage => ChairStages.Of(Meeting);

    private (ChairStage, ItemId?, BallotId?) Place => (Stage, Meeting.Current, Meeting.Ballot?.Id);

    private Item? Item => Meeting.CurrentItem;

    // Which file a ballot is about, also one that is left of a block and was never called.
    private string? About => View.About is { } item ? RoomWords.Line(item.Planned) : null;

    private Item? Next => Meeting.Waiting.FirstOrDefault(item => Meeting.ByRule(item.Id) is null) ?? Meeting.Waiting.FirstOrDefault();

    private bool NothingCarried => ChairStages.Due(Meeting).All(due => due.Kind is not ConclusionKind.Decided);

    private string? NoQuorum => View.Quorum is { MayDecide: false } ? texts["NoBallotWithoutQuorum"].Value : null;

    private string Heading => Stage switch
    {
        ChairStage.NotPrepared => texts["NotPrepared"],
        ChairStage.ToOpen => texts["Open"],
        ChairStage.Break => texts["Break"],
        ChairStage.ToCall => texts[Next is not null ? "NextItem" : Meeting.Items.IsEmpty ? "NothingOnAgenda" : "AllConcluded"],
        ChairStage.OnItem => RoomWords.Line(Item!.Planned),
        ChairStage.BallotOpen => texts["BallotOpen", Question],
        ChairStage.BallotSuspended => texts["BallotSuspended", Question],
        ChairStage.ToConclude => ChairStages.Due(Meeting) is [{ Outcome: { } carried }, ..] ? texts["Carried", words.OutcomeInSentence(carried)] : texts["NotCarried"],
        _ => texts[Meeting.State is MeetingState.Adjourned ? "Adjourned" : "Closed"],
    };

    private string Question => string.Join(" · ", Meeting.Ballot!.Options.Select(words.OutcomeInSentence));

    protected override void OnParametersSet()
    {
        if (_running != Meeting.Ballot?.Id)
        {
            _running = Meeting.Ballot?.Id;
            _isPutElsewhere = _isShown && _running != _put;
        }
        _isShown = true;
        // Arrays are compared by identity: each keeps its own while nothing in it has changed.
        _current = Keep(_current, Meeting.Current is { } current ? [current] : []);
        _block = Keep(_block, Meeting.Ballot is { IsRunning: true, IsBlock: true } ballot ? [.. ballot.Items.Select(Meeting.ItemOf).OfType<Item>()] : []);
        _takenOut = Keep(_takenOut, [.. Meeting.Ballots.SelectMany(b => b.TakenOut)]);
        _fallen = Keep(_fallen, Fallen());
    }

    // After an act of this person's own the reading goes on at what comes next; what others do never moves the focus.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_acted is not { } acted)
            return;
        var moved = acted.Place != Place;
        if (moved || (acted.IsAnswered && acted.Version != View.Version))
            _acted = null;
        if (moved)
            await UnlessGone.DoAsync(() => _heading.FocusAsync());
    }

    private string NameOf(PersonId person) => Meeting.NameOf(person);

    private async Task<Outcome?> SendAsync(MeetingCommand command)
    {
        _acted = new(Place, View.Version, false);
        if (command is OpenBallot open)
            _put = open.Ballot;
        var outcome = await Send(command);
        _acted = outcome is Outcome.Ok && _acted is { } acted ? acted with { IsAnswered = true } : null;
        return outcome;
    }

    private ImmutableArray<string> Fallen() => Item is not { } item
        ? []
        : [.. item.Planned.Outcomes.Where(outcome => Meeting.Ballots.Any(b =>
            b.State is BallotState.Closed && b.Items.Contains(item.Id) && b.Result is { Carried: null } && b.Options.Contains(outcome)))];

    private static ImmutableArray<T> Keep<T>(ImmutableArray<T> before, ImmutableArray<T> now) => before.SequenceEqual(now) ? before : now;

    private sealed record Acted((ChairStage, ItemId?, BallotId?) Place, int Version, bool IsAnswered);
}
