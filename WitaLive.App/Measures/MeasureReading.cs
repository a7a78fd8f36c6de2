using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Bodies;
using WitaLive.App.Controls;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Measures;

/// <summary>A request for a measure as one screen shows it.</summary>
/// <param name="Thing">What it is about.</param>
/// <param name="MeetingAt">When the meeting begins on whose agenda it stands.</param>
/// <param name="CanAppeal">Whether the person can still appeal.</param>
public sealed record MeasureSheet(
    ApplicationFile File, MeasuredThing Thing, Application Application, ImmutableArray<ApplicationEvent> Events, DateTimeOffset? MeetingAt, Procedure Rule, bool CanAppeal)
{
    /// <summary>Of the kind of file; what is read here was asked for by it.</summary>
    public MeasureRule Measure => Rule.MeasureIn(File.Kind)!;

    public bool IsAppeal => File.AppealOfId is not null;

    /// <summary>Until when the chair can take the decision back; null when none, or not any more.</summary>
    public DateTimeOffset? UndoableUntil { get; init; }

    /// <summary>Where it is dealt with; null while it is on no agenda.</summary>
    public AgendaPlace? Listed { get; init; }

    /// <summary>The person wishes to be heard, and no chamber has dealt with it since.</summary>
    public bool Comes => !Application.IsFinished && HearingMails.Comes(Events);

    /// <summary>What a letter has to say of when and where it is dealt with, the place for who comes: no mail reaches the person. Null where that is nothing, or was said.</summary>
    public (DateTimeOffset HeardAt, string Place)? ToTell { get; init; }

    /// <summary>The last day on which an answer to the invitation still counts; a reminder that went late moves it.</summary>
    public DateOnly AnswerBy(DateOnly invited) => Application.SilenceUntil(Rule) ?? invited.AddDays(Measure.Hearing.DaysOfSilence);

    /// <summary>Which letter waits to be posted: the invitation to a hearing, a reminder of it, or when it is dealt with. Null when none does.</summary>
    public string? LetterDue => Application.LetterDueSince is not null ? Application.Reminders == 0 ? "LetterInvitationDue" : "LetterReminderDue" : ToTell is null ? null : "LetterMeetingDue";

    /// <summary>Who of the Commission opened it; for the person concerned alone.</summary>
    public ImmutableArray<ReadOpening> Openings { get; init; } = [];
}

/// <param name="Files">One page, the newest first.</param>
public sealed record MeasureList(ImmutableArray<ApplicationFile> Files, int Total, int Pages)
{
    /// <summary>Who asked for each, as a code, and whether somebody of that service wrote it in here. An appeal is nobody's request.</summary>
    public required ImmutableDictionary<FileId, (string Requester, bool IsByItself)> Asked { get; init; }
}

/// <summary>What somebody sees who is about to ask for a measure.</summary>
/// <param name="Requesters">In whose name this reader may ask: codes.</param>
/// <param name="First">The first day on which it can have been asked for.</param>
public sealed record MeasureForm(MeasuredThing Thing, MeasureRule Rule, ImmutableArray<string> Requesters, DateOnly First, DateOnly Today);

/// <summary>Reads requests for measures: for the secretariat and those who preside, for whom they concern, and for members with their meeting.</summary>
public sealed class MeasureReading(IDbContextFactory<WitaLiveDb> databases, IEnumerable<IMeasureSubject> subjects, MeasureRights rights, FileOpenings openings, RuleBook rules)
{
    public const int PageSize = 50;

    /// <summary>The day it is for measures.</summary>
    public DateOnly Today => rights.Today;

    /// <param name="page">Counted from 1; beyond the last one, the last one.</param>
    public async Task<MeasureList> ListAsync(ClaimsPrincipal who, int page, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        await rights.DemandAsync(who, ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var all = db.Set<ApplicationFile>().AsNoTracking().Where(f => f.SubjectId != null);
        var total = await all.CountAsync(ct);
        var pages = Pager.Count(total, PageSize);
        var files = await all.OrderByDescending(f => f.SubmittedAt).ThenByDescending(f => f.Number).Skip((Math.Clamp(page, 1, pages) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return new([.. files], total, pages) { Asked = await AskedAsync(db, files.ConvertAll(f => f.Id), ct) };
    }

    // A request is the first line of its file's journal.
    private static async Task<ImmutableDictionary<FileId, (string, bool)>> AskedAsync(WitaLiveDb db, List<FileId> files, CancellationToken ct)
    {
        var first = (await db.Set<ApplicationStep>().AsNoTracking().Where(s => files.Contains(s.FileId) && s.Sequence == 0).ToListAsync(ct)).ConvertAll(s => (s.FileId, Event: s.Read()));
        var by = first.Select(s => s.Event.By).OfType<PersonId>().Distinct().ToList();
        var outside = await db.Set<Representative>().Where(r => by.Contains(r.PersonId)).Select(r => r.PersonId).ToListAsync(ct);
        return first.Where(s => s.Event is MeasureRequested)
            .ToImmutableDictionary(s => s.FileId, s => (((MeasureRequested)s.Event).Sought.Requester, s.Event.By is { } one && outside.Contains(one)));
    }

    /// <summary>What has this number, with the kind of file in which a measure against it is asked for.</summary>
    public async Task<(string Kind, Guid Id)?> FindAsync(ClaimsPrincipal who, string number, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        await rights.DemandAsync(who, ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await subjects.OfNumberAsync(db, number, ct);
    }

    /// <summary>Null when there is nothing to ask about, or nobody in whose name this reader asks.</summary>
    public async Task<MeasureForm?> FormAsync(ClaimsPrincipal who, string kind, Guid id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        await using var db = await databases.CreateDbContextAsync(ct);
        var (presides, isSecretariat) = (await rights.PresidesAsync(who, ct), Policies.Allow(who, Policies.Secretariat));
        return subjects.FirstOrDefault(one => one.Kind == kind) is { } subject && await subject.FindAsync(db, id, ct) is { } thing
            && rules.On(rights.Today).Procedure.MeasureIn(kind) is { } rule
            && rule.Requesters.Where(one => one == MeasureRule.President ? presides : isSecretariat).ToImmutableArray() is { IsEmpty: false } mine
                ? new(thing, rule, mine, FirstDay(thing, rules), rights.Today) : null;
    }

    /// <summary>The first day on which a measure against something can have been asked for: neither before it was there nor before there were rules for it.</summary>
    internal static DateOnly FirstDay(MeasuredThing thing, RuleBook rules) => new[] { thing.Since ?? DateOnly.MinValue, rules.Beginnings.Min() }.Max();

    public async Task<MeasureSheet?> ReadAsync(ClaimsPrincipal who, FileId file, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        await rights.DemandAsync(who, ct);
        var sheet = await SheetAsync(file, _ => true, ct);
        if (sheet is not null)
            await openings.NoteAsync(who, file, forMeeting: false, ct);
        return sheet;
    }

    /// <summary>Those on which a letter to somebody without an account waits to be posted, the oldest first.</summary>
    public async Task<ImmutableArray<MeasureSheet>> ToPostAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        List<FileId> open;
        await using (var db = await databases.CreateDbContextAsync(ct))
            open = await db.Set<ApplicationFile>().Where(f => f.SubjectId != null && f.ApplicantId == null && (f.State == FileState.AwaitingHearing || f.State == FileState.OnAgenda)).OrderBy(f => f.SubmittedAt).Select(f => f.Id).ToListAsync(ct);
        var waiting = ImmutableArray.CreateBuilder<MeasureSheet>();
        foreach (var file in open)
        {
            if (await SheetAsync(file, _ => true, ct) is { LetterDue: not null } sheet)
                waiting.Add(sheet);
        }
        return waiting.ToImmutable();
    }

    /// <summary>For the person concerned; a decision is in it once the chair can take it back no more.</summary>
    public async Task<MeasureSheet?> ReadOwnAsync(ClaimsPrincipal who, FileId file, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        var me = SignedInPerson.Of(who)!.Id;
        return await SheetAsync(file, found => found.ApplicantId == me, ct, asConcerned: true) is { } sheet ? sheet with { Openings = await openings.OfOwnAsync(who, file, ct) } : null;
    }

    /// <summary>Those against oneself, the newest first.</summary>
    public async Task<ImmutableArray<ApplicationFile>> MineAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        var me = SignedInPerson.Of(who)!.Id;
        await using var db = await databases.CreateDbContextAsync(ct);
        var mine = await db.Set<ApplicationFile>().AsNoTracking().Where(f => f.ApplicantId == me && f.SubjectId != null).OrderByDescending(f => f.SubmittedAt).ToListAsync(ct);
        await FileJournal.ShowToldAsync(db, mine, rules.On(rights.Today), rights.Now, ct);
        return [.. mine];
    }

    internal async Task<MeasureSheet?> SheetAsync(FileId id, Func<ApplicationFile, bool> may, CancellationToken ct, bool asConcerned = false)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<ApplicationFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, ct) is not { SubjectId: { } subject } file || !may(file))
            return null;
        // What it is about may be gone: the decision that granted it was undone, or a judgment took its place. The file can be read and closed all the same.
        var thing = await subjects.Single(one => one.Kind == file.Kind).FindAsync(db, subject, ct)
            ?? new MeasuredThing(subject, "–", file.Applicant, file.ApplicantId, file.Language, file.Domain, null) { IsGone = true };
        var inForce = rules.On(rights.Today);
        var events = asConcerned ? await FileJournal.ToldAsync(db, file, inForce, rights.Now, ct) : await FileJournal.EventsAsync(db, id, ct);
        var application = events.Aggregate(new Application(), (state, happened) => state.Apply(happened));
        var listed = await AgendaPlace.OfAsync(db, application.Agenda?.Meeting, id, ct);
        var isAppealed = await db.Set<ApplicationFile>().AnyAsync(f => f.AppealOfId == id, ct);
        return new(
            file, thing, application, events,
            listed?.MeetingAt,
            inForce.Procedure,
            !isAppealed && application.IsOpenToAppeal(inForce.Procedure, rights.Today))
        {
            Listed = listed,
            ToTell = ToTell(application, events, listed),
            UndoableUntil = WhatStands.UndoableUntil(events, rights.Now, await FileJournal.UndoForAsync(db, application.LastMeeting, inForce, ct)),
        };
    }

    private (DateTimeOffset HeardAt, string Place)? ToTell(Application application, ImmutableArray<ApplicationEvent> events, AgendaPlace? listed)
    {
        if (application is not { IsByLetter: true, State: ApplicationState.OnAgenda } || listed is null || listed.MeetingAt <= rights.Now)
            return null;
        (DateTimeOffset HeardAt, string Place) due = HearingMails.Comes(events) ? (listed.HearingAt ?? listed.MeetingAt, listed.Place) : (listed.MeetingAt, "");
        return application.ToldByLetter == due ? null : due;
    }
}
