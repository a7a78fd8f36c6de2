using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.Domain;

namespace WitaLive.App.Rulings;

/// <summary>The decision that an appeal is against, for those who decide on the appeal.</summary>
/// <param name="Number">Of its file.</param>
/// <param name="Ruling">As it was signed and sent; null when no letter of it is kept here.</param>
public sealed record ContestedDecision(string Number, string Outcome, DateOnly? DecidedOn, Ruling? Ruling);

/// <summary>Shows a chamber the decision that it is asked to look at again: its outcome and its reasons, without where letters reach the applicant.</summary>
public sealed class ContestedDecisions(IDbContextFactory<WitaLiveDb> databases, FileForMembers files, FileOpenings openings)
{
    /// <summary>Null for what is no appeal, or none that this person reads with that meeting.</summary>
    public async Task<ContestedDecision?> OfAsync(ClaimsPrincipal who, MeetingId meeting, FileId appeal, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        if ((await files.OfMeetingAsync(who, meeting, ct)).FirstOrDefault(f => f.Id == appeal) is not { AppealOfId: { } against })
            return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<ApplicationFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == against, ct) is not { Outcome: { } outcome } file)
            return null;
        await openings.NoteAsync(who, against, forMeeting: true, ct);
        var sent = await db.Set<Ruling>().AsNoTracking().Where(r => r.FileId == against && r.SentAt != null).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);
        return new(file.Number, outcome, (await FileJournal.ReadAsync(db, against, ct)).DecidedOn, sent is { IsAsSigned: true } ? sent : null);
    }
}
