using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Ebox;
using WitaLive.App.Files;
using WitaLive.App.Jobs;
using WitaLive.App.Languages;
using WitaLive.App.Papers;
using WitaLive.App.Profiles;
using WitaLive.Domain.Rulings;

namespace WitaLive.App.Rulings;

/// <summary>Hands letters to the eBox, and writes down what it answers: one that was read there is notified on that day.</summary>
/// <remarks>
/// May run twice, on two nodes at once, and be killed at any line: a letter handed in again is the same letter, an answer is taken only after what
/// follows from it is written, and writing it again changes nothing.
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
            await WriteAsync(answer, ct);
            ebox.Take(answer);
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
        RulingCase about = ruling.Facts.Case;
        var file = await db.Set<ApplicationFile>().AsNoTracking().SingleAsync(f => f.Id == ruling.FileId, ct);
        var sentIn = await db.Set<FileSnapshot>().AsNoTracking().SingleOrDefaultAsync(s => s.FileId == ruling.FileId, ct) is { } snapshot ? Submission.Of(snapshot) : null;
        // Where neither came in with the application, as the person has given it since.
        var address = about.Address.Length > 0 ? about.Address : await RulingDrafts.AddressAsync(db, file, ct);
        var lastTwo = sentIn is { LastTwo.Length: > 0 } ? sentIn.LastTwo : file.ApplicantId is { } person ? (await ProfileDesk.SheetAsync(db, person, ct)).NumberEnd : "";
        await ebox.HandInAsync(new(id, letter.Facts[0].Text, about.Applicant, address, lastTwo, letter.Language, letter.Title), paper, ct);
        delivery.HandedOn = clock.GetUtcNow().DayInBrussels();
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private async Task WriteAsync(EboxAnswer answer, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<RulingDelivery>().SingleOrDefaultAsync(d => d.RulingId == answer.Letter, ct) is not { ReadOn: null } delivery)
            return;
        if (answer.Fate is EboxFate.NoEbox)
            delivery.HasNoEbox = true;
        else
        {
            // Whoever answers has a clock of its own, and nothing was read before it was handed in or tomorrow.
            var (day, today) = (answer.At.DayInBrussels(), clock.GetUtcNow().DayInBrussels());
            delivery.ReadOn = day > today ? today : day < delivery.HandedOn ? delivery.HandedOn : day;
            // A letter that was replaced meanwhile tells nobody of the decision that holds.
            if (delivery.PostedOn is null && (await RulingReading.ReplacedAsync(db, [answer.Letter], ct)).Count == 0)
                await notifications.AddAsync(db, delivery.FileId, await db.Set<Ruling>().Where(r => r.Id == answer.Letter).Select(r => r.Number).SingleAsync(ct), delivery.ReadOn.Value, null, ct, untilFollows: true);
        }
        await db.SaveChangesAsync(ct);
    }
}
