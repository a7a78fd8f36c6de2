using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Jobs;
using WitaLive.App.Mail;
using WitaLive.Domain;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Messages;

public sealed record MessageIsEmpty(int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest];
}

/// <summary>A message about to be sent.</summary>
/// <param name="Id">Made by its sender: sent twice, it is one message.</param>
public sealed record MessageToSend(Guid Id, string Text);

/// <summary>Sends messages on a file, each with a mail that says that there is one and nothing of what it says.</summary>
public sealed class MessageDesk(IDbContextFactory<WitaLiveDb> databases, FileJournal journal, MessageMails mails, JobBell bell, TimeProvider clock)
{
    /// <summary>From the secretariat to the person.</summary>
    /// <param name="answered">What the writer had before them of what the person wrote: it counts as answered, and what came in meanwhile does not.</param>
    public async Task<Refusal?> SendAsync(ClaimsPrincipal who, FileId id, MessageToSend message, IReadOnlyCollection<Guid> answered, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        return await WriteAsync(SignedInPerson.Of(who)!.Id, id, _ => true, fromSecretariat: true, message, answered, ct);
    }

    /// <summary>From the person, on a file of their own. Whoever owes an answer has reacted: the time of silence begins anew (rules of procedure, art. 24 and 25).</summary>
    public async Task<Refusal?> SendOwnAsync(ClaimsPrincipal who, FileId id, MessageToSend message, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        var me = SignedInPerson.Of(who)!.Id;
        return await WriteAsync(me, id, file => file.ApplicantId == me, fromSecretariat: false, message, [], ct);
    }

    /// <summary>These of what the person wrote need no answer.</summary>
    public async Task SeeAsync(ClaimsPrincipal who, FileId id, IReadOnlyCollection<Guid> read, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        await SeeAsync(db, id, read, ct);
    }

    private Task<Refusal?> WriteAsync(PersonId by, FileId id, Func<ApplicationFile, bool> may, bool fromSecretariat, MessageToSend sent, IReadOnlyCollection<Guid> answered, CancellationToken ct)
    {
        var words = FreeText.Of(sent.Text);
        return words.Length is 0 or > FileMessage.Longest ? Task.FromResult<Refusal?>(new MessageIsEmpty(FileMessage.Longest)) : Anew.UntilWrittenAsync<Refusal?>(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (await db.Set<ApplicationFile>().Where(ApplicationFile.AreKept).SingleOrDefaultAsync(f => f.Id == id, ct) is not { ApplicantId: not null } file || !may(file))
                return new NoSuchFile();
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            if (await db.Set<FileMessage>().AnyAsync(m => m.Id == sent.Id, ct))
                return null;
            var message = new FileMessage { Id = sent.Id, FileId = id, At = clock.GetUtcNow(), By = by, FromSecretariat = fromSecretariat, Text = words };
            if (fromSecretariat)
                await SeeAsync(db, id, answered, ct);
            else
                await journal.AddAsync(db, file, new HearApplicant(), by, ct); // refused for what is finished, of which one may write all the same
            db.Add(message);
            await mails.AddAsync(db, file, message, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            bell.Ring<SendDueMail>();
            return null;
        }, ct);
    }

    private async Task SeeAsync(WitaLiveDb db, FileId id, IReadOnlyCollection<Guid> read, CancellationToken ct)
    {
        var (now, these) = (clock.GetUtcNow(), read.ToList());
        await db.Set<FileMessage>().Where(m => m.FileId == id && these.Contains(m.Id) && !m.FromSecretariat && m.SeenAt == null).ExecuteUpdateAsync(set => set.SetProperty(m => m.SeenAt, now), ct);
    }
}
