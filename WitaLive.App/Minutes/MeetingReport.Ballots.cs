using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Minutes;

// What happened to each ballot.
public sealed partial class MeetingReport
{
    private void FollowBallots(MeetingEvent happened)
    {
        switch (happened)
        {
            case BallotOpened opened:
                _ballots.Add(new(_ballots.Count + 1, opened, Meeting.Ballot!));
                break;
            case BallotSuspended suspended:
                Change(suspended.Ballot, b => b with { Stops = b.Stops.Add(new(suspended.At, suspended.Quorum)) });
                break;
            case BallotResumed resumed:
                Change(resumed.Ballot, b => b with { Stops = b.Stops is [.. var earlier, var last] ? [.. earlier, last with { ResumedAt = resumed.At }] : b.Stops });
                break;
            case BallotExtended extended:
                Change(extended.Ballot, b => b with { Extensions = b.Extensions.Add(extended.Until) });
                break;
            case ItemTakenOut takenOut:
                Change(takenOut.Ballot, b => b with { TakenOut = b.TakenOut.Add(takenOut) });
                break;
            case VoteCast cast:
                Change(cast.Ballot, b => b with { Votes = b.Votes.Add(cast) });
                break;
            case BallotConcluded concluded:
                Change(concluded.Ballot, b => b with { Concluded = concluded });
                break;
            case BallotAnnulled annulled:
                Change(annulled.Ballot, b => b with { Annulled = annulled });
                break;
        }
        Refresh();
    }

    private void Change(BallotId ballot, Func<BallotHistory, BallotHistory> change)
    {
        var at = _ballots.FindIndex(b => b.Now.Id == ballot);
        if (at < 0)
            return;
        var changed = change(_ballots[at]);
        var now = Meeting.Ballots.First(b => b.Id == ballot);
        _ballots[at] = changed with { Now = now, Roll = [.. Meeting.VotingSeats(now)] };
    }

    // Seats come and go under a running ballot; once it has ended, nothing of it moves but by its own events.
    private void Refresh()
    {
        if (Meeting.Ballot is { IsRunning: true } running)
            Change(running.Id, b => b);
    }
}
