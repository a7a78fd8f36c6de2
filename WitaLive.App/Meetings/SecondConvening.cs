using System.Globalization;
using System.Security.Claims;
using WitaLive.App.Access;
using WitaLive.App.Conflicts;
using WitaLive.App.Controls;
using WitaLive.App.Convening;
using WitaLive.App.Jobs;
using WitaLive.Domain;

namespace WitaLive.App.Meetings;

/// <summary>Convenes a chamber for the second time: the meeting, the items that were left and the order for its convocations are one transaction.</summary>
/// <remarks>Source: rules of procedure, art. 17 § 1-2 and 20 § 1-2.</remarks>
public sealed class SecondConvening(MeetingPlanning planning, MeetingReading reading, JobBell bell, TimeProvider clock)
{
    /// <param name="approver">The chair who agreed to a shorter notice, where one is needed.</param>
    /// <returns>The new meeting, or why there is none; then nothing was written.</returns>
    public async Task<(MeetingId? Id, Refusal? Why)> ConveneAsync(ClaimsPrincipal who, MeetingId failed, DateOnly day, TimeOnly hour, PersonId? approver, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var form = await planning.FormOfSecondAsync(who, failed, ct);
        if (form.FirstId is null)
            return (null, new NoSecondConvocation());
        (form.Day, form.Hour) = (DayText.Of(day), hour.ToString("HH:mm", CultureInfo.InvariantCulture));
        var now = clock.GetUtcNow();
        var (id, problems) = await planning.CreateAsync(who, form, ct, async (db, meeting) =>
        {
            if (meeting.Agenda.Count == 0)
                return new NothingLeft();
            var (_, people, rules) = await reading.AroundAsync(db, meeting, ct);
            if (ShortNotice.Record(meeting, people, approver, SignedInPerson.Of(who)?.Id, NoticeStatus.Of(rules, now, meeting.StartsAt), now) is { } why)
                return why;
            meeting.ConveneAt = now;
            return null;
        });
        bell.Ring<FindConflicts>(); // whoever stepped aside the first time is asked before the agenda goes out
        bell.Ring<ConveneMeetings>();
        return (id, problems.IsEmpty ? null : problems[0].Why);
    }
}

/// <summary>Every item stands on another agenda or needs none any more.</summary>
public sealed record NothingLeft : Refusal;
