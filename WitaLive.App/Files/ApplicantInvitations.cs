using System.Data;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Jobs;
using WitaLive.App.Mail;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Files;

/// <summary>Applicants who cannot sign in yet.</summary>
/// <param name="Waiting">Never invited, and a mail would reach them.</param>
/// <param name="Unreachable">Never invited, and there is no address that mail can be sent to.</param>
/// <param name="InvitedAt">Of one applicant alone: when they were, without having entered since.</param>
public sealed record WithoutAccount(int Waiting, int Unreachable, DateTimeOffset? InvitedAt);

/// <summary>Invites applicants who did not open an account themselves, such as those who were imported: once each.</summary>
public sealed class ApplicantInvitations(IDbContextFactory<WitaLiveDb> databases, Invitations invitations, JobBell bell, TimeProvider clock)
{
    private const int InARow = 200;

    /// <param name="files">Whose applicants; null for those of every file.</param>
    public async Task<WithoutAccount> CountAsync(ClaimsPrincipal who, IReadOnlyCollection<FileId>? files, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        var addresses = await Without(db, files).Select(p => p.Email).ToListAsync(ct);
        var reached = addresses.Count(MailAddresses.IsUsable);
        return new(reached, addresses.Count - reached, files is { Count: 1 } ? await InvitedAtAsync(db, files.First(), ct) : null);
    }

    /// <summary>Mails each a link with which they choose a password. Whoever was invited before, by whomever, gets nothing.</summary>
    /// <returns>How many were invited now.</returns>
    public async Task<int> InviteAsync(ClaimsPrincipal who, IReadOnlyCollection<FileId>? files, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        List<PersonId> waiting;
        await using (var db = await databases.CreateDbContextAsync(ct))
            waiting = [.. (await Without(db, files).Select(p => new { p.Id, p.Email }).ToListAsync(ct)).Where(p => MailAddresses.IsUsable(p.Email)).Select(p => p.Id)];
        var invited = 0;
        foreach (var some in waiting.Chunk(InARow))
            invited += await Anew.UntilWrittenAsync(() => InviteSomeAsync(some, ct), ct);
        bell.Ring<SendDueMail>();
        return invited;
    }

    // Serializable and asked anew: two who press at the same moment write to nobody twice.
    private async Task<int> InviteSomeAsync(PersonId[] some, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        var waiting = await Without(db, null).Where(p => some.Contains(p.Id)).ToListAsync(ct);
        foreach (var person in waiting)
            await invitations.AddApplicantAsync(db, person, clock.GetUtcNow(), ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return waiting.Count;
    }

    // Applicants who can neither sign in nor have a link to begin with.
    private static IQueryable<Person> Without(WitaLiveDb db, IReadOnlyCollection<FileId>? files)
    {
        var of = db.Set<ApplicationFile>().Where(f => f.ApplicantId != null);
        if (files is not null)
            of = of.Where(f => files.Contains(f.Id));
        return db.Persons.AsNoTracking()
            .Where(p => p.IsActive && p.IsOutside && of.Any(f => f.ApplicantId == p.Id) && !db.Users.Any(a => a.Id == (Guid)(object)p.Id && (a.InvitedAt != null || a.PasswordHash != null)));
    }

    // Null for who was never invited, or has entered since.
    private static async Task<DateTimeOffset?> InvitedAtAsync(WitaLiveDb db, FileId file, CancellationToken ct) =>
        await db.Set<ApplicationFile>().Where(f => f.Id == file && f.ApplicantId != null)
            .Join(db.Users.Where(a => a.PasswordHash == null), f => (Guid)(object)f.ApplicantId!, a => a.Id, (f, a) => a.InvitedAt).SingleOrDefaultAsync(ct);
}
