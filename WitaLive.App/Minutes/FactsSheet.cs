using WitaLive.App.Languages;
using WitaLive.App.Spreadsheets;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Minutes;

/// <summary>The first sheet: what the meeting was, who led it, by which rules, and how its items ended.</summary>
internal sealed class FactsSheet(ReportWords words, Pen pen, RulesInForce rules) : IReportRows
{
    public string Key => "Meeting";

    public ImmutableArray<Column> Columns =>
    [
        pen.Column("Subject", pen.Languages.Length > 1 ? 60 : 34), pen.Column("Content", 80, wraps: true), pen.Column("From", 20), pen.Column("Until", 20),
    ];

    public void Write(MeetingReport report, SheetWriter sheet)
    {
        WriteFacts(report, sheet);
        WriteCourse(report, sheet);
        WriteRules(report, sheet);
        WriteAttendants(report, sheet);
        WriteNumbers(report, sheet);
        foreach (var note in report.Meeting.Notes.Where(n => n.Item is null))
            Line(sheet, "Note", Cell.Text(note.Text), note.At);
        // Corrected stays stand in the attendance list.
        foreach (var correction in report.FactCorrections.Where(c => c.Made is not AttendanceCorrected))
            Line(sheet, "Correction", pen.Cell(() => new CorrectionWords(words).Of(report, correction)), correction.Made.At);
    }

    private void WriteFacts(MeetingReport report, SheetWriter sheet)
    {
        var (plan, meeting) = (report.Plan, report.Meeting);
        Line(sheet, "Chamber", pen.Cell(() => ReportWords.Chamber(report)));
        Line(sheet, "Formation", pen.Cell(() => words.Formation(plan.Formation)));
        Line(sheet, "Date", Cell.Day((meeting.OpenedAt ?? plan.StartsAt).DayInBrussels()));
        Line(sheet, "PlannedFor", Cell.Instant(plan.StartsAt));
        Line(sheet, "Start", Cell.Instant(meeting.OpenedAt));
        Line(sheet, "End", Cell.Instant(meeting.EndedAt));
        Line(sheet, "State", pen.Cell($"State{meeting.State}"));
        Line(sheet, "SecondConvocation", pen.Cell(plan.SecondConvocation ? "Yes" : "No"));
        Line(sheet, "Mode", pen.Cell(() => Mode(meeting)));
    }

    private void WriteCourse(MeetingReport report, SheetWriter sheet)
    {
        foreach (var presided in report.Presided)
            Line(sheet, "Presiding", pen.Cell(() => words.Presider(report, presided.Presider)), presided.From, presided.Until);
        foreach (var pause in report.Meeting.PausesHeld)
            Line(sheet, "Pause", Cell.Text(pause.Reason), pause.From, pause.Until);
        foreach (var happened in report.Journal.Select(line => line.Happened))
        {
            if (happened is MeetingOpened opened)
                Line(sheet, "QuorumAtOpening", pen.Cell(() => words.Quorum(report.Plan.Quorum, opened.Quorum)), opened.At);
            else if (happened is MeetingAdjourned adjourned)
                Line(sheet, "Adjourned", pen.Cell(() => words.Quorum(report.Plan.Quorum, adjourned.Quorum)), adjourned.At);
        }
    }

    private void WriteRules(MeetingReport report, SheetWriter sheet)
    {
        var plan = report.Plan;
        Line(sheet, "QuorumRule", pen.Cell(() => words.QuorumRule(plan.Quorum)));
        Line(sheet, "DecisionRule", pen.Cell(() => words.Rule(plan.Decision, plan.Seats.Length)));
        foreach (var number in Settings(report))
            Line(sheet, "Setting", pen.Cell(() => words.Setting(number)));
    }

    // What the texts leave open and this meeting rests on: behind its rules, and behind what happened in it.
    private IEnumerable<string> Settings(MeetingReport report)
    {
        var formation = report.Plan.Formation;
        var known = rules.Composition.Formations.Any(f => f.Code == formation);
        var behindTheRules = known ? rules.QuorumSources(formation).Concat(rules.DecisionSources(formation)).Where(s => rules.OpenPoints.Points.Any(p => p.Number == s)) : [];
        (string Key, bool Applies)[] behindTheCourse =
        [
            ("voteOnScreen", report.Ballots.Count > 0),
            ("signing", true),
            ("hybridMeeting", Modes(report.Meeting).Distinct().Count() > 1),
            ("seatOfRecusedDuo", report.Recusals.Count > 0),
            ("proxyHolder", report.Proxies.Count > 0),
            ("belowThreshold", report.Conclusions.Exists(c => c.Made.ForPresident)),
            ("adHocReportLanguage", !report.Plan.Languages.Intersect(pen.Languages).Any()),
        ];
        return behindTheRules.Concat(behindTheCourse.Where(s => s.Applies).Select(s => rules.OpenPoints.Find(s.Key)?.Number).OfType<string>()).Distinct();
    }

    private void WriteAttendants(MeetingReport report, SheetWriter sheet)
    {
        foreach (var line in report.Meeting.Attendances.Values.Where(a => a.Capacity is not Capacity.Member).OrderBy(a => a.Capacity).ThenBy(a => report.NameOf(a.Person), StringComparer.Ordinal))
            foreach (var stay in line.Stays)
                Line(sheet, "WithoutVote", pen.Cell(() => words.Text("PersonAs", report.NameOf(line.Person), words.CapacityOf(report, line.Person, line.Capacity))), stay.From, report.Meeting.EndOf(stay));
    }

    private void WriteNumbers(MeetingReport report, SheetWriter sheet)
    {
        var items = report.Meeting.Items;
        Line(sheet, "Items", Cell.Whole(items.Length));
        foreach (var kind in Enum.GetValues<ConclusionKind>())
            Line(sheet, pen.Cell(() => words.Kind(kind)), Cell.Whole(items.Count(i => i.Conclusion?.Kind == kind)));
        Line(sheet, "ItemsOpen", Cell.Whole(items.Count(i => i.Conclusion is null)));
        Line(sheet, "Ballots", Cell.Whole(report.Ballots.Count));
        Line(sheet, "Events", Cell.Whole(report.Journal.Count));
        if (words.Print(report) is { } print)
            Line(sheet, "Fingerprint", pen.Cell(() => print));
    }

    private string Mode(Meeting meeting)
    {
        var people = meeting.Attendances.Values.Where(a => a.Stays.Length > 0).ToList();
        var (here, online) = (people.Count(a => a.Stays.Any(s => s.Mode is AttendanceMode.OnSite)), people.Count(a => a.Stays.Any(s => s.Mode is AttendanceMode.Online)));
        return people.Count == 0 ? "" : words.Text(here == 0 ? "HeldOnline" : online == 0 ? "HeldOnSite" : "HeldHybrid", here, online);
    }

    private static IEnumerable<AttendanceMode> Modes(Meeting meeting) => meeting.Attendances.Values.SelectMany(a => a.Stays).Select(s => s.Mode);

    private void Line(SheetWriter sheet, string subject, Cell content, DateTimeOffset? from = null, DateTimeOffset? until = null) =>
        sheet.Add(Cell.Strong(pen.Text($"Subject{subject}")), content, Cell.Instant(from), Cell.Instant(until));

    private static void Line(SheetWriter sheet, Cell subject, Cell content) => sheet.Add(subject, content);
}
