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

/// <summary>Sends messages on a file, each with a mail that says that there is one and nothing of what it says.</summary>
public sealed class MessageDesk(IDbContextFactory<WitaLiveDb> databases, FileJournal journal, MessageMails mails, JobBell bell, TimeProvider clock)
{
    /// <summary>From the secretariat to the person. What they wrote before counts as answered.</summary>
    public async Task<Refusal?> SendAsync(ClaimsPrincipal who, FileId id, string text, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        return await WriteAsync(SignedInPerson.Of(who)!.Id, id, _ => true, fromSecretariat: true, text, ct);
    }

    /// <summary>From the person, on a file of their own. Whoever owes an answer has reacted: the time of silence begins anew (rules of procedure, art. 24 and 25).</summary>
    public async Task<Refusal?> SendOwnAsync(ClaimsPrincipal who, FileId id, string text, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        var me = SignedInPerson.Of(who)!.Id;
        return await WriteAsync(me, id, file => file.ApplicantId == me, fromSecretariat: false, text, ct);
    }

    /// <summary>What the person wrote needs no answer.</summary>
    public async Task SeeAsync(ClaimsPrincipal who, FileId id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        await SeeAsync(db, id, ct);
    }

    private Task<Refusal?> WriteAsync(PersonId by, FileId id, Func<ApplicationFile, bool> may, bool fromSecretariat, string text, CancellationToken ct)
    {
        var words = FreeText.Of(text);
        return words.Length is 0 or > FileMessage.Longest ? Task.FromResult<Refusal?>(new MessageIsEmpty(FileMessage.Longest)) : Anew.UntilWrittenAsync<Refusal?>(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (await db.Set<ApplicationFile>().Where(ApplicationFile.AreKept).SingleOrDefaultAsync(f => f.Id == id, ct) is not { ApplicantId: not null } file || !may(file))
                return new NoSuchFile();
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var message = new FileMessage { Id = Guid.CreateVersion7(), FileId = id, At = clock.GetUtcNow(), By = by, FromSecretariat = fromSecretariat, Text = words };
            if (fromSecretariat)
                await SeeAsync(db, id, ct);
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

    private async Task SeeAsync(WitaLiveDb db, FileId id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.Set<FileMessage>().Where(m => m.FileId == id && !m.FromSecretariat && m.SeenAt == null).ExecuteUpdateAsync(set => set.SetProperty(m => m.SeenAt, now), ct);
    }
}
