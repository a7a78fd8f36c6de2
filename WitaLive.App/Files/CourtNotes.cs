using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.Domain;

namespace WitaLive.App.Files;

/// <summary>Whether a court has a file, as somebody of the secretariat last said.</summary>
/// <param name="Since">Null when none has.</param>
/// <param name="By">Full name; empty when nobody has said anything.</param>
public sealed record CourtNote(DateOnly? Since, string By, DateTimeOffset? At);

/// <summary>Notes that a court has a decided file, or has it no more: as long as it has, nothing of the file is removed (docs/decisions/0007-retention.md).</summary>
public sealed class CourtNotes(IDbContextFactory<WitaLiveDb> databases, TimeProvider clock)
{
    public async Task<CourtNote> ReadAsync(ClaimsPrincipal who, FileId file, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        var note = await db.Set<ApplicationFile>().Where(f => f.Id == file).Select(f => new { f.AtCourtSince, f.AtCourtNotedBy, f.AtCourtNotedAt }).SingleAsync(ct);
        var by = await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == note.AtCourtNotedBy, ct);
        return new(note.AtCourtSince, by?.FullName ?? "", note.AtCourtNotedAt);
    }

    /// <summary>Changes nothing of a file that is not decided, nor where the same was said before.</summary>
    public async Task SayAsync(ClaimsPrincipal who, FileId file, bool isThere, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var (by, at) = (SignedInPerson.Of(who)!.Id, clock.GetUtcNow());
        DateOnly? since = isThere ? at.DayInBrussels() : null;
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Set<ApplicationFile>().Where(f => f.Id == file && f.State == FileState.Decided && f.AtCourtSince == null == isThere).ExecuteUpdateAsync(set => set
            .SetProperty(f => f.AtCourtSince, since).SetProperty(f => f.AtCourtNotedBy, by).SetProperty(f => f.AtCourtNotedAt, at), ct);
    }
}
