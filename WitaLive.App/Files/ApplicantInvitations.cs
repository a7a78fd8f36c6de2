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
/// <param name="Before">Invited before, and have not entered since; a mail would reach them again.</param>
/// <param name="First">When the first of those was invited, each for the last time; null when there are none.</param>
/// <param name="Last">When the last of them was.</param>
public sealed record WithoutAccount(int Waiting, int Unreachable, int Before, DateTimeOffset? First, DateTimeOffset? Last);

/// <summary>Invites applicants who did not open an account themselves, such as those who were imported: once each, and again who is to be.</summary>
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
        var before = (await InvitedBefore(db, files, null).Join(db.Users, p => (Guid)(object)p.Id, a => a.Id, (p, a) => new { p.Email, a.InvitedAt }).ToListAsync(ct))
            .Where(p => MailAddresses.IsUsable(p.Email)).Select(p => p.InvitedAt).ToList();
        return new(reached, addresses.Count - reached, before.Count, before.Min(), before.Max());
    }

    /// <summary>Mails each a link with which they choose a password. Whoever was invited before, by whomever, gets nothing unless that is wanted.</summary>
    /// <param name="againBefore">Whoever was invited before this moment is invited again; null leaves them all out. Two who press at once write to nobody twice by it.</param>
    /// <returns>How many were invited now.</returns>
    public async Task<int> InviteAsync(ClaimsPrincipal who, IReadOnlyCollection<FileId>? files, DateTimeOffset? againBefore, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        List<PersonId> waiting;
        await using (var db = await databases.CreateDbContextAsync(ct))
            waiting = [.. (await ToInvite(db, files, againBefore).Select(p => new { p.Id, p.Email }).ToListAsync(ct)).Where(p => MailAddresses.IsUsable(p.Email)).Select(p => p.Id)];
        var invited = 0;
        foreach (var some in waiting.Chunk(InARow))
            invited += await Anew.UntilWrittenAsync(() => InviteSomeAsync(some, againBefore, ct), ct);
        bell.Ring<SendDueMail>();
        return invited;
    }

    // Serializable and asked anew: two who press at the same moment write to nobody twice.
    private async Task<int> InviteSomeAsync(PersonId[] some, DateTimeOffset? againBefore, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        var waiting = await ToInvite(db, null, againBefore).Where(p => some.Contains(p.Id)).ToListAsync(ct);
        foreach (var person in waiting)
            await invitations.AddApplicantAsync(db, person, clock.GetUtcNow(), ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return waiting.Count;
    }

    // Applicants who can neither sign in nor have a link to begin with.
    private static IQueryable<Person> Without(WitaLiveDb db, IReadOnlyCollection<FileId>? files) =>
        Of(db, files).Where(p => !db.Users.Any(a => a.Id == (Guid)(object)p.Id && (a.InvitedAt != null || a.PasswordHash != null)));

    // Those who have not entered since.
    private static IQueryable<Person> InvitedBefore(WitaLiveDb db, IReadOnlyCollection<FileId>? files, DateTimeOffset? moment) =>
        Of(db, files).Where(p => db.Users.Any(a => a.Id == (Guid)(object)p.Id && a.PasswordHash == null && a.InvitedAt != null && (moment == null || a.InvitedAt < moment)));

    private static IQueryable<Person> ToInvite(WitaLiveDb db, IReadOnlyCollection<FileId>? files, DateTimeOffset? againBefore) =>
        Of(db, files).Where(p => !db.Users.Any(a => a.Id == (Guid)(object)p.Id && (a.PasswordHash != null || (a.InvitedAt != null && (againBefore == null || a.InvitedAt >= againBefore)))));

    private static IQueryable<Person> Of(WitaLiveDb db, IReadOnlyCollection<FileId>? files)
    {
        var of = db.Set<ApplicationFile>().Where(f => f.ApplicantId != null);
        if (files is not null)
            of = of.Where(f => files.Contains(f.Id));
        return db.Persons.AsNoTracking().Where(p => p.IsActive && p.IsOutside && of.Any(f => f.ApplicantId == p.Id));
    }
}
