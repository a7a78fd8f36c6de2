using System.Diagnostics;
using System.Globalization;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Minutes;

/// <summary>A fact that was put right, in a sentence: what stands there now and what stood there before, when, by whom and why.</summary>
internal sealed class CorrectionWords(ReportWords words)
{
    public string Of(MeetingReport report, FactCorrection correction)
    {
        var (subject, now, before, reason) = Parts(report, correction);
        return words.Text("CorrectionBy", subject, now, before, correction.Made.At.ToDayAndTime(), report.NameOf(correction.Made.By), WritingDirection.SetApart(reason));
    }

    /// <summary>«09:00:00 – 12:10:05»</summary>
    public static string Hours(DateTimeOffset? from, DateTimeOffset? until) => string.Create(CultureInfo.CurrentCulture, $"{Time(from)} – {Time(until)}");

    /// <summary>Who was heard, from and until when; «nobody» for a hearing that there was not.</summary>
    public string Heard(Hearing? hearing) => hearing is { Heard.IsEmpty: false }
        ? words.Text("HeardFrom", string.Join(", ", hearing.Heard.Select(WritingDirection.SetApart)), Time(hearing.From), Time(hearing.Until))
        : words.Text("CorrectionNobody");

    /// <summary>From and until when the meeting paused, and why; «none» for a pause that there was not.</summary>
    public string Paused(MeetingPause? pause, Meeting meeting) => pause is null || pause.From == pause.Until
        ? words.Text("CorrectionNoPause")
        : words.Join([Hours(pause.From, pause.Until ?? meeting.EndedAt), WritingDirection.SetApart(pause.Reason ?? "")]);

    private (string Subject, string Now, string Before, string Reason) Parts(MeetingReport report, FactCorrection correction) => correction switch
    {
        { Made: AttendanceCorrected made, Before: var before } => (
            words.Text("CorrectionStay", report.NameOf(made.Person)), Hours(made.From, made.Until), Hours(before.Attendances[made.Person].Stays[made.Stay], before), made.Reason),
        { Made: HoursCorrected made, Before: var before } => (
            words.Text("CorrectionHours"), Hours(made.OpenedAt, made.EndedAt), Hours(before.OpenedAt, before.EndedAt), made.Reason),
        { Made: PauseCorrected made, Before: var before } => (
            words.Text("CorrectionPause"), Paused(new(made.From, made.Until, made.Text), before), Paused(before.Pauses.ElementAtOrDefault(made.Pause), before), made.Reason),
        { Made: ConclusionCorrected made, Before: var before } => (
            words.Text("CorrectionConclusion", Number(report, made.Item)), WritingDirection.SetApart(made.Text), before.ItemOf(made.Item)?.Conclusion?.Reason is { Length: > 0 } reason ? WritingDirection.SetApart(reason) : "–", made.Reason),
        { Made: HearingCorrected made, Before: var before } => (
            words.Text("CorrectionHearing", Number(report, made.Item)), Heard(new(made.Heard, made.From, made.Until)), Heard(before.ItemOf(made.Item)?.Hearings.ElementAtOrDefault(made.Hearing)), made.Reason),
        { Made: GuestCorrected made, Before: var before } => (
            words.Text("CorrectionGuest"), WritingDirection.SetApart(made.Name), WritingDirection.SetApart(before.Guests[made.Person]), made.Reason),
        _ => throw new UnreachableException($"{correction.Made.GetType().Name} corrects nothing."),
    };

    // Who did not sign out left when the meeting ended.
    private static string Hours(Domain.Presence.Stay stay, Meeting meeting) => Hours(stay.From, meeting.EndOf(stay));

    private static int Number(MeetingReport report, ItemId item) => report.ItemOf(item)?.Number ?? 0;

    private static string Time(DateTimeOffset? at) => at?.ToExactTime() ?? "…";
}
