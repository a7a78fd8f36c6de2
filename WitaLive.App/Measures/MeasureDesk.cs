using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Jobs;
using WitaLive.App.Mail;
using WitaLive.Domain;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Measures;

/// <summary>What the secretariat does with a request for a measure. With the notification of a decision goes how long the measure lasts.</summary>
public sealed class MeasureDesk(IDbContextFactory<WitaLiveDb> databases, FileJournal journal, FileReading files, MeasureEffects effects, JobBell bell)
{
    public Task<FileBackground> BackgroundAsync(ClaimsPrincipal who, ApplicationFile file, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        return files.BackgroundAsync(who, file, ct);
    }

    /// <returns>The refusal, or null when it happened.</returns>
    public async Task<Refusal?> DoAsync(ClaimsPrincipal who, FileId id, ApplicationCommand command, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        if (command is not (RouteToChamber or InviteToHearing or DeclareComplete or NotifyDecision or TellRequester))
            throw new ArgumentException("This is not the secretariat's to do.", nameof(command));
        var me = SignedInPerson.Of(who)!.Id;
        return await Anew.UntilWrittenAsync<Refusal?>(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (await db.Set<ApplicationFile>().SingleOrDefaultAsync(f => f.Id == id && f.SubjectId != null, ct) is not { } file)
                return new NoSuchFile();
            // Another chamber than the first is the President's to choose, who asks elsewhere.
            switch (await journal.AddAsync(db, file, command is RouteToChamber route ? route with { ByPresident = false } : command, me, ct))
            {
                case Result<Application>.Refused(var why):
                    return why;
                case Result<Application>.Ok(var after) when command is NotifyDecision:
                    await effects.SetUntilAsync(db, id, after.MeasureUntil, ct);
                    break;
            }
            await db.SaveChangesAsync(ct);
            bell.Ring<SendDueMail>();
            return null;
        }, ct);
    }
}
