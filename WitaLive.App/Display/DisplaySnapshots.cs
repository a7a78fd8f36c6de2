using System.Runtime.CompilerServices;
using System.Text.Json;
using WitaLive.App.Ballots;
using WitaLive.App.Live;
using WitaLive.App.Mail;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Display;

/// <summary>Makes of a state of a meeting what a big screen may show. Made once for each state, however many screens there are.</summary>
public sealed class DisplaySnapshots(RuleSentence sentence, PutWords put)
{
    private readonly ConditionalWeakTable<MeetingView, DisplaySnapshot> _made = [];

    public DisplaySnapshot Of(MeetingView view) => _made.GetValue(view, Make);

    private DisplaySnapshot Make(MeetingView view)
    {
        var meeting = view.Meeting;
        var plan = meeting.Plan!;
        var quorum = view.Quorum!;
        var ballot = view.IsPassedOver ? null : view.Ballot;
        return new(
            view.Version,
            meeting.At,
            new(plan.Titles, plan.Formation.Value, Word(meeting.State), meeting.SuspendedFor),
            view.About is { } item ? new(item.Planned.Number, item.Planned.Titles) : null,
            [.. view.Seats.Select(s => new DisplaySeat($"{s.Seat.Group}-{s.Seat.Section}-{s.Seat.Number}", s.Name, s.Seat.Group.Value, Word(s.State)))],
            new(quorum.Reached, quorum.ChairPresent, quorum.Blocs),
            ballot is null ? null : Make(ballot, meeting),
            LastOf(view));
    }

    // What a click puts on record has to be read from the back of the room, too: it stands until the next item is called.
    private DisplayDecision? LastOf(MeetingView view)
    {
        if (view is not { Ballot: null, Meeting: { State: MeetingState.Open, Current: null, Ballot: { Result: not null } ballot } meeting })
            return null;
        var concluded = meeting.Items.Where(i => i.Conclusion is not null).MaxBy(i => i.Conclusion!.At);
        if (concluded is null || !ballot.Items.Contains(concluded.Id))
            return null;
        var shown = BallotView.Of(ballot, meeting.VotingSeats(ballot), null);
        return new(ballot.IsBlock ? null : new(concluded.Planned.Number, concluded.Planned.Titles), Make(shown, meeting));
    }

    private DisplayBallot Make(BallotView shown, Meeting meeting)
    {
        var ballot = shown.Ballot;
        return new(
            ballot.Id.Value,
            [.. ballot.Items.Select(meeting.ItemOf).OfType<Item>().Select(item => item.Planned.Number)],
            ballot.Options,
            InAllLanguages(() => sentence.Of(ballot.Rule, shown.Entitled)),
            Word(ballot.State),
            shown.Voted,
            shown.Entitled,
            shown.Tallies.IsDefaultOrEmpty ? null : new OrderedDictionary<string, int>(shown.Tallies.Select(t => KeyValuePair.Create(t.Choice.Value, t.Seats))),
            ballot.Result is { } result ? (result.Carried is null ? "notCarried" : "carried") : null,
            ballot.Result?.Carried,
            ballot is { IsBlock: false, Items: [var only] } && ballot.MarksOf(only) is { IsEmpty: false } marks ? InAllLanguages(() => put.Sentence(marks)) : null,
            ballot.IsBlock ? MarksOf(ballot, meeting) : null);
    }

    // Counts and reasons of each file, under the number of its item: whose it is stands on no big screen. Files put alike are one line, for a block is mostly of such.
    private List<DisplayMarks>? MarksOf(Ballot ballot, Meeting meeting)
    {
        var marked = ballot.Items.Select(meeting.ItemOf).OfType<Item>().OrderBy(item => item.Planned.Number)
            .Select(item => (item.Planned.Number, Marks: ballot.MarksOf(item.Id))).Where(one => !one.Marks.IsEmpty).Select(one => (one.Number, Words: InAllLanguages(() => put.Of(one.Marks)))).ToList();
        return marked.Count == 0 ? null : [.. marked.GroupBy(one => string.Join('\n', one.Words.Values)).Select(alike => new DisplayMarks([.. alike.Select(one => one.Number)], alike.First().Words))];
    }

    private static ImmutableSortedDictionary<string, string> InAllLanguages(Func<string> words) => Person.Languages.ToImmutableSortedDictionary(l => l, l => ReceiverLanguage.Run(l, words));

    private static string Word<T>(T state) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());
}
