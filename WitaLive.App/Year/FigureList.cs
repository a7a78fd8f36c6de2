using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Attestations;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Rules;
using WitaLive.App.Turnouts;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Year;

/// <summary>One of those that a figure counts.</summary>
/// <param name="Address">Where it is to be seen; null when its period is over, and it is only counted.</param>
/// <param name="Day">On which it was counted.</param>
public sealed record CountedLine(string Name, string? Address, DateOnly? Day, string Note);

/// <param name="Lines">One page.</param>
public sealed record CountedPage(ImmutableArray<CountedLine> Lines, int Total, int Pages);

/// <summary>Lists what a figure counts: asks the same as the figure, and shows it line by line. For the secretariat, for the lines have names.</summary>
public sealed class FigureList(IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, SeatWords seats, SessionBook sessions, Names names, RuleBook rules, IStringLocalizer<FileTexts> files)
{
    public const int PageSize = 50;

    /// <summary>Of the page with the list.</summary>
    public static string Address(FigureKind kind, string part, FigurePeriod period) => $"year/list?figure={kind}&part={Uri.EscapeDataString(part)}&{period.Query}";

    /// <summary>Null for a part that there is not.</summary>
    public async Task<CountedPage?> ReadAsync(ClaimsPrincipal who, FigureKind kind, string part, FigurePeriod period, int page, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        var inForce = rules.On(period.Until);
        if (FigureFiles.AreFiles(kind))
            return await FigureFiles.OfPartAsync(db, kind, part, period, inForce, ct) is { } found ? await OfFilesAsync(db, found, kind, page, ct) : null;
        return kind switch
        {
            FigureKind.Granted => await OfAttestationsAsync(FigureAttestations.Granted(db, period), part, page, ct),
            FigureKind.Circulation => await OfAttestationsAsync(await FigureAttestations.InCirculationAsync(db, period.On, inForce.Procedure.Renewal, ct), part, page, ct),
            FigureKind.Seats => await OfSeatsAsync(db, part, period, page, ct),
            _ => await OfMeetingsAsync(db, kind, part, period, page, ct),
        };
    }

    private async Task<CountedPage> OfFilesAsync(WitaLiveDb db, IQueryable<DaysOfFile> counted, FigureKind kind, int page, CancellationToken ct)
    {
        var total = await counted.CountAsync(ct);
        var shown = await counted.IgnoreQueryFilters().Join(db.Set<ApplicationFile>(), d => d.FileId, f => f.Id, (d, f) => new { Days = d, f.Number, f.Applicant, f.State, f.Kind, IsHere = f.ForgottenOn == null && f.ApplicantId != null })
            .OrderBy(one => one.Number).Skip(Skipped(page, total)).Take(PageSize).ToListAsync(ct);
        return Page(total, shown.Select(one => new CountedLine(
            one.Applicant.Length > 0 ? $"{one.Number} · {one.Applicant}" : one.Number, one.IsHere ? $"files/{one.Days.FileId.Value}" : null, DayOf(one.Days, kind),
            one.Days.Outcome is { } outcome ? names.Of($"outcome.{outcome}") : files[$"State{one.State}"])));
    }

    private static DateOnly? DayOf(DaysOfFile days, FigureKind kind) => kind switch
    {
        FigureKind.Complete or FigureKind.CompleteAtOnce => days.CompleteOn,
        FigureKind.Referred => days.ReferredOn,
        FigureKind.Heard => days.HeardOn,
        FigureKind.Notified => days.NotifiedOn,
        FigureKind.Ended => days.EndedOn,
        FigureKind.Decided or FigureKind.Refused or FigureKind.InTime or FigureKind.InPlainTime => days.DecidedOn,
        _ => days.ReceivedOn,
    };

    private async Task<CountedPage> OfAttestationsAsync(IQueryable<Attestation> counted, string part, int page, CancellationToken ct)
    {
        var all = part.Length == 0 ? counted : counted.Where(a => a.Type == part);
        var total = await all.CountAsync(ct);
        var shown = await all.OrderBy(a => a.DecidedOn).ThenBy(a => a.Number).Skip(Skipped(page, total)).Take(PageSize).ToListAsync(ct);
        return Page(total, shown.Select(a => new CountedLine(
            a.ForgottenOn is null ? $"{a.Number} · {a.Holder}" : "–", a.ForgottenOn is null ? $"attestations?search={Uri.EscapeDataString(a.Number)}" : null, a.DecidedOn, $"{names.Of($"outcome.{a.Type}")}, {a.From.ToShortDay()} – {a.Until.ToShortDay()}")));
    }

    private async Task<CountedPage> OfMeetingsAsync(WitaLiveDb db, FigureKind kind, string part, FigurePeriod period, int page, CancellationToken ct)
    {
        var all = await FigureMeetings.OfAsync(db, period, ct);
        if (kind is FigureKind.Wanting)
        {
            var wanting = (await sessions.CountAsync(period.Begins, period.Ends, ct)).Where(s => s.FailedWith is not null && (part.Length == 0 || YearReading.Wanting(s).Contains(part))).Select(s => s.Meeting).ToHashSet();
            all = all.FindAll(meeting => wanting.Contains(meeting.Id));
        }
        else
        {
            all = all.FindAll(meeting => kind is FigureKind.Second ? meeting is { IsSecond: true, IsCancelled: false } : meeting.Kind == kind && (part.Length == 0 || meeting.Part == part));
        }
        var commission = await directory.ReadAsync(db, period.Until, ct);
        return Page(all.Count, all.Skip(Skipped(page, all.Count)).Take(PageSize).Select(meeting => new CountedLine(
            NameOf(commission, meeting), $"meetings/{meeting.Id.Value}", meeting.StartsAt.DayInBrussels(), meeting.CancelReason ?? "")));
    }

    private async Task<CountedPage?> OfSeatsAsync(WitaLiveDb db, string part, FigurePeriod period, int page, CancellationToken ct)
    {
        if (part.Split('-', 2) is not [var group, var turnout])
            return null;
        var all = (await sessions.CountAsync(period.Begins, period.Ends, ct))
            .SelectMany(session => session.Seats.Where(seat => seat.Group.Value == group && SeatTurnout.Of(seat) == turnout).Select(seat => (Session: session, Seat: seat))).ToList();
        var commission = await directory.ReadAsync(db, period.Until, ct);
        var meetings = (await FigureMeetings.OfAsync(db, period, ct)).ToDictionary(meeting => meeting.Id);
        var shown = all.Skip(Skipped(page, all.Count)).Take(PageSize).ToList();
        return Page(all.Count, shown.Select(one => new CountedLine(
            NameOf(commission, meetings[one.Session.Meeting]), $"meetings/{one.Session.Meeting.Value}", one.Session.StartsAt.DayInBrussels(),
            commission.Seats.FirstOrDefault(seat => seat.Id == one.Seat.Seat) is { } seat ? seats.Brief(seat) : "")));
    }

    private string NameOf(Commission commission, CountedMeeting meeting) => commission.Chamber(meeting.Chamber) is { } chamber ? seats.Chamber(chamber) : names.Of(meeting.Formation);

    private static int PagesOf(int total) => Math.Max(1, (total + PageSize - 1) / PageSize);

    private static int Skipped(int page, int total) => (Math.Clamp(page, 1, PagesOf(total)) - 1) * PageSize;

    private static CountedPage Page(int total, IEnumerable<CountedLine> lines) => new([.. lines], total, PagesOf(total));
}
