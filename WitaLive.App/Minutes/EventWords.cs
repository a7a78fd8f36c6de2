using System.Globalization;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Minutes;

/// <summary>What an event concerns, besides who caused it.</summary>
public sealed record Concern(PersonId? Person = null, ItemId? Item = null, BallotId? Ballot = null);

/// <summary>An event of the journal in words: what happened, and the rest of what stands in it.</summary>
public sealed class EventWords(ReportWords words)
{
    /// <summary>«Ballot opened»</summary>
    public string Name(MeetingEvent happened) => words.Text($"Event{happened.GetType().Name}");

    public static Concern About(MeetingEvent happened) => happened switch
    {
        ProxyReceived { Proxy.Holder: var holder } => new(holder),
        SignedIn { Person: var person } => new(person),
        GuestSignedIn { Person: var person } => new(person),
        SignedOut { Person: var person } => new(person),
        AttendanceCorrected { Person: var person } => new(person),
        GuestCorrected { Person: var person } => new(person),
        ConclusionCorrected { Item: var item } => new(Item: item),
        HearingCorrected { Item: var item } => new(Item: item),
        SeatOccupied { Person: var person } => new(person),
        Recused { Person: var person, Item: var item } => new(person, item),
        RecusalWithdrawn { Person: var person, Item: var item } => new(person, item),
        HandRaised { Person: var person } => new(person),
        HandLowered { Person: var person } => new(person),
        FloorGiven { Person: var person } => new(person),
        FloorEnded { Person: var person } => new(person),
        ItemCalled { Item: var item } => new(Item: item),
        ItemProposed { Item.Id: var item } => new(Item: item),
        ItemConsented { Item: var item } => new(Item: item),
        ItemLeftOff { Item: var item } => new(Item: item),
        ItemAdded { Item.Id: var item } => new(Item: item),
        HearingStarted { Item: var item } => new(Item: item),
        HearingEnded { Item: var item } => new(Item: item),
        ItemConcluded { Item: var item, Ballot: var ballot } => new(Item: item, Ballot: ballot),
        ConclusionUndone { Item: var item } => new(Item: item),
        ActivityMarked { Item: var item } => new(Item: item),
        NoteTaken { Item: var item } => new(Item: item),
        BallotOpened { Ballot: var ballot, Items: var items } => new(Item: items.Length == 1 ? items[0] : null, Ballot: ballot),
        BallotExtended { Ballot: var ballot } => new(Ballot: ballot),
        VoteCast { Ballot: var ballot, Voter: var voter } => new(voter, Ballot: ballot),
        WitnessedVoteEntered { Ballot: var ballot, Voter: var voter } => new(voter, Ballot: ballot),
        WitnessedVoteRejected { Ballot: var ballot } => new(Ballot: ballot),
        ItemTakenOut { Ballot: var ballot, Item: var item } => new(Item: item, Ballot: ballot),
        BallotSuspended { Ballot: var ballot } => new(Ballot: ballot),
        BallotResumed { Ballot: var ballot } => new(Ballot: ballot),
        BallotConcluded { Ballot: var ballot } => new(Ballot: ballot),
        BallotAnnulled { Ballot: var ballot } => new(Ballot: ballot),
        _ => new(),
    };

    public string Details(MeetingReport report, MeetingEvent happened) => happened switch
    {
        MeetingPrepared { Plan: var plan } => words.Text("PlanHas", plan.Revision, plan.Seats.Length, plan.Agenda.Length),
        ProxyReceived { Proxy: var proxy } => words.Text("ProxyFor", words.Seat(report, proxy.Giver), ReportWords.DayOfSigning(proxy)),
        MeetingOpened opened => words.Quorum(report.Plan.Quorum, opened.Quorum),
        MeetingSuspended { Reason: var reason } => reason ?? "",
        MeetingAdjourned adjourned => words.Join(Adjournment(report, adjourned)),
        SignedIn { Mode: var mode } => words.Text($"Mode{mode}"),
        GuestSignedIn guest => words.Join([words.Capacity(guest.Capacity), words.Text($"Mode{guest.Mode}")]),
        AttendanceCorrected corrected => words.Join([Times(corrected.From, corrected.Until), corrected.Reason]),
        HoursCorrected corrected => words.Join([Times(corrected.OpenedAt, corrected.EndedAt), corrected.Reason]),
        PauseCorrected corrected => words.Join([new CorrectionWords(words).Paused(new(corrected.From, corrected.Until, corrected.Text), report.Meeting), corrected.Reason]),
        ConclusionCorrected corrected => words.Join([corrected.Text, corrected.Reason]),
        HearingCorrected corrected => words.Join([new CorrectionWords(words).Heard(new(corrected.Heard, corrected.From, corrected.Until)), corrected.Reason]),
        GuestCorrected corrected => words.Join([corrected.Name, corrected.Reason]),
        SeatOccupied { Seat: var seat } => words.Seat(report, seat),
        ItemConsented { Seat: var seat } => words.Seat(report, seat),
        ItemLeftOff { Seat: { } seat } => words.Seat(report, seat),
        ItemAdded { UrgencyReason: var urgency } => urgency is null ? words.Text("AddedByAll") : words.Text("AddedInUrgency", urgency),
        HearingStarted { Heard: var heard } => string.Join(", ", heard),
        ItemConcluded concluded => words.Conclusion(report, concluded),
        ActivityMarked marked => marked switch
        {
            { IsAccepted: true } => words.Text("ActivityAccepted"),
            { Reason: { } reason } => words.Text("ActivityNotAccepted", words.ActivityReason(reason)),
            _ => words.Text("ActivityTakenBack"),
        },
        NoteTaken { Text: var text } => text,
        BallotOpened opened => words.Join([Items(report, opened.Items), string.Join(", ", opened.Options.Select(words.Outcome)), words.Put(report, opened.Activities), opened.CountsHidden ? words.Text("CountsHidden") : ""]),
        BallotExtended { Until: var until } => words.Text("UntilTime", until.ToExactTime()),
        VoteCast cast => words.Join([words.Seat(report, cast.Seat), Choice(report, cast.Ballot, cast.Choice), cast.Witness is { } witness ? words.Witness(report, witness) : ""]),
        WitnessedVoteEntered entered => words.Join([words.Seat(report, entered.Seat), Choice(report, entered.Ballot, entered.Choice), words.Text($"Means{entered.Means}")]),
        BallotSuspended suspended => words.Quorum(report.Plan.Quorum, suspended.Quorum),
        BallotConcluded { Result: var result } => result.Carried is { } carried ? words.Text("PartAndValue", words.Text("ResultCarried"), words.Outcome(carried)) : words.Text("ResultNotCarried"),
        BallotAnnulled annulled => words.WhyAnnulled(annulled),
        _ => "",
    };

    private IEnumerable<string> Adjournment(MeetingReport report, MeetingAdjourned adjourned) =>
    [
        words.Quorum(report.Plan.Quorum, adjourned.Quorum),
        words.Text("ItemsLeft", Items(report, adjourned.Items)),
        adjourned.ReferTo is { } formation ? words.Text("PartAndValue", words.Kind(ConclusionKind.Referred), words.Formation(formation)) : report.Meeting.IsFirstConvocation ? words.Text("GoesToSecond") : words.Kind(ConclusionKind.Postponed),
    ];

    private string Choice(MeetingReport report, BallotId ballot, Choice choice) =>
        report.BallotOf(ballot) is { IsHidden: true } ? words.Text("CountsHidden") : words.Choice(choice);

    private static string Items(MeetingReport report, IEnumerable<ItemId> items) =>
        string.Join(", ", items.Select(item => report.ItemOf(item)?.Number.ToString(CultureInfo.CurrentCulture) ?? ""));

    private static string Times(DateTimeOffset from, DateTimeOffset? until) => $"{from.ToExactTime()} – {until?.ToExactTime()}";
}
