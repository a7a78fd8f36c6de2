using System.Data;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.App.Papers;
using WitaLive.App.Profiles;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Uploads;

/// <summary>How far a file has come.</summary>
/// <param name="Offset">Where the sender goes on. Unit: bytes.</param>
/// <param name="Done">It is where it belongs.</param>
public sealed record UploadState(Guid Id, long Offset, bool Done);

/// <summary>There is no room in this profile.</summary>
public sealed record ProofsFull(string Name, int Documents, string Size) : Refusal
{
    public override ImmutableArray<object> Gaps => [Name, Documents, Size];
}

/// <summary>More came than was announced, or it came to another place.</summary>
public sealed record UploadOutOfStep(string Name) : Refusal
{
    public override ImmutableArray<object> Gaps => [Name];
}

/// <summary>Takes files piece by piece. After a cut the sender asks how far it came and goes on there; only they may.</summary>
/// <remarks>Who sends is asked anew with each piece. A piece is on disk before its end is written down; the last one puts the file where it belongs.</remarks>
public sealed class UploadDesk(IDbContextFactory<WitaLiveDb> databases, UploadHalves halves, UploadPlaces places, RuleBook rules, TimeProvider clock)
{
    internal const int LongestName = 255;

    /// <summary>Before a byte is taken: who, how large, and whether there is room. What was begun is gone on with.</summary>
    public async Task<Result<UploadState>> BeginAsync(ClaimsPrincipal who, UploadOffer offer, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        var owner = SignedInPerson.Of(await places.DemandAsync(who, offer.Kind, offer.Whose is { } whose ? new PersonId(whose) : null, ct))!.Id;
        var name = offer.Name.Length > LongestName ? offer.Name[^LongestName..] : offer.Name;
        if (offer.Size > PaperFiles.Largest)
            return new PaperTooLarge(name, PlanWords.Size(PaperFiles.Largest));
        if (offer.Size <= 0)
            return new PaperEmpty(name);
        if (offer.Kind is UploadKind.Paper && (offer.Meeting is null || offer.About is null))
            return new NoSuchItem();
        var begun = new Upload
        {
            Id = Guid.CreateVersion7(), SenderId = SignedInPerson.Of(who)!.Id, OwnerId = owner, Kind = offer.Kind, About = offer.About, Meeting = offer.Meeting, Name = name, Size = offer.Size, Stamp = offer.Stamp,
        };
        return await Anew.UntilWrittenAsync(() => BeginAsync(begun, ct), ct);
    }

    /// <summary>How far one's own file has come; null when there is none of that id.</summary>
    public async Task<UploadState?> StateAsync(ClaimsPrincipal who, Guid id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await MineAsync(db, who, id, ct) is { } upload ? StateOf(upload) : null;
    }

    /// <summary>Takes the next piece.</summary>
    /// <param name="from">Where the sender believes to be: elsewhere nothing is taken, and they are told where.</param>
    /// <returns>How far it has come, or why it was given up; null when there is none of that id.</returns>
    public async Task<Result<UploadState>?> ReceiveAsync(ClaimsPrincipal who, Guid id, long from, Stream piece, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await MineAsync(db, who, id, ct) is not { } upload)
            return null;
        var acts = await places.DemandAsync(who, upload.Kind, upload.OwnerId, ct);
        if (upload.DoneAt is not null || from != upload.Received)
            return StateOf(upload);
        if (await halves.AppendAsync(id, from, upload.Size, piece, ct) is not var (end, tooMuch))
            return StateOf(upload); // two windows send the same one: the other is first
        if (tooMuch)
            return await GiveUpAsync(db, upload, new UploadOutOfStep(upload.Name));
        upload.Receive(end, clock.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        return upload.IsWhole ? await FinishAsync(db, acts, upload) : StateOf(upload);
    }

    private async Task<Result<UploadState>> BeginAsync(Upload begun, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var room = rules.On(now.DayInBrussels()).Procedure.Proofs;
        await using var db = await databases.CreateDbContextAsync(ct);
        // Serializable, for several files are begun at once, and how much there is already is read from rows that another one is about to add.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        var open = db.Set<Upload>().Where(u => u.DoneAt == null);
        if (await open.FirstOrDefaultAsync(u => u.SenderId == begun.SenderId && u.OwnerId == begun.OwnerId && u.Kind == begun.Kind && u.About == begun.About && u.Meeting == begun.Meeting
            && u.Name == begun.Name && u.Size == begun.Size && u.Stamp == begun.Stamp, ct) is { } known)
            return StateOf(known);
        if (begun.Kind is not UploadKind.Paper)
        {
            var sizes = await db.Set<StoredProof>().Where(p => p.PersonId == begun.OwnerId).Select(p => p.Size)
                .Concat(open.Where(u => u.OwnerId == begun.OwnerId && u.Kind != UploadKind.Paper).Select(u => u.Size)).ToListAsync(ct);
            if (!room.HasRoom(sizes.Count, sizes.Sum(), begun.Size))
                return Full(begun, room);
        }
        db.Add(begun.At(now));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return StateOf(begun);
    }

    private async Task<Result<UploadState>> FinishAsync(WitaLiveDb db, ClaimsPrincipal acts, Upload upload)
    {
        var why = await WhyNoRoomAsync(db, upload);
        if (why is null)
        {
            await using var whole = halves.Open(upload.Id);
            why = whole is null ? new UploadOutOfStep(upload.Name) : await places.PutAsync(acts, upload, whole, CancellationToken.None);
        }
        if (why is not null)
            return await GiveUpAsync(db, upload, why);
        upload.Finish(clock.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        halves.Remove(upload.Id);
        return StateOf(upload);
    }

    // Asked at the beginning, and again now: hours may lie between, and what another window has put there meanwhile.
    private async Task<Refusal?> WhyNoRoomAsync(WitaLiveDb db, Upload upload)
    {
        if (upload.Kind is UploadKind.Paper)
            return null;
        var room = rules.On(clock.GetUtcNow().DayInBrussels()).Procedure.Proofs;
        var (itself, owner) = (new ProofId(upload.Id), upload.OwnerId);
        var sizes = await db.Set<StoredProof>().Where(p => p.PersonId == owner && p.Id != itself).Select(p => p.Size).ToListAsync(CancellationToken.None);
        return room.HasRoom(sizes.Count, sizes.Sum(), upload.Size) ? null : Full(upload, room);
    }

    private static ProofsFull Full(Upload upload, ProofRoom room) => new(upload.Name, room.Documents, PlanWords.Size(room.Bytes));

    private async Task<Result<UploadState>> GiveUpAsync(WitaLiveDb db, Upload upload, Refusal why)
    {
        await db.Set<Upload>().Where(u => u.Id == upload.Id).ExecuteDeleteAsync(CancellationToken.None);
        halves.Remove(upload.Id);
        return why;
    }

    private static async Task<Upload?> MineAsync(WitaLiveDb db, ClaimsPrincipal who, Guid id, CancellationToken ct)
    {
        var me = SignedInPerson.Of(who)!.Id;
        return await db.Set<Upload>().SingleOrDefaultAsync(u => u.Id == id && u.SenderId == me, ct);
    }

    private static UploadState StateOf(Upload upload) => new(upload.Id, upload.Received, upload.DoneAt is not null);
}
