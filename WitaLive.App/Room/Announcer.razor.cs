using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Ballots;
using WitaLive.App.Live;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room;

/// <summary>
/// What is read out to who does not see it: the opening, stopping and closing of a ballot at once and once; the count at most every five
/// seconds; the result once. What was so when the page opened is on the page and is not read out.
/// </summary>
public sealed partial class Announcer(IStringLocalizer<RoomTexts> texts, IStringLocalizer<BallotTexts> ballots, Names names, TimeProvider clock)
    : ComponentBase, IDisposable
{
    private static readonly TimeSpan s_apart = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _left = new();
    private (BallotId? Ballot, BallotState? State) _ballot;
    private (ItemId? Item, MeetingState State) _meeting;
    private (int Voted, int Entitled) _counts;
    private bool _invited;
    private bool _began;
    private bool _waiting;
    private DateTimeOffset _saidAt = DateTimeOffset.MinValue;
    private string? _now;
    private string? _count;

    [Parameter, EditorRequired]
    public required MeetingView View { get; set; }

    [Parameter, EditorRequired]
    public required PersonId Me { get; set; }

    private bool MayVote => !View.SeatsOf(Me).IsEmpty;

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override void OnParametersSet()
    {
        var ballot = View.Ballot;
        var counts = (ballot?.Voted ?? 0, ballot?.Entitled ?? 0);
        var (state, about) = ((ballot?.Ballot.Id, ballot?.Ballot.State), (View.Meeting.Current, View.Meeting.State));
        if (_began && state != _ballot && ballot is not null)
            SayState(ballot);
        else if (_began && about != _meeting)
            SayMeeting();
        else if (_began && ballot is { Ballot.IsRunning: true } && counts != _counts)
            SayCount(ballot);
        if (_invited && !MayVote)
            (_now, _invited) = (null, false); // who has stepped aside is not invited any more
        (_ballot, _meeting, _counts, _began) = (state, about, counts, true);
    }

    private void SayState(BallotView ballot)
    {
        _count = null;
        _now = ballot.Ballot switch
        {
            { State: BallotState.Open } open when _ballot == (open.Id, BallotState.Suspended) => texts["SayResumed"].Value,
            { State: BallotState.Open } => texts[MayVote ? "SayOpened" : "SayOpenedOnly"].Value,
            { State: BallotState.Suspended } => texts["SaySuspended"].Value,
            { Result: { } result } closed => texts["SayClosed", ballots.InWords(names, closed, result)].Value,
            _ => null,
        };
        _invited = MayVote && ballot.Ballot.State is BallotState.Open;
    }

    private void SayMeeting() => _now = View.Meeting switch
    {
        { State: MeetingState.Open, CurrentItem: { } item } => texts["SayItem", item.Planned.Number, Agenda.Titles.InReadersLanguage(item.Planned.Titles)].Value,
        { State: var state } when state != _meeting.State => texts[$"State{state}"].Value,
        _ => _now,
    };

    // What is no longer so is not left to be read while the newest count waits.
    // At once when nothing was said for a while, with the batch that shows the count; otherwise the newest count when the time has come.
    private void SayCount(BallotView ballot)
    {
        _count = null;
        if (_waiting)
            return;
        if (_saidAt + s_apart - clock.GetUtcNow() is { Ticks: > 0 } wait)
            _ = SayCountAfterAsync(wait);
        else
            Say(ballot);
    }

    private async Task SayCountAfterAsync(TimeSpan wait)
    {
        _waiting = true;
        try
        {
            await Task.Delay(wait, clock, _left.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        _waiting = false;
        if (View.Ballot is not { Ballot.IsRunning: true } ballot)
            return;
        Say(ballot);
        StateHasChanged();
    }

    private void Say(BallotView ballot)
    {
        _saidAt = clock.GetUtcNow();
        _count = texts["SayCount", ballot.Voted, ballot.Entitled];
    }
}
