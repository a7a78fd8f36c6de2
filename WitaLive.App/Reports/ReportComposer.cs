using System.Globalization;
using Microsoft.Extensions.Localization;
using WitaLive.App.Ballots;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Minutes;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.App.Reports;

/// <summary>Puts what a meeting's journal says into a report to be read, in each of its languages.</summary>
/// <remarks>Content: rules of procedure, art. 39: date, start and end, who was there, items, decisions, postponements with reasons, results of votes, attendance list.</remarks>
public sealed class ReportComposer(ReportWords words, ReportLanguages languages, Names names, IStringLocalizer<ReportTexts> texts)
{
    private static readonly ImmutableArray<string> s_headings =
        ["HeadMeeting", "HeadAttendance", "HeadMovements", "HeadCorrections", "HeadItems", "HeadRemarks", "HeadPrevious", "HeadWhole", "LongRemark", "Name", "As", "Times", "NobodyMoved", "Group", "Seats", "Formula", "NoItems", "Member", "ChangedAfter", "Draft", "SuppliedOn", "ConfirmedByChair", "ConfirmedBySecretary", "NotYet"];

    // Who comes a little late or early is on time: beyond this, the report says what hour people had been told.
    private static readonly TimeSpan s_onTime = TimeSpan.FromMinutes(15);

    private static readonly ImmutableArray<string> s_counts = ["For", "Against", "Abstained", "NotVoted"];

    public ImmutableArray<ReportDocument> Compose(MeetingReport report) => [.. languages.Of(report).Select(language => Compose(report, language))];

    public ReportDocument Compose(MeetingReport report, string language) => ReceiverLanguage.Run(language, () => new ReportDocument(
        language,
        names.Of("commission"),
        words.Title(report),
        s_headings.ToImmutableDictionary(key => key, key => texts[key].Value).AddRange(s_counts.Select(key => KeyValuePair.Create(key, words.Text($"Column{key}")))))
    {
        Facts = [.. Facts(report)],
        Attendance = [.. Attendance(report)],
        Movements = [.. Movements(report)],
        Corrections = [.. report.FactCorrections.Select(correction => new CorrectionWords(words).Of(report, correction))],
        Items = [.. report.Meeting.Items.Select(item => Item(report, item))],
        Notes = Notes(report, null),
    });

    private IEnumerable<ReportFact> Facts(MeetingReport report)
    {
        var (plan, meeting) = (report.Plan, report.Meeting);
        yield return Fact("Chamber", ReportWords.Chamber(report));
        yield return Fact("Date", (meeting.OpenedAt ?? plan.StartsAt).ToLongDay());
        if (meeting.OpenedAt is { } opened)
        {
            yield return Fact("Start", opened.ToTime());
            if ((opened - plan.StartsAt).Duration() > s_onTime)
                yield return Fact("PlannedFor", opened.DayInBrussels() == plan.StartsAt.DayInBrussels() ? plan.StartsAt.ToTime() : plan.StartsAt.ToDayAndTime());
        }
        if (meeting.EndedAt is { } ended)
            yield return Fact("End", ended.ToTime());
        yield return Fact("State", words.Text($"State{meeting.State}"));
        if (plan.ConvenedAt is null)
            yield return Fact("Convocation", texts["NotConvened"]);
        if (plan.SecondConvocation)
            yield return Fact("SecondConvocation", words.Text("Yes"));
        foreach (var presided in report.Presided)
            yield return Fact("Presiding", Between(words.Presider(report, presided.Presider), presided.From, presided.Until));
        foreach (var pause in report.Meeting.PausesHeld)
            yield return Fact("Pause", Between(WritingDirection.SetApart(pause.Reason ?? ""), pause.From, pause.Until));
        foreach (var happened in report.Journal.Select(line => line.Happened))
        {
            if (happened is MeetingOpened { Quorum: var atOpening })
                yield return Fact("QuorumAtOpening", meeting.OpenedAt == happened.At
                    ? words.Quorum(plan.Quorum, atOpening)
                    : texts["QuorumNoted", words.Quorum(plan.Quorum, atOpening), happened.At.ToTime()].Value); // the hour was put right, the count is of then
            else if (happened is MeetingAdjourned { Quorum: var atEnd })
                yield return Fact("Adjourned", words.Quorum(plan.Quorum, atEnd));
        }
        if (words.Print(report) is { } print)
            yield return Fact("Fingerprint", print);
    }

    private IEnumerable<ReportPresence> Attendance(MeetingReport report)
    {
        var seats = report.Plan.Seats;
        foreach (var line in report.Meeting.Attendances.Values
            .OrderBy(a => a.Capacity).ThenBy(a => report.Meeting.SeatOf(a.Person) is { } seat ? seats.IndexOf(seat) : int.MaxValue).ThenBy(a => report.NameOf(a.Person), StringComparer.Ordinal))
        {
            yield return new(report.NameOf(line.Person), As(report, line.Person, line.Capacity), string.Join(Typesetting.Semicolon, line.Stays.Select(stay => Stay(report, stay))));
        }
        foreach (var seat in seats.Where(s => !report.Meeting.Attendances.Keys.Any(s.IsOf)))
            yield return new(report.NameOf(seat.Effective), As(report, seat.Effective, Capacity.Member), words.Text("LineAbsence"));
    }

    private string As(MeetingReport report, PersonId person, Capacity capacity) => report.Meeting.SeatOf(person) is { } seat
        ? words.Join([words.Seat(report, seat.Id), words.Text(seat.Effective == person ? "Effective" : "Substitute").InSentence()])
        : words.CapacityOf(report, person, capacity);

    private string Stay(MeetingReport report, Stay stay) => words.Join(
    [
        Hours(stay.From, report.Meeting.EndOf(stay)),
        words.Text($"Mode{stay.Mode}").InSentence(),
        stay.Correction is { } why ? words.Text("Corrected", WritingDirection.SetApart(why)) : "",
    ]);

    private IEnumerable<string> Movements(MeetingReport report) =>
    [
        .. report.Proxies.Where(held => report.Meeting.SeatOf(held.Proxy.Giver) is not null).Select(held => words.Join([
            texts["ProxySentence", words.Seat(report, held.Proxy.Giver), report.NameOf(held.Proxy.Holder), ReportWords.DayOfSigning(held.Proxy), held.Proxy.ReceivedAt.ToDayAndTime()],
            held.EndedAt is { } ended ? texts["ProxyEnded", ended.ToExactTime()] : ""])),
        .. report.Recusals.Select(recusal => words.Effect(report, recusal)),
        .. report.Ballots.Where(b => b.Stops.Length > 0).Select(ballot => $"{texts["BallotTitle", ballot.Number].Value}{Typesetting.Colon}{words.Stops(report, ballot)}"),
    ];

    private ReportItem Item(MeetingReport report, Item item)
    {
        var facts = new List<ReportFact>();
        if (words.Added(report, item) is { Length: > 0 } added)
            facts.Add(Fact("Added", added));
        if (report.SpellsOn(item) is { IsEmpty: false } spells)
            facts.Add(Fact("DealtWith", words.Join(spells.Select(spell => Hours(spell.From, spell.Until)))));
        foreach (var hearing in item.Hearings.Where(h => !h.Heard.IsEmpty))
            facts.Add(Fact("Heard", new CorrectionWords(words).Heard(hearing)));
        if (!item.Marks.IsEmpty)
            facts.Add(Fact("Activities", words.Marks(item.Marks)));
        facts.Add(Fact("Decision", item.Conclusion is { } end ? words.Ending(end.Kind, end.Outcome, end.ReferTo) : report.Meeting.LeftGoesTo is { } formation ? words.Ending(ConclusionKind.Referred, null, formation) : words.Text("ConclusionNone")));
        if (item.Conclusion?.Asked is { Length: > 0 } asked)
            facts.Add(Fact("Asked", asked));
        if (item.Conclusion?.Reason is { Length: > 0 } reason)
            facts.Add(Fact(item.Conclusion.Asked is null ? "Reason" : "Agreed", reason));
        if (item.Conclusion is { ForPresident: true })
            facts.Add(Fact("Reason", words.Text("ForPresident")));
        foreach (var undone in report.Conclusions.Where(c => c.Made.Item == item.Id && c.Undone is not null))
            facts.Add(Fact("Undone", words.Text("UndoneAt", undone.Made.At.ToExactTime(), words.Conclusion(report, undone.Made), undone.Undone!.At.ToExactTime(), report.NameOf(undone.Undone.By))));
        return new(item.Id, ReportWords.Item(report, item.Id), [.. facts],
            [.. report.Ballots.Where(b => b.Now.Items.Contains(item.Id)).Select(b => Ballot(report, b))], Notes(report, item.Id));
    }

    private ReportBallot Ballot(MeetingReport report, BallotHistory ballot)
    {
        var facts = new List<ReportFact> { Fact("Voted", Hours(ballot.Opened.At, ballot.Concluded?.At ?? ballot.Annulled?.At)), Fact("Rule", words.Rule(ballot.Now.Rule, ballot.Roll.Length)) };
        if (ballot.Opened.Items.Length > 1)
            facts.Add(Fact("Block", words.Join([Numbers(report, ballot.Opened.Items), .. ballot.TakenOut.Select(t => words.Text("TakenOutAt", report.ItemOf(t.Item)?.Number ?? 0, t.At.ToExactTime(), report.NameOf(t.By)))])));
        if (words.Put(report, ballot.Opened.Activities) is { Length: > 0 } put)
            facts.Add(Fact("Put", put));
        if (words.Annulled(ballot) is { Length: > 0 } annulled)
            facts.Add(Fact("Annulled", annulled));
        return new(texts["BallotTitle", ballot.Number], [.. facts], [.. ballot.Now.Options.Select(option => Option(report, ballot, option))]);
    }

    private ReportOption Option(MeetingReport report, BallotHistory ballot, string option)
    {
        var counted = ballot.Now.Result?.Options.FirstOrDefault(o => o.Option == option);
        var tallies = ballot.IsHidden ? [] : BallotResult.SoFar(ballot.Now, ballot.Roll, option);
        var counts = tallies.Select(t => new ReportCount(words.Group(t.Group), t.Present, t.For, t.Against, t.Abstained, t.Pending)).ToList();
        if (counts.Count > 1)
            counts.Add(new(words.Text("AllGroups"), counts.Sum(c => c.Present), counts.Sum(c => c.For), counts.Sum(c => c.Against), counts.Sum(c => c.Abstained), counts.Sum(c => c.Pending)));
        return new(words.Outcome(option), words.Text("PartAndValue", words.Outcome(option), words.Result(ballot, counted)), counted is null || tallies.IsEmpty ? "" : CountFormula.Of(ballot.Now.Rule, counted with { Groups = tallies }, words.Choice, words.Text("NotVoted")), [.. counts]);
    }

    private static string Numbers(MeetingReport report, IEnumerable<ItemId> items) =>
        string.Join(", ", items.Select(item => report.ItemOf(item)?.Number.ToString(CultureInfo.CurrentCulture)));

    private static string Notes(MeetingReport report, ItemId? item) => string.Join('\n', report.Meeting.Notes.Where(n => n.Item == item).Select(n => n.Text));

    private ReportFact Fact(string key, string text) => new(texts[$"Fact{key}"], text);

    private string Between(string what, DateTimeOffset from, DateTimeOffset? until) => words.Join([what, Hours(from, until)]);

    private static string Hours(DateTimeOffset from, DateTimeOffset? until) => string.Create(CultureInfo.CurrentCulture, $"{from.ToExactTime()} – {until?.ToExactTime() ?? "…"}");
}
