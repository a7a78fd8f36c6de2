using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Attestations;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Rulings;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Files;

/// <summary>A file as one screen shows it.</summary>
/// <param name="Sums">What counts of what was sent in, on the day it was.</param>
/// <param name="Due">Null before the file is complete.</param>
/// <param name="MeetingAt">When the meeting begins on whose agenda it stands.</param>
/// <param name="Rule">The periods and limits of today.</param>
public sealed record FileSheet(
    ApplicationFile File, Submission Submission, Application Application, ImmutableArray<ApplicationEvent> Events, Estimate Sums, DueDate? Due, DateTimeOffset? MeetingAt, Procedure Rule)
{
    /// <summary>Where it is dealt with; null while it is on no agenda.</summary>
    public AgendaPlace? Listed { get; init; }

    /// <summary>The attestation it asks to follow.</summary>
    public Renewed? Renews { get; init; }

    /// <summary>The appeal against its decision.</summary>
    public ApplicationFile? AppealedBy { get; init; }

    /// <summary>Of an appeal, the day of the judgment that took the place of the decision it is against; null when no court judged.</summary>
    public DateOnly? ContestedJudgedOn { get; init; }

    /// <summary>Whether its applicant can still appeal, and has something to gain by it.</summary>
    public bool CanAppeal { get; init; }

    /// <summary>Whether its applicant can still withdraw it.</summary>
    public bool CanWithdraw { get; init; }

    /// <summary>Until when the chair can take the decision back; null when none, or not any more.</summary>
    public DateTimeOffset? UndoableUntil { get; init; }

    /// <summary>Who of the Commission opened it; for its applicant alone.</summary>
    public ImmutableArray<ReadOpening> Openings { get; init; } = [];

    /// <summary>What became of a question: Open, Answered, Dropped by the secretariat, or Unanswered when the file ended.</summary>
    public string CourseOf(AskedPoint point) => point.IsOpen ? "Open" : point.Answer is not null ? "Answered" : Events.Any(e => e is PointDropped dropped && dropped.Point == point.Id) ? "Dropped" : "Unanswered";

    /// <summary>The last day for it; null while the decision is not notified.</summary>
    public DateOnly? AppealUntil => Application.AppealUntil(Rule);
}

/// <summary>What only the secretariat sees of a file.</summary>
/// <param name="Chambers">Where it may be routed, the one it belongs to by language and art first.</param>
public sealed record FileBackground(ImmutableArray<(FileNote Note, string By)> Notes, ImmutableArray<ChamberOnDay> Chambers, ImmutableArray<(PersonId Id, string Name)> Managers, ImmutableDictionary<PersonId, string> Names)
{
    /// <summary>A signed decision is here to be notified; without one, it was notified elsewhere.</summary>
    public bool HasSignedDecision { get; init; }

    /// <summary>The decision is drafted here and not signed: nobody can have been notified of it.</summary>
    public bool IsDecisionDraft { get; init; }

    /// <summary>Every chamber there is today, by its id.</summary>
    public ImmutableDictionary<ChamberId, ChamberOnDay> Titles { get; init; } = ImmutableDictionary<ChamberId, ChamberOnDay>.Empty;
}

/// <summary>Reads files: all of it for the secretariat, which is written down; their own for applicants.</summary>
public sealed class FileReading(IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, FileOpenings openings, RuleBook rules, TimeProvider clock)
{
    /// <summary>Null when there is none, or none with an application.</summary>
    public async Task<FileSheet?> ReadAsync(ClaimsPrincipal who, FileId file, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var sheet = await SheetAsync(file, _ => true, ct);
        if (sheet is not null)
            await openings.NoteAsync(who, file, forMeeting: false, ct);
        return sheet;
    }

    /// <summary>One's own; a decision is in it once the chair can take it back no more.</summary>
    public async Task<FileSheet?> ReadOwnAsync(ClaimsPrincipal who, FileId file, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        var me = SignedInPerson.Of(who)!.Id;
        return await SheetAsync(file, found => found.ApplicantId == me, ct, asApplicant: true) is { } sheet ? sheet with { Openings = await openings.OfOwnAsync(who, file, ct) } : null;
    }

    public async Task<FileBackground> BackgroundAsync(ClaimsPrincipal who, ApplicationFile file, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        var commission = await directory.ReadAsync(db, clock.GetUtcNow().DayInBrussels(), ct);
        var notes = await db.Set<FileNote>().AsNoTracking().Where(n => n.FileId == file.Id).OrderBy(n => n.At).ToListAsync(ct);
        var steps = await FileJournal.EventsAsync(db, file.Id, ct);
        var people = notes.Select(n => n.By).Concat(steps.Select(s => s.By).OfType<PersonId>()).Concat(file.ManagerId is { } manager ? [manager] : []).Distinct().ToList();
        var names = (await db.Persons.AsNoTracking().Where(p => people.Contains(p.Id)).ToListAsync(ct)).ToImmutableDictionary(p => p.Id, p => p.FullName);
        return new(
            [.. notes.Select(n => (n, names.GetValueOrDefault(n.By, "")))],
            [.. Routing.For(commission, file, steps.Aggregate(new Application(), (state, happened) => state.Apply(happened)))],
            [.. commission.Secretariat.Select(p => (p.Id, p.FullName))],
            names)
        {
            HasSignedDecision = await db.Set<Ruling>().AnyAsync(r => r.FileId == file.Id && r.SignedAt != null, ct),
            IsDecisionDraft = await db.Set<Ruling>().AnyAsync(r => r.FileId == file.Id && r.Number == 1 && r.SignedAt == null, ct),
            Titles = commission.Chambers.ToImmutableDictionary(chamber => chamber.Id),
        };
    }

    /// <summary>Whether members of a meeting may still read its files: they lose them some time after it.</summary>
    internal bool MayStillRead(DateTimeOffset meetingStartsAt)
    {
        var today = clock.GetUtcNow().DayInBrussels();
        return rules.On(today).Procedure.MayRead(meetingStartsAt.DayInBrussels(), today);
    }

    internal async Task<FileSheet?> SheetAsync(FileId id, Func<ApplicationFile, bool> may, CancellationToken ct, bool asApplicant = false)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<ApplicationFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id && f.ApplicantId != null, ct) is not { } file || !may(file)
            || await db.Set<FileSnapshot>().AsNoTracking().SingleOrDefaultAsync(s => s.FileId == id, ct) is not { } snapshot)
            return null;
        var (submission, today) = (Submission.Of(snapshot), clock.GetUtcNow().DayInBrussels());
        var inForce = rules.On(today);
        var events = asApplicant ? await FileJournal.ToldAsync(db, file, inForce, clock.GetUtcNow(), ct) : await FileJournal.EventsAsync(db, id, ct);
        var application = events.Aggregate(new Application(), (state, happened) => state.Apply(happened));
        var filedOn = (application.SubmittedAt ?? clock.GetUtcNow()).DayInBrussels();
        var listed = await AgendaPlace.OfAsync(db, application.Agenda?.Meeting, id, ct);
        var appeal = await db.Set<ApplicationFile>().AsNoTracking().SingleOrDefaultAsync(f => f.AppealOfId == id, ct);
        return new(
            file, submission, application, events, Estimate.Of(submission.Profile, filedOn, rules.On(filedOn)), application.DueBy(inForce.Procedure.Decision, today),
            listed?.MeetingAt, inForce.Procedure)
        {
            Listed = listed,
            Renews = await Renewed.OfAsync(db, file, today, inForce, ct, asApplicant ? clock.GetUtcNow() : null),
            AppealedBy = appeal,
            ContestedJudgedOn = application.Appeal is { Against: var against } ? (await FileJournal.ReadAsync(db, against, ct)).JudgedOn : null,
            CanWithdraw = application.CanWithdraw(inForce.Procedure, clock.GetUtcNow()),
            UndoableUntil = WhatStands.UndoableUntil(events, clock.GetUtcNow(), await FileJournal.UndoForAsync(db, application.LastMeeting, inForce, ct)),
            CanAppeal = appeal is null && application.IsOpenToAppeal(inForce.Procedure, today),
        };
    }
}
