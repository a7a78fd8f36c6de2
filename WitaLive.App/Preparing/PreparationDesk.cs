using System.Data;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Preparing;

/// <summary>A member's own work on a file.</summary>
/// <param name="Outcomes">What one may lean to.</param>
/// <param name="DaysKept">After the meeting; then it is deleted.</param>
public sealed record Prepared(Preparation Preparation, bool IsRead, ImmutableArray<string> Outcomes, int DaysKept);

/// <summary>Keeps what members note in private and how far they have read. Asked by anyone, it answers with their own and with nobody else's.</summary>
public sealed class PreparationDesk(IDbContextFactory<WitaLiveDb> databases, FileForMembers files, IDataProtectionProvider seals, RuleBook rules, TimeProvider clock)
{
    /// <summary>Null for a file that this person does not read as a member: not theirs, recused, too late, or of the secretariat.</summary>
    public async Task<Prepared?> OfAsync(ClaimsPrincipal who, MeetingId meeting, FileId id, CancellationToken ct)
    {
        if (await FileAsync(who, meeting, id, ct) is not { } file)
            return null;
        var me = SignedInPerson.Of(who)!.Id;
        await using var db = await databases.CreateDbContextAsync(ct);
        var row = await db.Set<FilePreparation>().AsNoTracking().SingleOrDefaultAsync(p => p.MeetingId == meeting && p.FileId == id && p.ReaderId == me, ct);
        return new(Open(row), row?.ReadAt is not null, OutcomesOf(file), rules.On(Today).Procedure.DaysToRead);
    }

    /// <summary>Which files of a meeting this person has read; null for the secretariat, which reads them all the time.</summary>
    public async Task<ImmutableHashSet<FileId>?> ReadByMeAsync(ClaimsPrincipal who, MeetingId meeting, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        if (Policies.Allow(who, Policies.Secretariat))
            return null;
        var me = SignedInPerson.Of(who)!.Id;
        await using var db = await databases.CreateDbContextAsync(ct);
        return [.. await db.Set<FilePreparation>().Where(p => p.MeetingId == meeting && p.ReaderId == me && p.ReadAt != null).Select(p => p.FileId).ToListAsync(ct)];
    }

    /// <summary>The next file that this person has not read: onward in the order of the agenda, and round to its beginning. Null when all are read.</summary>
    public async Task<ApplicationFile?> NextUnreadAsync(ClaimsPrincipal who, MeetingId meeting, FileId after, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var all = await files.OfMeetingAsync(who, meeting, ct);
        var read = await ReadByMeAsync(who, meeting, ct) ?? [];
        return all.SkipWhile(file => file.Id != after).Skip(1).Concat(all).FirstOrDefault(file => !read.Contains(file.Id));
    }

    /// <summary>How many members have read each file of a meeting: who they are is nobody's business.</summary>
    public async Task<ImmutableDictionary<FileId, int>> CountsAsync(ClaimsPrincipal who, MeetingId meeting, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        return (await db.Set<FilePreparation>().Where(p => p.MeetingId == meeting && p.ReadAt != null).GroupBy(p => p.FileId)
            .Select(of => new { of.Key, Count = of.Count() }).ToListAsync(ct)).ToImmutableDictionary(of => of.Key, of => of.Count);
    }

    /// <summary>Keeps the note; the leaning stays what it is.</summary>
    /// <param name="change">Refused when the note is no longer what whoever wrote this had before them.</param>
    public Task<Refusal?> NoteAsync(ClaimsPrincipal who, MeetingId meeting, FileId id, TextChange change, CancellationToken ct) =>
        ChangeAsync(who, meeting, id, (mine, outcomes) => change.On(mine, (one, note) => Preparation.Of(note, one.Leaning, outcomes)), ct);

    /// <summary>Keeps the leaning; the note stays what it is.</summary>
    /// <param name="leaning">Null for none.</param>
    public Task<Refusal?> LeanAsync(ClaimsPrincipal who, MeetingId meeting, FileId id, string? leaning, CancellationToken ct) =>
        ChangeAsync(who, meeting, id, (mine, outcomes) => Preparation.Of(mine.Note, leaning, outcomes), ct);

    public async Task<Refusal?> MarkAsync(ClaimsPrincipal who, MeetingId meeting, FileId id, bool isRead, CancellationToken ct)
    {
        if (await FileAsync(who, meeting, id, ct) is null)
            return new NoSuchFile();
        return await WriteAsync(who, meeting, id, row =>
        {
            row.ReadAt = isRead ? row.ReadAt ?? clock.GetUtcNow() : null;
            return null;
        }, ct);
    }

    private DateOnly Today => clock.GetUtcNow().DayInBrussels();

    private async Task<ApplicationFile?> FileAsync(ClaimsPrincipal who, MeetingId meeting, FileId id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        return Policies.Allow(who, Policies.Secretariat) ? null : (await files.OfMeetingAsync(who, meeting, ct)).FirstOrDefault(f => f.Id == id);
    }

    private ImmutableArray<string> OutcomesOf(ApplicationFile file) => rules.On(Today).FileKinds.Find(file.Kind)?.Outcomes ?? [];

    private async Task<Refusal?> ChangeAsync(ClaimsPrincipal who, MeetingId meeting, FileId id, Func<Preparation, ImmutableArray<string>, Result<Preparation>> change, CancellationToken ct)
    {
        if (await FileAsync(who, meeting, id, ct) is not { } file)
            return new NoSuchFile();
        return await WriteAsync(who, meeting, id, row =>
        {
            switch (change(Open(row), OutcomesOf(file)))
            {
                case Result<Preparation>.Refused(var why):
                    return why;
                case Result<Preparation>.Ok(var written):
                    row.Sealed = written == Preparation.None ? null : Seal(row).Protect(JsonSerializer.Serialize(written));
                    break;
            }
            return null;
        }, ct);
    }

    // Serializable: note and leaning lie under one seal, and one that is changed with the other keeps what the other has just written.
    private Task<Refusal?> WriteAsync(ClaimsPrincipal who, MeetingId meeting, FileId id, Func<FilePreparation, Refusal?> change, CancellationToken ct) => Anew.UntilWrittenAsync<Refusal?>(async () =>
    {
        var me = SignedInPerson.Of(who)!.Id;
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        if (await db.Set<FilePreparation>().SingleOrDefaultAsync(p => p.MeetingId == meeting && p.FileId == id && p.ReaderId == me, ct) is not { } row)
            db.Add(row = new() { MeetingId = meeting, FileId = id, ReaderId = me });
        if (change(row) is { } why)
            return why;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }, ct);

    // A key of its own for each reader and file: what is copied into another row opens nowhere.
    private IDataProtector Seal(FilePreparation row) => seals.CreateProtector("WitaLive.Preparing", row.ReaderId.Value.ToString(), row.FileId.Value.ToString());

    private Preparation Open(FilePreparation? row)
    {
        if (row?.Sealed is not { } written)
            return Preparation.None;
        try
        {
            return JsonSerializer.Deserialize<Preparation>(Seal(row).Unprotect(written))!;
        }
        catch (CryptographicException)
        {
            return Preparation.None; // the keys are gone, and with them what was sealed
        }
    }
}
