using System.Data;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Ebox;
using WitaLive.App.Files;
using WitaLive.App.Jobs;
using WitaLive.App.Languages;
using WitaLive.App.Papers;

namespace WitaLive.App.Rulings;

/// <summary>Hands letters to the eBox, and writes down what it answers: one that was read there is notified on that day.</summary>
/// <remarks>
/// May run twice, on two nodes at once, and be killed at any line: a letter handed in again is the same letter, an answer is taken only after what
/// follows from it is written, and writing it again changes nothing. An answer that makes no sense begins no period: it is kept aside, and the secretariat is told.
/// </remarks>
public sealed class DeliverLetters(IDbContextFactory<WitaLiveDb> databases, IEbox ebox, PaperFiles papers, Notifications notifications, TimeProvider clock) : ISweep
{
    public async Task RunAsync(CancellationToken ct)
    {
        if (!ebox.IsThere)
            return;
        foreach (var id in await WaitingAsync(ct))
            await HandInAsync(id, ct);
        foreach (var answer in await ebox.AnswersAsync(ct))
        {
            if (await IsWrittenAsync(answer, ct))
                ebox.Take(answer);
            else
                ebox.Refuse(answer);
        }
    }

    private async Task<List<Guid>> WaitingAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        // The eBox of who has died is opened by nobody: that letter goes to the family.
        var dead = db.Set<ApplicationFile>().Where(f => db.Persons.Any(p => p.Id == f.ApplicantId && p.DiedOn != null)).Select(f => f.Id);
        var replaced = db.Set<Ruling>().Where(Ruling.TakesPlace).Select(r => r.ReplacesId);
        return await db.Set<RulingDelivery>().Where(d => d.PostedOn == null && d.ReadOn == null && d.HandedOn == null && !d.HasNoEbox && !dead.Contains(d.FileId) && !replaced.Contains(d.RulingId)).Select(d => d.RulingId).ToListAsync(ct);
    }

    private async Task HandInAsync(Guid id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var (delivery, ruling) = (await db.Set<RulingDelivery>().SingleAsync(d => d.RulingId == id, ct), await db.Set<Ruling>().AsNoTracking().SingleAsync(r => r.Id == id, ct));
        if (ruling is not { PaperId: { } printed, Letter: { } letter } || papers.Open(printed) is not { } paper)
            return; // without a paper it goes by post
        await using var whole = paper;
        var (address, lastTwo) = (await LetterReceivers.AddressAsync(db, ruling, ct), await LetterReceivers.LastTwoAsync(db, ruling, ct));
        if (address.Length + lastTwo.Length == 0)
            return; // a namesake could get it: it goes by post
        await ebox.HandInAsync(new(id, letter.Facts[0].Text, ruling.Facts.Case.Applicant, address, lastTwo, letter.Language, letter.Title), paper, ct);
        delivery.HandedOn = clock.GetUtcNow().DayInBrussels();
        await db.SaveChangesAsync(CancellationToken.None);
    }

    // False for an answer that makes no sense.
    private Task<bool> IsWrittenAsync(EboxAnswer answer, CancellationToken ct) => Anew.UntilWrittenAsync(async () =>
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        // Another run may write the contrary at the same moment, or somebody that it was posted.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        if (await db.Set<RulingDelivery>().SingleOrDefaultAsync(d => d.RulingId == answer.Letter, ct) is not { } delivery
            || delivery.Delivery.AnsweredOn(answer.At.DayInBrussels(), clock.GetUtcNow().DayInBrussels()) is not { } day
            || (answer.Fate is EboxFate.Read ? delivery.HasNoEbox : delivery.ReadOn is not null))
            return false;
        if (answer.Fate is EboxFate.NoEbox)
            delivery.HasNoEbox = true;
        else if (delivery.ReadOn is null)
        {
            delivery.ReadOn = day;
            // A letter that was replaced meanwhile tells nobody of the decision that holds.
            if (delivery.PostedOn is null && (await RulingReading.ReplacedAsync(db, [answer.Letter], ct)).Count == 0)
                await notifications.AddAsync(db, delivery.FileId, await db.Set<Ruling>().Where(r => r.Id == answer.Letter).Select(r => r.Number).SingleAsync(ct), day, null, ct, untilFollows: true);
        }
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }, ct);
}
