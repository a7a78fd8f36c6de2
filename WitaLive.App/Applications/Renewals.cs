using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Profiles;
using WitaLive.Domain;

namespace WitaLive.App.Applications;

/// <summary>Brings back from the last application what the profile holds no longer: a renewal need not be typed again.</summary>
public sealed class Renewals(IDbContextFactory<WitaLiveDb> databases, ProfileDesk profiles)
{
    /// <returns>The refusal, or null when the profile holds it again.</returns>
    public async Task<Refusal?> TakeOverAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await LastAsync(db, SignedInPerson.Of(who)!.Id, ct) is { } last ? await profiles.ChangeAsync(who, profile => profile.WithMissingOf(last.Profile), ct) : null;
    }

    internal static async Task<Submission?> LastAsync(WitaLiveDb db, PersonId me, CancellationToken ct)
    {
        var last = await db.Set<ApplicationFile>().AsNoTracking().Where(f => f.ApplicantId == me && f.SubjectId == null).OrderByDescending(f => f.SubmittedAt).Select(f => (FileId?)f.Id).FirstOrDefaultAsync(ct);
        return last is { } id && await db.Set<FileSnapshot>().AsNoTracking().SingleOrDefaultAsync(s => s.FileId == id, ct) is { } snapshot ? Submission.Of(snapshot) : null;
    }
}
