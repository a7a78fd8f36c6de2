using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Calendar;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Meetings;

/// <summary>What there is to choose from and to beware of, for the chamber and day that stand in the form.</summary>
/// <param name="Chamber">Null while none is chosen.</param>
/// <param name="SameDay">Other meetings of that chamber that day.</param>
/// <param name="Notice">Null while there is no chamber or day.</param>
public sealed record PlanChoices(
    Commission Commission, ChamberOnDay? Chamber, bool IsComposed, ImmutableArray<FailedMeeting> Failed, ImmutableArray<DateTimeOffset> SameDay, NoticeStatus? Notice)
{
    /// <summary>Rooms that meetings were held in before.</summary>
    public ImmutableArray<string> Places { get; init; } = [];
}

/// <summary>Plans new meetings.</summary>
public sealed class MeetingPlanning(
    IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, RuleBook rules, LeftItems left, TimeProvider clock)
{
    public async Task<PlanChoices> ChoicesAsync(ClaimsPrincipal who, MeetingForm form, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        var today = clock.GetUtcNow().DayInBrussels();
        var toPlan = form.DayToPlan(today);
        var day = toPlan ?? today;
        var commission = await directory.ReadAsync(db, day, ct);
        if (form.ChamberId is not { } id || commission.Chamber(id) is not { } chamber)
            return new(commission, null, false, [], [], null) { Places = await PlacesAsync(db, ct) };

        var inForce = rules.On(day);
        var (from, until) = (BrusselsTime.At(day, TimeOnly.MinValue), BrusselsTime.At(day.AddDays(1), TimeOnly.MinValue));
        var sameDay = await db.Set<PlannedMeeting>().AsNoTracking()
            .Where(m => m.ChamberId == id && m.CancelledAt == null && m.StartsAt >= from && m.StartsAt < until)
            .OrderBy(m => m.StartsAt).Select(m => m.StartsAt).ToListAsync(ct);
        return new(
            commission, chamber, MeetingReading.IsComposed(chamber, commission, inForce), await FailedAsync(db, chamber, ct), toPlan is null ? [] : [.. sameDay],
            toPlan is { } typed ? NoticeStatus.Of(inForce, today, typed) : null)
        {
            Places = await PlacesAsync(db, ct),
        };
    }

    /// <summary>A form to begin with: that of a provisional date; empty when it is open no more.</summary>
    public async Task<MeetingForm> FormAsync(ClaimsPrincipal who, MeetingId provisional, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<ProvisionalDate>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == provisional, ct) is { IsOpen: true } date ? MeetingForm.Of(date) : new();
    }

    /// <summary>The form of a second convocation: everything as it was save the day, so the same chamber, seats, place and way of taking part.</summary>
    /// <returns>An empty form when that meeting waits for none.</returns>
    public async Task<MeetingForm> FormOfSecondAsync(ClaimsPrincipal who, MeetingId failed, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<PlannedMeeting>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(m => m.Id == failed, ct) is not { } first
            || (await FailedMeetings.WaitingAsync(db, first.ChamberId, rules, clock.GetUtcNow().DayInBrussels(), ct)).All(f => f.Id != failed))
            return new();
        var form = MeetingForm.Of(first);
        (form.First, form.Day) = (failed.Value.ToString(), "");
        return form;
    }

    /// <summary>Whom to propose for a formation that is composed for each meeting: its standing seats when they make it, otherwise as the law wants them.</summary>
    public ImmutableArray<SeatId> Propose(Commission commission, ChamberOnDay chamber)
    {
        var composition = rules.On(commission.Day).Composition;
        var standing = chamber.VotingSeats.Select(s => s.Id).ToHashSet();
        return standing.Count > 0 && Lacking(commission, chamber, standing).IsEmpty
            ? [.. standing]
            : SeatChoice.Propose(commission, composition.Formation(chamber.Formation));
    }

    /// <summary>Every condition of the formation that these seats do not meet.</summary>
    public ImmutableArray<Refusal> Lacking(Commission commission, ChamberOnDay chamber, IReadOnlySet<SeatId> seats) =>
        FormationComposition.Of(rules.On(commission.Day).Composition, chamber.Formation, chamber.AdHocLanguage).Lacking(
            [.. commission.Seats.Where(s => s.Votes && seats.Contains(s.Id)).Select(s => new Sitting(new Seat(s.Id, s.Section, s.Group, s.Number, s.Body), [.. s.Duo]))],
            chamber.Section, chamber.AdHocLanguage);

    /// <param name="also">What is done with the new meeting in the same transaction; its refusal leaves nothing behind.</param>
    /// <returns>The new meeting, or what is wrong with the form; then nothing was written.</returns>
    public async Task<(MeetingId? Id, ImmutableArray<FieldProblem> Problems)> CreateAsync(
        ClaimsPrincipal who, MeetingForm form, CancellationToken ct, Func<WitaLiveDb, PlannedMeeting, Task<Refusal?>>? also = null)
    {
        Policies.Demand(who, Policies.Secretariat);
        var (facts, problems) = form.Read(clock.GetUtcNow());
        var choices = await ChoicesAsync(who, form, ct);
        if (choices.Chamber is not { } chamber)
            return (null, problems.Insert(0, new("chamber", new ChamberNotChosen())));
        if (form.First.Length > 0 && WhyNotSecond(form, choices) is { } noSecond)
            problems = problems.Add(noSecond);
        if (choices.IsComposed)
            problems = problems.AddRange(Lacking(choices.Commission, chamber, form.Seats).Select(why => new FieldProblem("seats", why)));
        if (facts is null || problems.Length > 0)
            return (null, problems);

        var meeting = New(who, facts, chamber, form, rules.On(facts.StartsAt.DayInBrussels()).Composition);
        if (choices.IsComposed)
            meeting.Compose(form.Seats.Concat(Consultative(choices.Commission, chamber)));
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ChamberDiary.TakeAsync(db, chamber.Id, ct);
        if (await ChamberDiary.WhyNotAsync(db, chamber.Id, facts, meeting.Id, ct) is { } taken)
            return (null, [new("hour", taken)]);
        if (form.FirstId is { } first)
        {
            // Asked again inside the transaction: two secretaries may do this at once.
            if ((await FailedAsync(db, chamber, ct)).All(f => f.Id != first))
                return (null, [new("first", new NoSecondConvocation())]);
            await left.MoveAsync(db, first, meeting, ct);
        }
        if (form.ProvisionalId is { } date)
        {
            if (await db.Set<ProvisionalDate>().SingleOrDefaultAsync(d => d.Id == date && d.ChamberId == chamber.Id, ct) is not { IsOpen: true } open)
                return (null, [new("", new DateNotOpen())]);
            open.Plan(clock.GetUtcNow());
            meeting.Follow(open.Revision);
        }
        if (also is not null && await also(db, meeting) is { } refused)
            return (null, [new("", refused)]);
        db.Add(meeting);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return (null, [new("", new DateChangedMeanwhile())]); // the provisional date: a new meeting has no earlier writer
        }
        await transaction.CommitAsync(ct);
        return (meeting.Id, []);
    }

    private static PlannedMeeting New(ClaimsPrincipal who, MeetingFacts facts, ChamberOnDay chamber, MeetingForm form, Composition inForce) => new()
    {
        Id = form.ProvisionalId ?? new(Guid.CreateVersion7()),
        ChamberId = chamber.Id,
        Formation = chamber.Formation,
        StartsAt = facts.StartsAt,
        Minutes = facts.Minutes,
        Mode = facts.Mode,
        Place = facts.Place,
        OnlineAddress = facts.OnlineAddress,
        Languages = PlannedMeeting.LanguagesOf(chamber, inForce),
        SecondConvocation = form.FirstId is not null,
        FirstMeetingId = form.FirstId,
        CreatedBy = SignedInPerson.Of(who)?.Id,
    };

    private static async Task<ImmutableArray<string>> PlacesAsync(WitaLiveDb db, CancellationToken ct) =>
        [.. await db.Set<PlannedMeeting>().AsNoTracking().Where(m => m.Mode != MeetingMode.Online && m.Place != "").Select(m => m.Place).Distinct().OrderBy(p => p).ToListAsync(ct)];

    // Those with a consultative voice sit in every composition (royal decree, art. 5 § 1).
    internal static IEnumerable<SeatId> Consultative(Commission commission, ChamberOnDay chamber) =>
        (chamber.Seats.IsEmpty ? commission.Seats : chamber.Seats).Where(s => s is { Votes: false, IsVacant: false }).Select(s => s.Id);

    private FieldProblem? WhyNotSecond(MeetingForm form, PlanChoices choices)
    {
        if (choices.Failed.FirstOrDefault(f => f.Id == form.FirstId) is not { } failed)
            return new("first", new NoSecondConvocation());
        return form.DayToPlan(clock.GetUtcNow().DayInBrussels()) is not { } day || rules.On(day).Quorum(choices.Chamber!.Formation).AllowsSecond(failed.StartsAt.DayInBrussels(), day)
            ? null
            : new("day", new SecondNotThatDay(failed.StartsAt.DayInBrussels(), failed.Latest));
    }

    private Task<ImmutableArray<FailedMeeting>> FailedAsync(WitaLiveDb db, ChamberOnDay chamber, CancellationToken ct) =>
        FailedMeetings.WaitingAsync(db, chamber.Id, rules, clock.GetUtcNow().DayInBrussels(), ct);
}
