using WitaLive.App.Rules;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Simulators;

/// <summary>Asks the notice rule in force on the meeting's day for anyone; the page and the JSON give the same answer.</summary>
public sealed class NoticeSimulator(RuleBook book, Names names)
{
    /// <summary>The days a simulator answers about; the Gregorian holidays are certain in them.</summary>
    internal static readonly (DateOnly First, DateOnly Last) Days = (new(2000, 1, 1), new(2100, 12, 31));

    public Notice RuleOn(DateOnly day) => book.On(day).Notice;

    /// <summary>The answer, or null with the reasons in <paramref name="errors"/>.</summary>
    public NoticeAnswer? Answer(NoticeForm form, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(errors);
        if (form.MeetingOn is null)
            errors.Add("meetingOn", "Missing");
        else if (form.MeetingOn < Days.First || form.MeetingOn > Days.Last)
            errors.Add("meetingOn", "DayOutOfRange", Days.First, Days.Last);
        if (form.Urgent is null)
            errors.Add("urgent", "Missing");
        if (errors.Any || form is not { MeetingOn: { } meeting, Urgent: { } urgent })
            return null;

        var rule = RuleOn(meeting);
        var latest = rule.LatestSendingDay(meeting, urgent);
        return new(
            latest, rule.WorkingDaysBetween(latest, meeting), rule.HolidaysBetween(latest, meeting), [.. rule.Source.Select(source => names.OfSource(source))]);
    }
}
