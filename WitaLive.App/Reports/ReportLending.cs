using System.Data;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Reports;

/// <summary>The report of the meeting that referred a file, for a reader of the chamber to which it was referred.</summary>
/// <param name="AskedAt">Null while nobody has asked for it.</param>
/// <param name="LentAt">Null while it is not lent.</param>
public sealed record ReferredReport(MeetingId ReportOf, DateTimeOffset StartsAt, DateTimeOffset? AskedAt, DateTimeOffset? LentAt)
{
    /// <summary>Its own members have it; before that nobody reads it.</summary>
    public bool IsSupplied { get; init; }

    /// <summary>When and why the secretariat did not lend it; null while it did not say so.</summary>
    public (DateTimeOffset At, string Reason)? Declined { get; init; }

    /// <summary>What was answered to whoever of this chamber asked before; the earliest first.</summary>
    public ImmutableArray<DeclinedRequest> Earlier { get; init; } = [];
}

/// <summary>A request that was declined, with who asked and who answered by name.</summary>
public sealed record ShownDecline(string AskedBy, DateTimeOffset AskedAt, string DeclinedBy, DateTimeOffset At, string Reason);

/// <summary>A loan as the secretariat sees it.</summary>
/// <param name="Readers">Who has opened the report, by name.</param>
public sealed record ShownLoan(MeetingId Meeting, FileId File, string Number, MeetingId ReportOf, string AskedBy, DateTimeOffset AskedAt, DateTimeOffset? LentAt, ImmutableArray<string> Readers)
{
    /// <summary>Who lent it; empty while it is not lent.</summary>
    public string LentBy { get; init; } = "";

    /// <summary>By whom, when and why it was declined; null while it was not.</summary>
    public ShownDecline? Declined { get; init; }

    /// <summary>Requests that were declined before this one; the earliest first.</summary>
    public ImmutableArray<ShownDecline> Earlier { get; init; } = [];

    /// <summary>Names it in what is posted.</summary>
    public string Key => $"{Meeting.Value}:{File.Value}";
}

/// <summary>
/// Lends the report of a chamber to the one to which it referred a file: its members ask from that file, the secretariat answers (<see cref="LoanAnswers"/>), and they read what is lent as
/// long as they read the file.
/// </summary>
/// <remarks>Source: rules of procedure, art. 39: a report is for the members of its chamber; the enlarged chamber may have it on request, for a file that was referred to it.</remarks>
public sealed class ReportLending(FileForMembers files, MeetingJournal journal, IDbContextFactory<WitaLiveDb> databases, TimeProvider clock)
{
    /// <summary>Null when the file was not referred to this meeting's formation, or is not for this person to read.</summary>
    public async Task<ReferredReport?> OfAsync(ClaimsPrincipal who, MeetingId meeting, FileId file, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!await Earlier(db, meeting, file).AnyAsync(ct) || !await IsTheirsAsync(who, meeting, file, ct) || await ReferringAsync(db, meeting, file, ct) is not { } referring)
            return null;
        var loan = await db.Set<ReportLoan>().AsNoTracking().SingleOrDefaultAsync(l => l.MeetingId == meeting && l.FileId == file, ct);
        return new(referring.Id, referring.StartsAt, loan?.AskedAt, loan?.LentAt)
        {
            Declined = loan is { DeclinedAt: { } at, DeclineReason: { } reason } ? (at, reason) : null,
            Earlier = [.. await db.Set<DeclinedRequest>().AsNoTracking().Where(d => d.MeetingId == meeting && d.FileId == file).OrderBy(d => d.DeclinedAt).ToListAsync(ct)],
            IsSupplied = await db.Set<ReportStage>().AnyAsync(s => s.MeetingId == referring.Id, ct),
        };
    }

    /// <summary>Asks the secretariat for it; asked twice, it is asked once. What was declined may be asked for again, and stays written down.</summary>
    public async Task<Refusal?> AskAsync(ClaimsPrincipal who, MeetingId meeting, FileId file, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        if (!await IsTheirsAsync(who, meeting, file, ct))
            return new NoSuchFile();
        return await Anew.UntilWrittenAsync<Refusal?>(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (await ReferringAsync(db, meeting, file, ct) is not { } referring)
                return new NothingReferred();
            var (me, now) = (SignedInPerson.Of(who)!.Id, clock.GetUtcNow());
            // Serializable: of two members who ask again at the same moment, one was first.
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
            if (await db.Set<ReportLoan>().SingleOrDefaultAsync(l => l.MeetingId == meeting && l.FileId == file, ct) is not { } before)
                db.Add(new ReportLoan { MeetingId = meeting, FileId = file, ReportOf = referring.Id, AskedBy = me, AskedAt = now });
            else if (before is { LentAt: null, DeclinedAt: not null })
                db.Add(before.AskAgain(me, now));
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return null;
        }, ct);
    }

    /// <summary>Who asked for reports, and who has read them: those of one meeting, or of all that wait for an answer; the earliest asked first.</summary>
    /// <param name="reportOf">Null for all that nobody has answered yet.</param>
    public async Task<ImmutableArray<ShownLoan>> AskedAsync(ClaimsPrincipal who, MeetingId? reportOf, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        var loans = await db.Set<ReportLoan>().AsNoTracking().Where(l => reportOf == null ? l.LentAt == null && l.DeclinedAt == null : l.ReportOf == reportOf).OrderBy(l => l.AskedAt).ToListAsync(ct);
        if (loans.Count == 0)
            return [];
        var lent = loans.Select(l => l.FileId).Distinct().ToList();
        var numbers = await db.Set<ApplicationFile>().AsNoTracking().Where(f => lent.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Number, ct);
        var readings = (await db.Set<LentReading>().AsNoTracking().Where(r => lent.Contains(r.FileId)).OrderBy(r => r.ReadAt).ToListAsync(ct)).ToLookup(r => (r.MeetingId, r.FileId), r => r.ReaderId);
        var declines = (await db.Set<DeclinedRequest>().AsNoTracking().Where(d => lent.Contains(d.FileId)).OrderBy(d => d.DeclinedAt).ToListAsync(ct)).ToLookup(d => (d.MeetingId, d.FileId));
        var people = loans.SelectMany(l => new[] { l.AskedBy, l.LentBy, l.DeclinedBy }).OfType<PersonId>()
            .Concat(declines.SelectMany(d => d).SelectMany(d => new[] { d.AskedBy, d.DeclinedBy })).Concat(readings.SelectMany(r => r)).Distinct().ToList();
        var names = await db.Persons.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.GivenName + " " + p.FamilyName, ct);
        return
        [
            .. loans.Select(l => new ShownLoan(l.MeetingId, l.FileId, numbers.GetValueOrDefault(l.FileId, ""), l.ReportOf, NameOf(l.AskedBy), l.AskedAt, l.LentAt,
                [.. readings[(l.MeetingId, l.FileId)].Distinct().Select(reader => NameOf(reader))])
            {
                LentBy = NameOf(l.LentBy),
                Declined = l is { DeclinedAt: { } at, DeclineReason: { } reason } ? new(NameOf(l.AskedBy), l.AskedAt, NameOf(l.DeclinedBy), at, reason) : null,
                Earlier = [.. declines[(l.MeetingId, l.FileId)].Select(d => new ShownDecline(NameOf(d.AskedBy), d.AskedAt, NameOf(d.DeclinedBy), d.DeclinedAt, d.Reason))],
            }),
        ];

        string NameOf(PersonId? person) => person is { } id ? names.GetValueOrDefault(id, "") : "";
    }

    /// <summary>Whether a report that was supplied is lent to a meeting in which this person reads the file it was lent for; that it was opened is then written down.</summary>
    internal async Task<bool> MayReadAsync(ClaimsPrincipal who, MeetingId reportOf, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        await using var db = await databases.CreateDbContextAsync(ct);
        foreach (var loan in await db.Set<ReportLoan>().AsNoTracking().Where(l => l.ReportOf == reportOf && l.LentAt != null && db.Set<ReportStage>().Any(s => s.MeetingId == reportOf)).ToListAsync(ct))
        {
            if (!await IsTheirsAsync(who, loan.MeetingId, loan.FileId, ct))
                continue;
            db.Add(new LentReading { Id = Guid.CreateVersion7(), MeetingId = loan.MeetingId, FileId = loan.FileId, ReaderId = SignedInPerson.Of(who)!.Id, ReadAt = clock.GetUtcNow() });
            await db.SaveChangesAsync(ct);
            return true;
        }
        return false;
    }

    // On the agenda of a meeting of their own, not recused, and not too long ago.
    private async Task<bool> IsTheirsAsync(ClaimsPrincipal who, MeetingId meeting, FileId file, CancellationToken ct) =>
        (await files.OfMeetingAsync(who, meeting, ct)).Any(f => f.Id == file);

    // The last meeting before this one whose journal sends the file to this formation, by a vote, an evocation or a second failure.
    private async Task<PlannedMeeting?> ReferringAsync(WitaLiveDb db, MeetingId meeting, FileId file, CancellationToken ct)
    {
        if (await db.Set<PlannedMeeting>().Where(m => m.Id == meeting).Select(m => (FormationCode?)m.Formation).SingleOrDefaultAsync(ct) is not { } formation)
            return null;
        foreach (var earlier in await Earlier(db, meeting, file).OrderByDescending(m => m.StartsAt).ToListAsync(ct))
            if (await RefersAsync(earlier.Id, file, formation, ct))
                return earlier;
        return null;
    }

    // In another formation.
    private static IQueryable<PlannedMeeting> Earlier(WitaLiveDb db, MeetingId meeting, FileId file) =>
        from here in db.Set<PlannedMeeting>().AsNoTracking()
        where here.Id == meeting
        from before in db.Set<PlannedMeeting>().AsNoTracking()
        where before.Formation != here.Formation && before.StartsAt < here.StartsAt && before.Agenda.Any(line => line.FileId == file)
        select before;

    private async Task<bool> RefersAsync(MeetingId meeting, FileId file, FormationCode to, CancellationToken ct)
    {
        var (state, adjourned) = (new Meeting(), (MeetingAdjourned?)null);
        await foreach (var (_, happened) in journal.EventsAsync(meeting, 0, ct))
        {
            state = state.Apply(happened);
            adjourned = happened as MeetingAdjourned ?? adjourned;
        }
        // One that never opened has no report.
        return state.OpenedAt is not null && state.Items.Any(item => item.Planned.File == file
            && (item.Conclusion is { Kind: ConclusionKind.Referred } ended ? ended.ReferTo == to : adjourned is { } failed && failed.ReferTo == to && failed.Items.Contains(item.Id)));
    }
}

/// <summary>The file was referred by no chamber, or nobody asked for its report.</summary>
public sealed record NothingReferred : Refusal;
