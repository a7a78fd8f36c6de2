using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.App.Rulings;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Figures;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Files;

/// <summary>Reads the journals of applications and adds to them, with the rows and mails that follow. The caller saves, in the transaction of the act.</summary>
/// <remarks>The key (file, sequence) lets one of two writers win; the other's save fails as a whole.</remarks>
public sealed class FileJournal(RuleBook rules, TimeProvider clock, ApplicationMails mails)
{
    public static async Task<ImmutableArray<ApplicationEvent>> EventsAsync(WitaLiveDb db, FileId file, CancellationToken ct)
    {
        var steps = await db.Set<ApplicationStep>().AsNoTracking().Where(s => s.FileId == file).OrderBy(s => s.Sequence).Select(s => s.Payload).ToListAsync(ct);
        var unsaved = db.ChangeTracker.Entries<ApplicationStep>().Where(e => e.State == EntityState.Added && e.Entity.FileId == file)
            .Select(e => e.Entity).OrderBy(s => s.Sequence).Select(s => s.Payload);
        return [.. steps.Concat(unsaved).Select(ApplicationStep.Of)];
    }

    public static async Task<Application> ReadAsync(WitaLiveDb db, FileId file, CancellationToken ct) =>
        (await EventsAsync(db, file, ct)).Aggregate(new Application(), (application, happened) => application.Apply(happened));

    /// <summary>What was asked, and everything that follows from it in this context; or the refusal, and nothing is changed.</summary>
    /// <param name="by">Null for the system and for a chamber.</param>
    public async Task<Result<Application>> AddAsync(WitaLiveDb db, ApplicationFile file, ApplicationCommand command, PersonId? by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = now.DayInBrussels();
        var inForce = rules.On(today).Procedure;
        var journal = await EventsAsync(db, file.Id, ct);
        var before = journal.Aggregate(new Application(), (application, happened) => application.Apply(happened));
        if (before.State is ApplicationState.Decided && WhatStands.WhyWait(journal, command, inForce, now, today, await UndoForAsync(db, before.LastMeeting, rules.On(today), ct)) is { } wait)
            return wait;
        if (command is NotifyDecision notify && before.State is ApplicationState.Decided && await db.Set<Ruling>().AnyAsync(r => r.FileId == file.Id && r.Number == notify.Number && r.SignedAt == null, ct))
            return new DecisionIsDraft();
        switch (before.Decide(command, inForce, by, now, today))
        {
            case Result<ImmutableArray<ApplicationEvent>>.Ok(var events):
                var after = before;
                foreach (var happened in events)
                {
                    db.Add(new ApplicationStep { FileId = file.Id, Sequence = after.Version, RecordedAt = now, Payload = JsonSerializer.Serialize(happened) });
                    after = after.Apply(happened);
                    Show(file, after, inForce, today);
                    file.ChangedAt = now;
                    await mails.AddAsync(db, file, happened, after, ct);
                }
                if (events.Length > 0)
                    await DaysOfFile.KeepAsync(db, file, FileDays.Of(journal.Concat(events)), ct);
                return after;
            case Result<ImmutableArray<ApplicationEvent>>.Refused(var why):
                return why;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Brings a file's row to the day: while somebody is asked, its legal date moves on.</summary>
    public void Show(ApplicationFile file, Application application)
    {
        var today = clock.GetUtcNow().DayInBrussels();
        Show(file, application, rules.On(today).Procedure, today);
    }

    /// <summary>What its applicant may know of a file: their row, and the steps that stand.</summary>
    internal static async Task<ImmutableArray<ApplicationEvent>> ToldAsync(WitaLiveDb db, ApplicationFile file, RulesInForce inForce, DateTimeOffset now, CancellationToken ct)
    {
        var events = WhatStands.Of(await EventsAsync(db, file.Id, ct), now, await UndoForAsync(db, file.LastMeetingId, inForce, ct));
        Show(file, events.Aggregate(new Application(), (state, happened) => state.Apply(happened)), inForce.Procedure, now.DayInBrussels());
        return events;
    }

    /// <summary>Shows each of these files as whoever is told of it knows it: a decision that the chair can still take back is not in it.</summary>
    internal static async Task ShowToldAsync(WitaLiveDb db, IEnumerable<ApplicationFile> files, RulesInForce inForce, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var file in files.Where(f => f.State is FileState.Decided && now - f.ChangedAt <= inForce.Planning.UndoFor))
            await ToldAsync(db, file, inForce, now, ct);
    }

    /// <summary>Those of these files that were decided so short a time ago that whoever they concern is not told yet, as they are told of them.</summary>
    internal static async Task<List<ApplicationFile>> UntoldAsync(WitaLiveDb db, IQueryable<ApplicationFile> among, RulesInForce inForce, DateTimeOffset now, CancellationToken ct)
    {
        var (since, untold) = (now - inForce.Planning.UndoFor, new List<ApplicationFile>());
        foreach (var file in await among.AsNoTracking().Where(f => f.State == FileState.Decided && f.ChangedAt >= since).ToListAsync(ct))
        {
            await ToldAsync(db, file, inForce, now, ct);
            if (file.State is not FileState.Decided)
                untold.Add(file);
        }
        return untold;
    }

    /// <summary>How long a conclusion of this meeting can be taken back; null when none can any more, for the meeting is over.</summary>
    internal static async Task<TimeSpan?> UndoForAsync(WitaLiveDb db, MeetingId? meeting, RulesInForce inForce, CancellationToken ct) =>
        await db.Set<PlannedMeeting>().AnyAsync(m => m.Id == meeting && (m.State == MeetingState.Closed || m.State == MeetingState.Adjourned), ct) ? null : inForce.Planning.UndoFor;

    /// <summary>Whether what its last meeting concluded may be taken back yet, for that meeting is not over.</summary>
    internal static Task<bool> IsStillAtMeetingAsync(WitaLiveDb db, ApplicationFile file, CancellationToken ct) =>
        db.Set<PlannedMeeting>().AnyAsync(m => m.Id == file.LastMeetingId && m.State != MeetingState.Closed && m.State != MeetingState.Adjourned, ct);

    private static void Show(ApplicationFile file, Application application, Procedure inForce, DateOnly today)
    {
        file.State = application.State switch
        {
            ApplicationState.AwaitingInformation => FileState.AwaitingInformation,
            ApplicationState.Complete => FileState.Complete,
            ApplicationState.Routed => application.LastMeeting is null ? FileState.Ready : FileState.Postponed,
            ApplicationState.OnAgenda => FileState.OnAgenda,
            ApplicationState.AwaitingHearing => FileState.AwaitingHearing,
            ApplicationState.Referred => FileState.Referred,
            ApplicationState.Decided => FileState.Decided,
            ApplicationState.Withdrawn => FileState.Withdrawn,
            ApplicationState.Cancelled => FileState.Cancelled,
            _ => FileState.Submitted,
        };
        (file.SubmittedAt, file.CompleteOn, file.ChamberId, file.AgendaMeetingId) = (application.SubmittedAt, application.CompleteOn, application.Chamber, application.Agenda?.Meeting);
        (file.Outcome, file.ReferredTo, file.LastMeetingId) = (application.Outcome, application.ReferredTo, application.LastMeeting);
        (file.StandsStill, file.SilentSince) = (!application.IsFinished && application.CompleteOn is not null && application.IsStopped(today), application.SilentSince);
        file.DueOn = application.DueBy(inForce.Decision, today)?.DueOn;
    }
}
