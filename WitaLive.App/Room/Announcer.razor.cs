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
    private int _voted;
    private bool _began;
    private bool _waiting;
    private DateTimeOffset _saidAt = DateTimeOffset.MinValue;
    private string? _now;
    private string? _count;

    [Parameter, EditorRequired]
    public required MeetingView View { get; set; }

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override void OnParametersSet()
    {
        var ballot = View.Ballot;
        var (state, about) = ((ballot?.Ballot.Id, ballot?.Ballot.State), (View.Meeting.Current, View.Meeting.State));
        if (_began && state != _ballot && ballot is not null)
            SayState(ballot);
        else if (_began && about != _meeting)
            SayMeeting();
        else if (_began && ballot is { Ballot.IsRunning: true } && ballot.Voted != _voted)
            SayCount(ballot);
        (_ballot, _meeting, _voted, _began) = (state, about, ballot?.Voted ?? 0, true);
    }

    private void SayState(BallotView ballot)
    {
        _count = null;
        _now = ballot.Ballot switch
        {
            { State: BallotState.Open } open when _ballot == (open.Id, BallotState.Suspended) => texts["SayResumed"].Value,
            { State: BallotState.Open } => texts["SayOpened"].Value,
            { State: BallotState.Suspended } => texts["SaySuspended"].Value,
            { Result: { } result } closed => texts["SayClosed", ballots.InWords(names, closed, result)].Value,
            _ => null,
        };
    }

    private void SayMeeting() => _now = View.Meeting switch
    {
        { State: MeetingState.Open, CurrentItem: { } item } => texts["SayItem", item.Planned.Number, Agenda.Titles.InReadersLanguage(item.Planned.Titles)].Value,
        { State: var state } when state != _meeting.State => texts[$"State{state}"].Value,
        _ => _now,
    };

    // At once when nothing was said for a while, with the batch that shows the count; otherwise the newest count when the time has come.
    private void SayCount(BallotView ballot)
    {
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
