using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.Domain;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Measures;

/// <summary>What the secretariat does with a request for a measure. With the notification of a decision goes how long the measure lasts.</summary>
public sealed class MeasureDesk(IDbContextFactory<WitaLiveDb> databases, FileReading files, MeasureReading reading, FileDesk desk, MeasureEffects effects)
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
        if (command is not (RouteToChamber or InviteToHearing or DeclareComplete or NotifyDecision or TellRequester or PostLetter or PostMeetingLetter or CloseMeasure)
            && !(command is ConfirmHearing or ForgoHearing && await IsByLetterAsync(id, ct)))
            throw new ArgumentException("This is not the secretariat's to do.", nameof(command));
        if (command is CloseMeasure && await reading.SheetAsync(id, _ => true, ct) is not { Thing.IsGone: true })
            return new ApplicationIsElsewhere();
        return command is NotifyDecision notify ? await NotifyAsync(id, notify, SignedInPerson.Of(who)!.Id, ct) : await desk.DoAsync(who, id, command, ct);
    }

    // Who had no account when they were invited answers by letter or telephone, and the secretariat writes it down.
    private async Task<bool> IsByLetterAsync(FileId id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<ApplicationFile>().AnyAsync(f => f.Id == id && f.SubjectId != null, ct)
            && await FileJournal.ReadAsync(db, id, ct) is { IsAnsweredByLetter: true };
    }

    private Task<Refusal?> NotifyAsync(FileId id, NotifyDecision notify, PersonId me, CancellationToken ct) => Anew.UntilWrittenAsync<Refusal?>(async () =>
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<ApplicationFile>().SingleOrDefaultAsync(f => f.Id == id && f.SubjectId != null, ct) is not { } file)
            return new NoSuchFile();
        if (await effects.NotifyAsync(db, file, notify, me, ct) is { } why)
            return why;
        await db.SaveChangesAsync(ct);
        return null;
    }, ct);
}
