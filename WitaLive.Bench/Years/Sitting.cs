using WitaLive.App.Live;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.Bench.Years;

/// <summary>What happens in one room: people sign in, files are put to the vote in blocks or one by one, the rule decides.</summary>
internal sealed class Sitting(MeetingRoom room, Random random)
{
    private static readonly GroupCode s_experts = new("experts");

    private PersonId Chair => room.Meeting.InTheChair!.Person;

    /// <summary>Everyone comes; here and there a substitute, or nobody for a seat, never so many that nothing can be decided.</summary>
    /// <param name="proxy">Whose duo stays away, and who speaks for it; then everybody else is there.</param>
    public async Task GatherAsync(MadeMeeting made, (SeatId Giver, PersonId Holder)? proxy)
    {
        var (seats, presider) = (room.Meeting.Plan!.Seats, room.Meeting.Plan.Presiders[0].Person);
        var empty = proxy is null && random.Next(5) == 0 ? seats.Where(seat => !seat.IsOf(presider)).ElementAt(random.Next(seats.Length - 2)).Id : default;
        foreach (var seat in seats)
        {
            var turnout = seat.Id == proxy?.Giver ? "represented" : seat.Id == empty ? "absent" : seat.Effective == proxy?.Holder ? "effective" : seat.Substitute is not null && !seat.IsOf(presider) && random.Next(12) == 0 ? "substitute" : "effective";
            made.Count(seat.Group.Value, turnout);
            if (turnout is not ("absent" or "represented"))
                await SignInAsync(turnout == "effective" || seat.Effective == presider ? seat.Effective : seat.Substitute!.Value);
        }
        if (!seats.Any(seat => seat.IsOf(presider)))
            await SignInAsync(presider);
        await DoAsync(new OpenMeeting(), Chair);
    }

    /// <summary>Only an expert comes, or who presides: no quorum.</summary>
    public async Task FailAsync(MadeMeeting made)
    {
        var (seats, presider) = (room.Meeting.Plan!.Seats, room.Meeting.Plan.Presiders[0].Person);
        var there = seats.FirstOrDefault(seat => seat.Effective == presider) ?? seats.First(seat => seat.Group == s_experts);
        foreach (var seat in seats)
            made.Count(seat.Group.Value, seat.Id == there.Id ? "effective" : "absent");
        await SignInAsync(there.Effective);
        var chair = room.Meeting.InTheChair?.Person;
        await DoAsync(new AdjournMeeting(), chair ?? new(Guid.NewGuid()), isSecretariat: chair is null);
    }

    /// <summary>All in favour: several files together, one alone after it was called.</summary>
    public async Task DecideAsync(ImmutableArray<ItemId> items, string outcome)
    {
        await VoteAsync(items, outcome, against: 0);
        await DoAsync(new ConcludeItems(items, ConclusionKind.Decided, outcome), Chair);
    }

    /// <summary>One against: no unanimity, and the rule sends it to the formation above.</summary>
    public async Task ReferAsync(ItemId item, string outcome)
    {
        await VoteAsync([item], outcome, against: 1);
        await DoAsync(room.Meeting.ByRule(item)!, Chair);
    }

    public async Task AskHearingAsync(ItemId item)
    {
        await DoAsync(new CallItem(item), Chair);
        await DoAsync(new ConcludeItems([item], ConclusionKind.HearingAsked, Reason: "Nous voulons entendre l’artiste."), Chair);
    }

    public Task CloseAsync() => DoAsync(new CloseMeeting(room.Meeting.Items.Any(item => item.Conclusion is null) ? "Reste pour la prochaine séance." : null), Chair);

    private async Task VoteAsync(ImmutableArray<ItemId> items, string outcome, int against)
    {
        if (items.Length == 1)
            await DoAsync(new CallItem(items[0]), Chair);
        await DoAsync(new OpenBallot(new(Guid.NewGuid()), items, [outcome]), Chair);
        var ballot = room.Meeting.Ballot!;
        var voters = room.Meeting.VotingSeats(ballot).ToList();
        await Task.WhenAll(voters.Select((seat, at) => DoAsync(new CastVote(new(Guid.NewGuid()), ballot.Id, seat.Seat, at < against ? Choice.Against : Choice.For), seat.Voter)));
        await DoAsync(new CloseBallot(ballot.Id), Chair);
    }

    private Task SignInAsync(PersonId person) => DoAsync(new SignIn(person, AttendanceMode.OnSite), person);

    private async Task DoAsync(MeetingCommand command, PersonId by, bool isSecretariat = false) => Done.Well(await room.SendAsync(command, new(by, isSecretariat)));
}
