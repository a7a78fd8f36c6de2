using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Calendar;

/// <summary>A provisional date and whose it is.</summary>
public sealed record DateSheet(ProvisionalDate Date, ChamberOnDay Chamber);

/// <summary>Moves provisional dates and takes them off the calendar. Planning one as a meeting is the work of <see cref="MeetingPlanning"/>.</summary>
public sealed class ProvisionalDates(IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, RuleBook rules, TimeProvider clock)
{
    /// <summary>Null when there is none that is still open.</summary>
    public async Task<DateSheet?> ReadAsync(ClaimsPrincipal who, MeetingId id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<ProvisionalDate>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct) is not { IsOpen: true } date)
            return null;
        return new(date, (await directory.ReadAsync(db, date.StartsAt.DayInBrussels(), ct)).Chamber(date.ChamberId)!);
    }

    /// <param name="shown">The revision that the change was made on.</param>
    public async Task<ImmutableArray<FieldProblem>> MoveAsync(ClaimsPrincipal who, MeetingId id, int shown, MeetingForm form, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var (facts, problems) = form.Read(clock.GetUtcNow());
        if (facts is null)
            return problems;
        var day = facts.StartsAt.DayInBrussels();
        if (rules.On(day).Notice.HolidayOn(day) is not null)
            return [new("day", new HolidayThatDay(day))];
        return await ChangeAsync(id, shown, date => date.Put(facts), ct) is { } why ? [new("", why)] : [];
    }

    public Task<Refusal?> WithdrawAsync(ClaimsPrincipal who, MeetingId id, int shown, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        return ChangeAsync(id, shown, date => date.Withdraw(clock.GetUtcNow()), ct);
    }

    private async Task<Refusal?> ChangeAsync(MeetingId id, int shown, Action<ProvisionalDate> change, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<ProvisionalDate>().SingleOrDefaultAsync(d => d.Id == id, ct) is not { IsOpen: true } date)
            return new DateNotOpen();
        if (date.Revision != shown)
            return new DateChangedMeanwhile();
        change(date);
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new DateChangedMeanwhile();
        }
    }
}
