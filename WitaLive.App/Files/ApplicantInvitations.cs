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
        var applicants = await ApplicantsAsync(db, files, ct);
        var known = await KnownAsync(db, applicants, ct);
        var without = applicants.Where(p => !known.ContainsKey(p.Id.Value)).ToList();
        var reached = without.Count(p => MailAddresses.IsUsable(p.Email));
        return new(reached, without.Count - reached, applicants is [var only] && known.GetValueOrDefault(only.Id.Value) is { PasswordHash: null } account ? account.InvitedAt : null);
    }

    /// <summary>Mails each a link with which they choose a password. Whoever was invited before, by whomever, gets nothing.</summary>
    /// <returns>How many were invited now.</returns>
    public async Task<int> InviteAsync(ClaimsPrincipal who, IReadOnlyCollection<FileId>? files, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        List<PersonId> waiting;
        await using (var db = await databases.CreateDbContextAsync(ct))
        {
            var applicants = await ApplicantsAsync(db, files, ct);
            var known = await KnownAsync(db, applicants, ct);
            waiting = [.. applicants.Where(p => !known.ContainsKey(p.Id.Value) && MailAddresses.IsUsable(p.Email)).Select(p => p.Id)];
        }
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
        var persons = await db.Persons.AsNoTracking().Where(p => some.Contains(p.Id) && p.IsActive && p.IsOutside).ToListAsync(ct);
        var known = await KnownAsync(db, persons, ct);
        var waiting = persons.FindAll(p => !known.ContainsKey(p.Id.Value));
        foreach (var person in waiting)
            await invitations.AddApplicantAsync(db, person, clock.GetUtcNow(), ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return waiting.Count;
    }

    private static Task<List<Person>> ApplicantsAsync(WitaLiveDb db, IReadOnlyCollection<FileId>? files, CancellationToken ct)
    {
        var of = db.Set<ApplicationFile>().Where(f => f.ApplicantId != null);
        if (files is not null)
            of = of.Where(f => files.Contains(f.Id));
        return db.Persons.AsNoTracking().Where(p => p.IsActive && p.IsOutside && of.Any(f => f.ApplicantId == p.Id)).ToListAsync(ct);
    }

    // Those who can sign in, or have a link to begin with.
    private static async Task<Dictionary<Guid, Account>> KnownAsync(WitaLiveDb db, List<Person> persons, CancellationToken ct)
    {
        var known = new Dictionary<Guid, Account>();
        foreach (var some in persons.Select(p => p.Id.Value).Chunk(InARow))
            foreach (var account in await db.Users.AsNoTracking().Where(a => some.Contains(a.Id) && (a.InvitedAt != null || a.PasswordHash != null)).ToListAsync(ct))
                known[account.Id] = account;
        return known;
    }
}
