using WitaLive.App.Rules;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Simulators;

/// <summary>Asks the notice rule in force on the meeting's day for anyone; the page and the JSON give the same answer.</summary>
public sealed class NoticeSimulator(RuleBook book, Names names)
{
    public Notice RuleOn(DateOnly day) => book.On(day).Notice;

    /// <summary>The answer, or null with the reasons in <paramref name="errors"/>.</summary>
    public NoticeAnswer? Answer(NoticeForm form, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(errors);
        var (on, asked) = (Fields.Day(form.MeetingOn, "meetingOn", errors), Fields.Given(form.Urgent, "urgent", errors));
        if (errors.Any || on is not { } meeting || asked is not { } urgent)
            return null;

        var rule = RuleOn(meeting);
        var latest = rule.LatestSendingDay(meeting, urgent);
        return new(
            latest, rule.WorkingDaysBetween(latest, meeting), rule.HolidaysBetween(latest, meeting), [.. rule.Source.Select(source => names.OfSource(source))]);
    }
}
