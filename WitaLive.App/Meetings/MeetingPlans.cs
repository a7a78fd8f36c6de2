using Microsoft.EntityFrameworkCore;
using WitaLive.App.Answers;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Live;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Meetings;

/// <summary>Makes of a planned meeting what its journal starts from: seats and duos of the day, who may preside, agenda, rules in force.</summary>
public sealed class MeetingPlans(IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, RuleBook rules, Names names)
{
    /// <summary>Whether it was planned, or has a journal.</summary>
    public async Task<bool> ExistsAsync(MeetingId id, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<PlannedMeeting>().AnyAsync(m => m.Id == id, ct) || await db.Set<JournalEntry>().AnyAsync(e => e.MeetingId == id, ct);
    }

    /// <summary>The plan as it stands now, that of a cancelled meeting too; null when there is no such meeting.</summary>
    public async Task<MeetingPlan?> ReadAsync(MeetingId id, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var meeting = await db.Set<PlannedMeeting>().AsNoTracking().AsSplitQuery()
            .Include(m => m.Agenda)
            .SingleOrDefaultAsync(m => m.Id == id, ct);
        if (meeting is null)
            return null;

        var day = meeting.StartsAt.DayInBrussels();
        var commission = await directory.ReadAsync(db, day, ct);
        var chamber = commission.Chamber(meeting.ChamberId) ?? throw new InvalidOperationException($"Meeting {id.Value} is of an unknown chamber.");
        var plan = Plan(meeting, chamber, commission, rules.On(day));
        var kinds = await AgendaFiles.KindsAsync(db, plan.Agenda.Select(item => item.File).OfType<FileId>(), ct);
        return plan with
        {
            Proxies = await SignedProxy.OfAsync(db, id, ct),
            Agenda = [.. plan.Agenda.Select(item => item with { Kind = item.File is { } file ? kinds.GetValueOrDefault(file) : null })],
        };
    }

    private MeetingPlan Plan(PlannedMeeting meeting, ChamberOnDay chamber, Commission commission, RulesInForce inForce)
    {
        var concerned = MeetingPeople.Of(meeting, chamber, commission, inForce);
        var seats = concerned.Seats;
        var consultative = seats.Where(s => !s.Votes).SelectMany(s => s.Duo).Select(p => new Attendant(p.Id, Capacity.Consultative));

        var quorum = inForce.Quorum(meeting.Formation);
        var presiders = concerned.Presiders.Select(p => new Presider(p.Person.Id, p.Role)).ToImmutableArray();
        var attendants = consultative
            .Concat(commission.Offices.Where(o => presiders.Any(p => p.Person == o.Person.Id)).Select(o => new Attendant(o.Person.Id, Capacity.President)))
            .Concat(commission.Jurists.Select(p => new Attendant(p.Id, Capacity.Jurist)))
            .Concat(commission.Secretariat.Select(p => new Attendant(p.Id, Capacity.Secretary)))
            .DistinctBy(a => a.Person)
            .ToImmutableArray();
        var people = seats.SelectMany(s => s.Duo).Concat(commission.Offices.Select(o => o.Person)).Concat(commission.Jurists).Concat(commission.Secretariat);

        return new(
            0,
            meeting.Formation,
            ChamberTitles.InEveryLanguage(chamber, names),
            [.. meeting.Languages],
            meeting.StartsAt,
            meeting.SecondConvocation,
            concerned.VotingSeats,
            presiders,
            attendants,
            [],
            [.. meeting.Agenda.OrderBy(l => l.Position).Select(l => new AgendaItem(l.Id, l.Position, l.Titles, l.FileId, l.Reference, [.. l.Outcomes], l.Minutes, l.Applicant, Proposal: l.ProposalId))],
            quorum,
            inForce.Decision(meeting.Formation),
            inForce.NotCarriedRefersTo(meeting.Formation),
            inForce.Planning.UndoFor,
            people.DistinctBy(p => p.Id).ToImmutableDictionary(p => p.Id, p => p.FullName),
            ModesOf(meeting.Mode),
            meeting.CancelledAt,
            meeting.ConvenedAt,
            BrusselsTime.At(meeting.StartsAt.DayInBrussels().AddDays(-inForce.Planning.AttendanceDaysAhead), TimeOnly.MinValue),
            AgendaLines.PointOutcomes(inForce));
    }

    // A remote member counts and votes when the convocation says so (law reference §10, O-9).
    private static ImmutableArray<AttendanceMode> ModesOf(MeetingMode mode) => mode switch
    {
        MeetingMode.OnSite => [AttendanceMode.OnSite],
        MeetingMode.Online => [AttendanceMode.Online],
        _ => [AttendanceMode.OnSite, AttendanceMode.Online],
    };
}
