using System.Globalization;
using Microsoft.Extensions.Localization;
using WitaLive.App.Agenda;
using WitaLive.App.Ballots;
using WitaLive.App.Languages;
using WitaLive.App.Presence;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Decisions;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Domain.Quorum;

namespace WitaLive.App.Minutes;

/// <summary>How a report calls things, in the language that is being written.</summary>
public sealed class ReportWords(IStringLocalizer<MinutesTexts> texts, IStringLocalizer<PresenceTexts> presence, Names names, RuleSentence rules, PutWords put)
{
    private string Between => texts["Between"];

    public string Text(string key, params object[] gaps) => texts[key, gaps];

    /// <summary>«Restricted chamber 2 (FR), 24/11/2026»</summary>
    public string Title(MeetingReport report) =>
        texts["Title", report.Plan.Titles.InReadersLanguage(), (report.Meeting.OpenedAt ?? report.Plan.StartsAt).ToShortDay()];

    /// <summary>The fingerprint of its journal, or that it has none any more; null where nobody looked, and for one from before there were any.</summary>
    public string? Print(MeetingReport report) => report.Seal switch
    {
        { BrokenAt: { } at } => texts["SealBroken", at],
        { Print: var print } => print,
        null => null,
    };

    /// <summary>How an item came on the agenda in the meeting; empty for one that stood there before.</summary>
    public string Added(MeetingReport report, Item item) => report.Additions.Find(a => a.Made.Item.Id == item.Id) switch
    {
        { Made.UrgencyReason: { } urgency } => Text("AddedInUrgency", WritingDirection.SetApart(urgency)),
        { Proposed: { } proposed } => Join([Text("AddedByAll"), Text("ProposedBy", report.NameOf(proposed.By))]),
        { } => Text("AddedByAll"),
        null => "",
    };

    public static string Chamber(MeetingReport report) => report.Plan.Titles.InReadersLanguage();

    public string Formation(FormationCode formation) => names.Of(formation);

    public string Group(GroupCode group) => names.Of(group);

    public string Section(string section) => names.Of($"section.{section}");

    public string Capacity(Capacity capacity) => texts[$"Capacity{capacity}"];

    /// <summary>In what quality somebody without a seat was there: by their office where they have one.</summary>
    public string CapacityOf(MeetingReport report, PersonId person, Capacity capacity) =>
        capacity is Domain.Meetings.Capacity.President && report.Plan.Presiders.FirstOrDefault(p => p.Person == person) is { } presider ? names.Of(presider.Role) : Capacity(capacity);

    /// <summary>On paper a proxy has a day; signed on the site, the minute too.</summary>
    public static string DayOfSigning(Proxy proxy) => BrusselsTime.At(proxy.SignedAt.DayInBrussels(), default) == proxy.SignedAt ? proxy.SignedAt.ToShortDay() : proxy.SignedAt.ToDayAndTime();

    public string ActivityReason(string reason) => names.Of($"activityReason.{reason}");

    /// <summary>«accepted: 3; not accepted: 2 (not proven, peripheral activity)»</summary>
    public string Marks(ImmutableArray<ActivityMark> marks) => put.Of(marks);

    /// <summary>What a ballot puts beside the outcome; of a block, file by file. Empty where nothing was marked.</summary>
    public string Put(MeetingReport report, ImmutableArray<PutActivities>? activities) => activities is not { } all ? ""
        : all is [var one] ? Marks(one.Marks)
        : string.Join(" · ", all.Select(of => texts["PartAndValue", report.ItemOf(of.Item)?.Number ?? 0, Marks(of.Marks)].Value));

    public string Outcome(string outcome) => names.OfOutcome(outcome);

    public string Choice(Choice choice) => names.OfChoice(choice);

    public string Rule(DecisionRule rule, int seats) => rules.Of(rule, seats);

    /// <summary>An open point by its number, with the setting that stands for it.</summary>
    public string Setting(string number) => names.OfSource(number).AtStart();

    /// <summary>«Arts experts 2 (FR)»</summary>
    public string Seat(MeetingReport report, SeatId seat) => report.Meeting.SeatOf(seat) is { } planned
        ? texts["Seat", names.Of(planned.Group), planned.Number, planned.Section.ToUpperInvariant()]
        : "";

    /// <summary>«3. Atelier Noir»</summary>
    public static string Item(MeetingReport report, ItemId item) => report.ItemOf(item) is { } line
        ? string.Create(CultureInfo.CurrentCulture, $"{line.Number}. {Title(line)}")
        : "";

    public static string Title(AgendaItem item) => item.Titles.InReadersLanguage() is { Length: > 0 } title ? title : item.Reference ?? "";

    public string Presider(MeetingReport report, Presider? presider) => presider is null
        ? texts["NobodyPresides"]
        : texts["PersonAs", report.NameOf(presider.Person), names.Of(presider.Role).InSentence()];

    public string Quorum(QuorumRule rule, QuorumStatus status) => presence.InWords(names, rule, status);

    /// <summary>«Arts experts: at least 2 of 3; …. Presided by: chair, substitute chair.»</summary>
    public string QuorumRule(QuorumRule rule) => texts[
        "QuorumRuleIs",
        Join(rule.Blocs.Select(bloc => texts["BlocNeeds", names.Of($"bloc.{bloc.Name}"), bloc.Needed, bloc.Seats].Value)),
        string.Join(", ", rule.Chairs.Select(chair => names.Of(chair).InSentence()))];

    /// <summary>«Dries Okkerman left for item 7; Lien Vermote sat. 5 of 6 seats there. …»: who left for an item, what became of the seat and of the quorum.</summary>
    public string Effect(MeetingReport report, Recusal recusal)
    {
        var (name, number) = (report.NameOf(recusal.Person), report.ItemOf(recusal.Item)?.Number ?? 0);
        if (recusal is { WithdrawnAt: { } at })
            return Text("RecusalWithdrawn", name, number, at.ToExactTime());
        if (recusal.Then is not { } then)
            return Text("RecusalOnly", name, number);

        var quorum = Text("SeatsThere", then.Present, report.Plan.Seats.Length, Quorum(report.Plan.Quorum, then.Quorum));
        return then.Seat switch
        {
            { State: SeatState.Present, Voter: { } sitter } => Text("RecusalReplaced", name, number, report.NameOf(sitter), quorum),
            { State: SeatState.Represented, Voter: { } holder } => Text("RecusalRepresented", name, number, report.NameOf(holder), quorum),
            { } => Text("RecusalEmpty", name, number, quorum),
            null => Text("RecusalWithoutSeat", name, number, quorum),
        };
    }

    public string Conclusion(MeetingReport report, ItemConcluded concluded) => Join(
        new[]
        {
            Ending(concluded.Kind, concluded.Outcome, concluded.ReferTo),
            concluded.Asked is null ? WritingDirection.SetApart(concluded.Reason ?? "") : Reasons(concluded.Asked, concluded.Reason),
            concluded.ForPresident ? texts["ForPresident"] : "",
            report.BallotOf(concluded.Ballot) is { } ballot ? texts["BallotNumber", ballot.Number] : "",
        });

    /// <summary>Why an item ended so; of one that was evoked also why it was asked for, each by its name.</summary>
    public string Reasons(string? asked, string? reason) => asked is null
        ? reason ?? ""
        : Join([texts["PartAndValue", texts["ReasonAsked"], WritingDirection.SetApart(asked)], reason is null ? "" : texts["PartAndValue", texts["ReasonAgreed"], WritingDirection.SetApart(reason)]]);

    public string Ending(ConclusionKind kind, string? outcome, FormationCode? referTo) => (kind, outcome, referTo) switch
    {
        (ConclusionKind.Decided, { } carried, _) => texts["PartAndValue", Kind(kind), names.OfOutcome(carried)],
        (ConclusionKind.Referred, _, { } formation) => texts["PartAndValue", Kind(kind), names.Of(formation)],
        _ => Kind(kind),
    };

    public string Kind(ConclusionKind kind) => texts[$"Conclusion{kind}"];

    public string Result(BallotHistory ballot, OptionResult? option) => ballot switch
    {
        { Now.State: BallotState.Annulled } => texts["ResultAnnulled"],
        { Now.State: BallotState.Suspended } => texts["ResultSuspended"],
        { Now.State: BallotState.Open } => texts["ResultOpen"],
        _ => texts[option is { Count.Carried: true } ? "ResultCarried" : "ResultNotCarried"],
    };

    /// <summary>«Lost at 14:05:09, resumed at 14:07:12. Quorum …»</summary>
    public string Stops(MeetingReport report, BallotHistory ballot) => string.Join(" ", ballot.Stops.Select(stop =>
        Sentence(stop.ResumedAt is { } resumed
            ? texts["StoppedAndResumed", stop.At.ToExactTime(), resumed.ToExactTime(), Quorum(report.Plan.Quorum, stop.Quorum)]
            : texts["Stopped", stop.At.ToExactTime(), Quorum(report.Plan.Quorum, stop.Quorum)])));

    /// <summary>The chair's reason; a ballot that fell with an adjournment or a recusal has none of its own.</summary>
    public string WhyAnnulled(BallotAnnulled annulled) =>
        annulled.Reason.Length > 0 ? annulled.Reason : texts[annulled.ForRecusal ? "AnnulledForRecusal" : "AnnulledWithoutQuorum"];

    public string Annulled(BallotHistory ballot) => ballot.Annulled is { } annulled
        ? texts["PartAndValue", annulled.At.ToExactTime(), WritingDirection.SetApart(WhyAnnulled(annulled))]
        : "";

    /// <summary>Who stands for a vote that was not given on a screen.</summary>
    public string Witness(MeetingReport report, Witness witness) =>
        texts[$"Witnessed{witness.Means}", report.NameOf(witness.EnteredBy), report.NameOf(witness.ConfirmedBy)];

    public string Join(IEnumerable<string> parts) => string.Join(Between, parts.Where(part => part.Length > 0));

    private static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";
}
