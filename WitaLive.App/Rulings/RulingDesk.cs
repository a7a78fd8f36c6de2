using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.Domain;
using WitaLive.Domain.Rules;
using WitaLive.Domain.Rulings;

namespace WitaLive.App.Rulings;

/// <summary>Writes reasoned decisions, hands them in, reads them over and corrects what is signed.</summary>
public sealed class RulingDesk(IDbContextFactory<WitaLiveDb> databases, RuleBook rules, TimeProvider clock)
{
    /// <param name="basedOn">The version that was on the screen.</param>
    public Task<Refusal?> WriteAsync(ClaimsPrincipal who, Guid id, RulingText text, int basedOn, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        return ChangeAsync(id, (_, ruling) => Keep(ruling, text, basedOn, SignedInPerson.Of(who)!.Id), ct);
    }

    /// <summary>Keeps what is written and gives it out of hand: to a second reader when the lot or the case wants one, otherwise to be signed.</summary>
    public Task<Refusal?> HandInAsync(ClaimsPrincipal who, Guid id, RulingText text, int basedOn, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        return ChangeAsync(id, (_, ruling) =>
        {
            if (Keep(ruling, text, basedOn, SignedInPerson.Of(who)!.Id) is { } kept)
                return kept;
            if (ruling.Progress.WhyNotHandIn(ruling.Text, ruling.Facts) is { } why)
                return why;
            ruling.Stage = ruling.Progress.AfterHandingIn;
            return null;
        }, ct);
    }

    /// <summary>Gives it back to whoever writes, before it is signed.</summary>
    public Task<Refusal?> TakeBackAsync(ClaimsPrincipal who, Guid id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        return ChangeAsync(id, (_, ruling) =>
        {
            if (ruling.Progress.WhyNotTakeBack() is { } why)
                return why;
            ruling.Stage = RulingStage.Drafted;
            return null;
        }, ct);
    }

    /// <summary>Asks for a second reader, whatever the lot says. It cannot be unsaid.</summary>
    public Task<Refusal?> AskAsync(ClaimsPrincipal who, Guid id, CancellationToken ct)
    {
        if (!MayRead(who))
            Policies.Demand(who, Policies.Secretariat);
        return ChangeAsync(id, (_, ruling) =>
        {
            if (ruling.Progress.WhyNotAsk() is { } why)
                return why;
            ruling.IsAsked = true;
            if (ruling.Stage is RulingStage.ToSign)
                ruling.Stage = RulingStage.ToRead;
            return null;
        }, ct);
    }

    /// <summary>Records what a second reader found: fit to be signed, or back to whoever wrote it.</summary>
    /// <param name="shown">The version that was on the screen.</param>
    public Task<Refusal?> ReadOverAsync(ClaimsPrincipal who, Guid id, int shown, bool agrees, string finding, CancellationToken ct)
    {
        if (!MayRead(who))
            Policies.Demand(who, Policies.Secretariat);
        var (reader, found) = (SignedInPerson.Of(who)!.Id, FreeText.Of(finding));
        return ChangeAsync(id, (db, ruling) =>
        {
            if (ruling.Progress.WhyNotRead(reader, agrees, found) is { } why)
                return why;
            if (ruling.Version != shown)
                return new RulingNotAsShown();
            ruling.Stage = agrees ? RulingStage.ToSign : RulingStage.Drafted;
            db.Add(new RulingFinding { Id = Guid.CreateVersion7(), RulingId = id, At = clock.GetUtcNow(), By = reader, Agrees = agrees, Text = found });
            return null;
        }, ct);
    }

    /// <summary>A correction is a new decision that points to the old one, which stays as it was signed.</summary>
    /// <returns>The draft.</returns>
    public async Task<Result<Guid>> CorrectAsync(ClaimsPrincipal who, Guid id, string reason, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var why = FreeText.ToSign(reason); // stands in the letter
        if (why.Length is 0 or > RulingText.Longest)
            return new CorrectionNeedsReason(RulingText.Longest);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<Ruling>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } old)
            return new NoSuchRuling();
        if (old.Stage is not RulingStage.Locked || await db.Set<Ruling>().AnyAsync(r => r.ReplacesId == id, ct))
            return new NotToCorrect();
        var correction = new Ruling
        {
            Id = Guid.CreateVersion7(), FileId = old.FileId, MeetingId = old.MeetingId, Number = old.Number + 1, ReplacesId = id, Correction = why, FactsAsKept = old.FactsAsKept,
            TextAsKept = old.TextAsKept, WrittenBy = SignedInPerson.Of(who)!.Id.Value.ToString(), IsDrawn = old.IsDrawn, ChangedAt = clock.GetUtcNow(),
        };
        db.Add(correction);
        try
        {
            await db.SaveChangesAsync(ct);
            return correction.Id;
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            return new NotToCorrect(); // somebody began the same correction at the same moment
        }
    }

    /// <summary>Takes a correction back that is still being written: the decision it was to correct stands as it was signed.</summary>
    public async Task<Refusal?> DropAsync(ClaimsPrincipal who, Guid id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<Ruling>().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } begun)
            return new NoSuchRuling();
        if (begun is not { Stage: RulingStage.Drafted, Correction: not null })
            return new NotToDrop();
        db.RemoveRange(await db.Set<RulingFinding>().Where(f => f.RulingId == id).ToListAsync(ct));
        db.Remove(begun);
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            return new RulingChangedMeanwhile();
        }
    }

    /// <summary>Second readers are jurists and the secretariat.</summary>
    internal static bool MayRead(ClaimsPrincipal who) => Policies.Allow(who, Policies.Colleagues);

    private Refusal? Keep(Ruling ruling, RulingText text, int basedOn, PersonId writer)
    {
        if (ruling.Progress.WhyNotWrite() is { } why)
            return why;
        if (ruling.Version != basedOn)
            return new RulingChangedMeanwhile();
        var rule = rules.On(ruling.Facts.DecidedOn).Rulings;
        if (text.WhyNotKeep(ruling.Facts, rule) is { } wrong)
            return wrong;
        ruling.Text = text.Tidied(rule);
        ruling.Wrote(writer);
        return null;
    }

    private async Task<Refusal?> ChangeAsync(Guid id, Func<WitaLiveDb, Ruling, Refusal?> change, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<Ruling>().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } ruling)
            return new NoSuchRuling();
        if (change(db, ruling) is { } why)
            return why;
        (ruling.Version, ruling.ChangedAt) = (ruling.Version + 1, clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new RulingChangedMeanwhile();
        }
    }
}
