using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.Tests.Domain.Meetings;

/// <summary>What holds whoever asks whatever in any order.</summary>
public class MeetingProperties
{
    private static readonly PersonId[] s_people =
        [.. Enumerable.Range(1, 6).Select(A.Person), .. Enumerable.Range(1, 6).Select(A.Substitute), A.Jurist, A.President, A.Guest, A.Stranger, A.Secretary.Person];

    private static readonly Gen<Actor> s_actors = Gen.Frequency(
        (3, Gen.Constant(A.By(1))), (2, Gen.Elements(A.Secretary, A.SecondSecretary)), (6, Gen.Elements(s_people).Select(p => new Actor(p))));

    private static readonly Gen<PersonId> s_persons = Gen.Elements(s_people);

    private static readonly Gen<ItemId> s_items = Gen.Choose(1, 6).Select(A.Item);

    private static readonly Gen<BallotId> s_ballots = Gen.Choose(1, 4).Select(A.BallotNumber);

    private static readonly Gen<VoteId> s_votes = Gen.Choose(1, 40).Select(A.Vote);

    private static readonly Gen<SeatId> s_seats = Gen.Choose(1, 7).Select(A.Seat);

    private static readonly Gen<Choice> s_choices = Gen.Elements("for", "against", "abstain", "plus", "refusal").Select(c => new Choice(c));

    private static readonly Gen<ImmutableArray<ItemId>> s_someItems = s_items.ArrayOf().Resize(4).Select(a => a.ToImmutableArray());

    private static readonly Gen<string> s_texts = Gen.Elements("", " ", "a reason");

    private static readonly Gen<MeetingCommand> s_commands = Gen.Frequency<MeetingCommand>(
        (3, from p in s_persons select (MeetingCommand)new SignIn(p, AttendanceMode.Online)),
        (2, from p in s_persons select (MeetingCommand)new SignOut(p)),
        (1, from t in s_texts from c in Gen.Elements(Capacity.Heard, Capacity.Expert, Capacity.Member) select (MeetingCommand)new SignInGuest(A.Guest, t, c, AttendanceMode.OnSite)),
        (1, from p in s_persons from i in Gen.Choose(-1, 2) from m in Gen.Choose(-20, 20) from l in Gen.Choose(-5, 20) from t in s_texts
            select (MeetingCommand)new CorrectAttendance(p, i, A.Start.AddMinutes(m), l < 0 ? null : A.Start.AddMinutes(m + l), t)),
        (2, from s in s_seats from p in s_persons select (MeetingCommand)new TakeSeat(s, p)),
        (1, from s in s_seats from p in s_persons select (MeetingCommand)new ReceiveProxy(s, p, A.Start.AddDays(-1))),
        (1, from i in s_items from p in s_persons select (MeetingCommand)new Recuse(i, p)),
        (1, from i in s_items from p in s_persons select (MeetingCommand)new WithdrawRecusal(i, p)),
        (1, from p in s_persons from k in Gen.Choose(0, 3)
            select (MeetingCommand)(k switch { 0 => new RaiseHand(p), 1 => new LowerHand(p), 2 => new GiveFloor(p), _ => new EndFloor(p) })),
        (1, from r in Gen.Choose(1, 3) select (MeetingCommand)new PrepareMeeting(A.Restricted() with { Revision = r })),
        (2, Gen.Constant<MeetingCommand>(new OpenMeeting())),
        (1, from t in s_texts from k in Gen.Choose(0, 12)
            select (MeetingCommand)(k switch { 0 => new CloseMeeting(t), 1 => new AdjournMeeting(), < 5 => new SuspendMeeting(t), _ => new ResumeMeeting() })),
        (4, from i in s_items select (MeetingCommand)new CallItem(i)),
        (1, from n in Gen.Choose(1, 8) from k in Gen.Choose(0, 2) from s in s_seats from t in s_texts
            select (MeetingCommand)(k switch { 0 => new ProposeItem(A.Point(n)), 1 => new ConsentToItem(A.Item(n), s), _ => new AddUrgentItem(A.Point(n), t) })),
        (1, from i in s_items from t in s_texts from k in Gen.Choose(0, 1) select (MeetingCommand)(k == 0 ? new StartHearing(i, [t]) : new EndHearing(i))),
        (3, from i in s_someItems from k in Gen.Elements(Enum.GetValues<ConclusionKind>()) from o in Gen.Elements("plus", "refusal", null!) from t in s_texts
            select (MeetingCommand)new ConcludeItems(i, k, o, t)),
        (1, from i in s_items select (MeetingCommand)new UndoConclusion(i)),
        (1, from i in s_items from t in s_texts select (MeetingCommand)new TakeNote(i.Value, i, t)),
        (5, from b in s_ballots from i in s_someItems from m in Gen.Choose(0, 2) from h in Gen.Elements(true, false) from o in Gen.Elements(ImmutableArray.Create("plus"), ["plus", "refusal"], ["gold"], [])
            select (MeetingCommand)new OpenBallot(b, m > 0 ? [.. i.Take(1)] : i, o, h)),
        (1, from b in s_ballots from m in Gen.Choose(-5, 5) select (MeetingCommand)new ExtendBallot(b, A.Start.AddMinutes(m))),
        (12, from v in s_votes from b in s_ballots from s in s_seats from c in s_choices select (MeetingCommand)new CastVote(v, b, s, c)),
        (2, from v in s_votes from b in s_ballots from s in s_seats from c in s_choices select (MeetingCommand)new EnterWitnessedVote(v, b, s, c, VoteMeans.Hand)),
        (2, from v in s_votes from b in s_ballots from k in Gen.Choose(0, 3) select (MeetingCommand)(k == 0 ? new RejectWitnessedVote(b, v) : new ConfirmWitnessedVote(b, v))),
        (1, from b in s_ballots from i in s_items select (MeetingCommand)new TakeOutOfBlock(b, i)),
        (2, from b in s_ballots select (MeetingCommand)new ResumeBallot(b)),
        (2, from b in s_ballots select (MeetingCommand)new CloseBallot(b)),
        (1, from b in s_ballots from t in s_texts select (MeetingCommand)new AnnulBallot(b, t)));

    private static readonly Gen<(MeetingCommand Command, Actor By, bool Fits)[]> s_courses =
        (from command in s_commands from actor in s_actors from fits in Gen.Choose(0, 3) select (command, actor, fits > 0)).ArrayOf(120);

    // From an empty room, from an open meeting, and from an open ballot: so that deep states are really reached.
    private static readonly ImmutableArray<Meeting> s_starts = [A.Planned(), A.Meeting(), A.Voting(), A.Voting(A.Restricted(), "plus", "refusal")];

    [Fact]
    public void No_course_of_a_meeting_breaks_what_must_always_hold()
    {
        var met = new HashSet<Type>();
        var refused = new HashSet<Type>();
        Check(Gen.Zip(Gen.Elements(s_starts.ToArray()), s_courses), course =>
        {
            var (meeting, read, at) = (course.Item1, course.Item1, A.Start);
            foreach (var (asked, someone, fits) in course.Item2)
            {
                at = at.AddSeconds(20);
                var before = meeting;
                var (command, by) = fits ? Fitting(before, asked, someone) : (asked, someone);
                switch (before.Decide(command, by, at))
                {
                    case Result<ImmutableArray<MeetingEvent>>.Refused(var why):
                        refused.Add(why.GetType());
                        break;
                    case Result<ImmutableArray<MeetingEvent>>.Ok(var events):
                        meeting = before.After([.. events]);
                        read = Replayed(read, events);
                        met.UnionWith(events.Select(e => e.GetType()));
                        break;
                }
                Holds(before, meeting);
                Repeats(meeting, command, by, at);
            }
            Assert.Equal(TheState.Of(meeting), TheState.Of(read));
        });

        if (Tries.AreFew)
            return;
        Assert.True(met.Count >= 30, $"Only {met.Count} kinds of events were met: the courses no longer get far. {string.Join(", ", met.Select(t => t.Name))}");
        Assert.True(refused.Count >= 35, $"Only {refused.Count} kinds of refusals were met.");
    }

    [Fact]
    public void Votes_in_any_order_come_to_the_same() =>
        Check(Gen.Zip(Gen.Elements("for", "against", "abstain", "-").ArrayOf(18), Gen.Shuffle(Enumerable.Range(0, 18).ToArray())), votes =>
        {
            var open = A.Voting(A.Enlarged());

            Assert.Equal(JsonSerializer.Serialize(Voted(open, votes.Item1, Enumerable.Range(0, 18))), JsonSerializer.Serialize(Voted(open, votes.Item1, votes.Item2)));
        });

    private static BallotResult Voted(Meeting meeting, string[] choices, IEnumerable<int> order)
    {
        foreach (var n in order.Where(n => choices[n] != "-"))
            meeting = meeting.Votes(n + 1, choices[n], n + 1);
        return meeting.ClosesBallot().Ballot!.Result!;
    }

    // What somebody in the room would rather ask now: otherwise nearly all that chance brings is refused.
    private static (MeetingCommand, Actor) Fitting(Meeting meeting, MeetingCommand asked, Actor someone)
    {
        var ballot = meeting.Ballot?.Id ?? A.Ballot;
        var chair = meeting.InTheChair is { } presider ? new Actor(presider.Person) : someone;
        return asked switch
        {
            SignIn signIn => (asked, new(signIn.Person)),
            SignOut or TakeSeat or SignInGuest or CorrectAttendance or ReceiveProxy or TakeNote or Recuse or WithdrawRecusal => (asked, A.Secretary),
            RaiseHand raise => (asked, new(raise.Person)),
            LowerHand or GiveFloor or EndFloor => (asked, chair),
            CastVote vote when meeting.SeatOf(vote.Seat) is not null =>
                (vote with { Ballot = ballot, Choice = meeting.Ballot?.Choices[0] ?? vote.Choice }, new(meeting.SeatFor(vote.Seat, meeting.Current).Voter ?? someone.Person)),
            EnterWitnessedVote enter => (enter with { Ballot = ballot, Choice = meeting.Ballot?.Choices[0] ?? enter.Choice }, A.Secretary),
            ConfirmWitnessedVote confirm => (meeting.Ballot?.Unconfirmed.FirstOrDefault() is { } waiting ? new(ballot, waiting.Id) : confirm, chair),
            RejectWitnessedVote reject => (meeting.Ballot?.Unconfirmed.FirstOrDefault() is { } waiting ? new(ballot, waiting.Id) : reject, chair),
            ConsentToItem consent when meeting.SeatOf(consent.Seat) is not null => (asked, new(meeting.SeatFor(consent.Seat, null).Voter ?? someone.Person)),
            TakeOutOfBlock takeOut => (takeOut with { Ballot = ballot }, chair),
            StartHearing when meeting.Current is { } current => (new StartHearing(current, ["Artist"]), chair),
            EndHearing when meeting.Current is { } current => (new EndHearing(current), chair),
            OpenBallot { Items.Length: 1 } open when meeting.Current is { } current => (open with { Items = [current], Options = ["plus"] }, chair),
            OpenBallot { Items.Length: > 1 } open => (open with { Options = ["plus"] }, chair),
            CloseBallot => (new CloseBallot(ballot), chair),
            ResumeBallot => (new ResumeBallot(ballot), chair),
            ExtendBallot => (new ExtendBallot(ballot, meeting.At.AddHours(1)), chair),
            ConcludeItems when meeting.Waiting.Select(i => meeting.ByRule(i.Id)).FirstOrDefault(c => c is not null) is { } rule => (rule, chair),
            UndoConclusion when meeting.Items.LastOrDefault(i => i.Conclusion is not null) is { } last => (new UndoConclusion(last.Id), chair),
            _ => (asked, chair),
        };
    }

    // As another node, or tomorrow's server, would read it.
    private static Meeting Replayed(Meeting meeting, ImmutableArray<MeetingEvent> events) =>
        events.Aggregate(meeting, (m, e) => m.Apply(JsonSerializer.Deserialize<MeetingEvent>(JsonSerializer.Serialize(e))!));

    private static void Holds(Meeting before, Meeting after)
    {
        var seats = after.Plan!.Seats.Length;
        Assert.Equal(after.Plan.Seats.Select(s => s.Id), after.Seats(after.Current).Select(s => s.Seat));
        Assert.True(after.Seats(after.Current).Count(s => s.Counts) <= seats);
        Assert.Equal(after.Occupants.Count, after.Occupants.Values.Distinct().Count());
        // Once it is over, who sat last stays as it was, and the list may still be told when somebody left.
        Assert.All(after.Occupants, o => Assert.True((after.IsOver || after.IsIn(o.Value)) && after.SeatOf(o.Value)!.Id == o.Key));
        Assert.Equal(after.Proxies.Count, after.Proxies.Values.Select(p => p.Holder).Distinct().Count());
        Assert.All(after.Proxies.Keys, giver => Assert.False(after.Occupants.ContainsKey(giver)));
        Assert.All(after.Seats(after.Current).Where(s => s.Counts), s => Assert.True(after.IsOver || after.IsIn(s.Voter!.Value)));
        Assert.True(after.Ballots.Count(b => b.IsRunning) <= 1);
        Assert.True(after.Speakers.Count(s => s.FloorSince is not null) <= 1);
        Assert.All(after.Items, i => Assert.True(i.Spent >= TimeSpan.Zero));

        if (after.Ballot is { IsRunning: true } running)
        {
            var voting = after.VotingSeats(running);
            Assert.Equal(voting.Count, voting.Select(v => v.Seat).Distinct().Count());
            Assert.True(running.Votes.Count <= seats && running.Votes.Count <= running.Seen.Count);
            Assert.Equal(running.Unconfirmed.Length, running.Unconfirmed.Select(u => u.Seat).Distinct().Count());
            Assert.NotEmpty(running.Items);
            Assert.All(running.Items, i => Assert.Null(after.ItemOf(i)!.Conclusion));
            var quorum = after.Quorum(running.IsBlock ? null : running.Items[0]);
            Assert.True(running.State is BallotState.Suspended || quorum.MayDecide, "a ballot is open without a quorum");
            Assert.All(voting.Where(_ => running.IsBlock), v => Assert.All(running.Items, i => Assert.DoesNotContain(v.Voter, after.ItemOf(i)!.Recused)));
        }
        foreach (var closed in before.Ballots.Where(b => b.State is BallotState.Closed))
        {
            var now = after.Ballots.Single(b => b.Id == closed.Id);
            Assert.Same(closed.Result, now.Result);
            Assert.Same(closed.Votes, now.Votes);
            Assert.Equal(closed.Result!.Voted, closed.Result.Seats.Count(s => s.Choice is not null));
            Assert.Equal(closed.Result.Entitled, closed.Result.Seats.Select(s => s.Seat).Distinct().Count());
        }
        foreach (var item in after.Items.Where(i => i.Conclusion is { Kind: ConclusionKind.Decided }))
            Assert.Equal(item.Conclusion!.Outcome, after.Ballots.Single(b => b.Id == item.Conclusion.Ballot).Result!.Carried);
        if (before.IsOver)
            Assert.Equal((before.State, before.EndedAt, before.Items, before.Occupants), (after.State, after.EndedAt, after.Items, after.Occupants));
        if (after.IsOver)
            Assert.DoesNotContain(after.Ballots, b => b.IsRunning);
    }

    // The same vote again changes nothing, whatever it was answered.
    private static void Repeats(Meeting meeting, MeetingCommand command, Actor by, DateTimeOffset at)
    {
        if (command is CastVote vote && meeting.Ballots.Any(b => b.Id == vote.Ballot && b.Seen.Contains(vote.Id)))
            Assert.Empty(meeting.Events(command, by, at));
        if (command is OpenBallot or CloseBallot or CloseMeeting or AdjournMeeting or ConcludeItems or CallItem or SignIn or SignOut or TakeSeat or Recuse
            && meeting.Decide(command, by, at) is Result<ImmutableArray<MeetingEvent>>.Ok(var again) && LastWas(meeting, at))
            Assert.Empty(again);
    }

    // Only right after the command itself: later its repetition may mean something new.
    private static bool LastWas(Meeting meeting, DateTimeOffset at) => meeting.At == at;

    private static void Check<T>(Gen<T> gen, Action<T> holds) =>
        Prop.ForAll(Arb.From(gen), value => { holds(value); return true; }).IsTried(300);
}
