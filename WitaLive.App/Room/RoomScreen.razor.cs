using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Agenda;
using WitaLive.App.Files;
using WitaLive.App.Live;
using WitaLive.App.Presence;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.App.Room;

/// <summary>One state of the meeting as one person sees it. The parts below it are drawn again only where that state differs from the last.</summary>
public sealed partial class RoomScreen(IStringLocalizer<RoomTexts> texts) : ComponentBase
{
    private const string Office = "office";

    // Made once: an act made anew with every state would be sent to the browser with every state.
    private ImmutableArray<(string Name, Action Show)> _tabs = [];
    private string _tab = "item";
    private Standing _standing = null!;
    private bool _asksBeforeLeaving;
    private MeetingView? _shown;

    [Parameter, EditorRequired]
    public required MeetingView View { get; set; }

    [Parameter, EditorRequired]
    public required PersonId Me { get; set; }

    [Parameter, EditorRequired]
    public required MeetingId Id { get; set; }

    /// <summary>Null when the command could not be recorded; whoever gave this has then said so, and says every refusal.</summary>
    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    /// <summary>The same without a word, for what is tried again.</summary>
    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> SendQuietly { get; set; }

    /// <summary>What went wrong with the last act, in the reader's words.</summary>
    [Parameter]
    public string? Problem { get; set; }

    /// <summary>Makes that <see cref="Problem"/>, for a part that is gone when there is something to say.</summary>
    [Parameter, EditorRequired]
    public required Action<string?> Tell { get; set; }

    /// <summary>The articles behind the rule of decision.</summary>
    [Parameter]
    public ImmutableArray<string> Sources { get; set; } = [];

    [Parameter]
    public ImmutableDictionary<ItemId, ImmutableArray<ItemPaper>> Papers { get; set; } = ImmutableDictionary<ItemId, ImmutableArray<ItemPaper>>.Empty;

    /// <summary>Null when the command could not be recorded; says only that, for the panels say a refusal beside the button.</summary>
    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> SendFromPanel { get; set; }

    [Parameter]
    public bool IsSecretariat { get; set; }

    /// <summary>Reads what there is to deliberate on an item; null where nobody does.</summary>
    [Parameter]
    public Func<ItemId, Task<Deliberated?>>? Deliberated { get; set; }

    private Meeting Meeting => View.Meeting;

    // Says which state a screen shows, for whoever measures how fast a change reaches it.
    private string Mark => string.Create(CultureInfo.InvariantCulture, $";v{View.Version};");

    private bool Presides => View.Presiding?.Person == Me;

    // One more column, not another world.
    private bool HasOffice => (Presides || IsSecretariat) && !Meeting.IsCancelled;

    private bool IsOver => Meeting.State is MeetingState.Closed or MeetingState.Adjourned;

    // The signature stands where the ballot will.
    private bool AsksForSignature => !_standing.IsIn && !IsOver && !Meeting.IsCancelled && _standing.Capacity is not null;

    private string Stage => Meeting switch
    {
        { IsCancelled: true } => "Cancelled",
        { State: MeetingState.Planned, Plan.ConvenedAt: null } => "NotConvened",
        { State: MeetingState.Open, Items.IsEmpty: true } => "Empty",
        { State: var state } => $"{state}",
    };

    // Who has signed is not asked again to sign, and who presides waits for no chair.
    private string Signed => Meeting is { State: MeetingState.Planned, IsCancelled: false } && _standing.IsIn ? Presides ? "Presiding" : "Signed" : "";

    /// <summary>Several files in one vote: they stand where otherwise the item stands, so that a phone shows them above the buttons. The only one left of a block is an item like any other.</summary>
    private Ballot? BlockVote => View is { IsPassedOver: false, Ballot.Ballot: { IsBlock: true } ballot } ? ballot : null;

    private ImmutableArray<ItemId> Block => View.Ballot?.Ballot is { IsRunning: true } ballot && (ballot.IsBlock || ballot.Items[0] != Meeting.Current) ? ballot.Items : [];

    // From all while the counts are hidden, and from whoever has stepped aside and left the room.
    private bool HidesVotes => View.Ballot?.Ballot is { IsRunning: true } ballot && (ballot.CountsHidden || _standing.Recused);

    private ImmutableArray<string> Options => View.Ballot?.Ballot.Options ?? [];

    private string? PresiderName => View.Presiding is { } presider ? Meeting.NameOf(presider.Person) : null;

    private string? Partner => _standing.Seat?.PartnerOf(Me) is { } partner && Meeting.IsIn(partner) && Meeting.CurrentItem?.Recused.Contains(partner) is not true ? Meeting.NameOf(partner) : null;

    private string? AlsoFor => Meeting.Proxies.Values.FirstOrDefault(p => p.Holder == Me) is { } held ? Meeting.NameOf(Meeting.SeatOf(held.Giver)!.Effective) : null;

    protected override void OnInitialized() =>
        _tabs = [.. new[] { "item", Office, "agenda", "presence" }.Select(tab => (tab, (Action)(() => _tab = tab)))];

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(View, _shown))
            return;

        var (before, now) = (_standing, Standing.Of(View, Me));
        _standing = now == before ? before : now;
        _shown = View;
    }

    // The meeting asks again; the ballot puts the whole, so that from its opening on nothing is marked.
    private bool CanMark(Item item) => Presides && Meeting.State is MeetingState.Open && item.Conclusion is null
        && !Meeting.Ballots.Any(b => b.Items.Contains(item.Id) && (b.IsRunning || b.Result?.Carried is not null));

    private ImmutableArray<string> PutOn(Item item) => Meeting.Ballot is { IsRunning: true, Items: [var only] } ballot && only == item.Id ? ballot.Options : [];

    // The file that is being voted on alone may never have been called: it is what is left of a block.
    private bool CanRecuse(Item item) => _standing.Capacity is not null && !IsOver && (item.Id == Meeting.Current || View.Ballot is { Ballot.IsRunning: true });

    // Whoever is only heard, or came to say something, reads no file.
    private string? FileAddress(Item item) =>
        item.Planned.File is { } file && (IsSecretariat || _standing.Capacity is not (null or Capacity.Expert or Capacity.Heard)) ? FilePlaces.OfMember(Id, file, item.Planned.Kind) : null;

    private bool CanWithdraw(Item item) => item.Conclusion is null && !Meeting.Ballots.Any(b => b.Items.Contains(item.Id));

    private Task<Outcome?> SignInAsync(AttendanceMode mode) => Send(new SignIn(Me, mode));

    // Asked only here: it counts the seats as they would be without this person.
    private async Task LeaveAsync()
    {
        var breaks = Meeting.State is MeetingState.Open && View.Quorum is { MayDecide: true } && View.WouldLoseQuorumWithout(Me);
        if (breaks && !_asksBeforeLeaving)
        {
            _asksBeforeLeaving = true;
            return;
        }
        _asksBeforeLeaving = false;
        await Send(new SignOut(Me));
    }

    private void Stay() => _asksBeforeLeaving = false;

    private Task TakeSeatAsync() => _standing.Seat is { } seat ? Send(new TakeSeat(seat.Id, Me)) : Task.CompletedTask;

    private Task<Outcome?> RecuseAsync(ItemId item) => Send(new Recuse(item, Me));

    private Task<Outcome?> WithdrawAsync(ItemId item) => Send(new WithdrawRecusal(item, Me));

    private Task<Outcome?> HandAsync() => Send(_standing switch
    {
        { HasFloor: true } => new EndFloor(Me),
        { AskedForFloor: true } => new LowerHand(Me),
        _ => new RaiseHand(Me),
    });

    private Task<Outcome?> ConsentAsync(ConsentToItem consent) => Send(consent);

    private Task<Outcome?> LeaveOffAsync(LeaveItemOff leave) => Send(leave);
}
