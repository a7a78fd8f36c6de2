using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Attestations;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Rules;
using WitaLive.Domain.Rulings;

namespace WitaLive.App.Rulings;

/// <summary>Signs reasoned decisions, and lets somebody else of that meeting sign them (rules of procedure, art. 42). Signing is a confirmation by the signed-in person (law reference §10, O-12).</summary>
public sealed class RulingSigning(IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, RulingComposer composer, RuleBook rules, TimeProvider clock)
{
    /// <summary>Signs one: its letter is composed, hashed and kept, and nothing in it changes any more.</summary>
    /// <param name="shown">The version that was on the screen.</param>
    public async Task<Refusal?> SignAsync(ClaimsPrincipal who, Guid id, int shown, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var (me, now) = (SignedInPerson.Of(who)!.Id, clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<Ruling>().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } ruling)
            return new NoSuchRuling();
        var (facts, right) = (ruling.Facts, await RightAsync(db, me, ruling.MeetingId, ct));
        if (ruling.Progress.WhyNotSign(me, right, facts, rules.On(now.DayInBrussels()).Rulings) is { } why)
            return why;
        if (ruling.Version != shown)
            return new RulingNotAsShown();
        var name = (await db.Persons.AsNoTracking().SingleAsync(p => p.Id == me, ct)).FullName;
        ruling.Sign(me, now, composer.Compose(facts, ruling.Text, await AroundAsync(db, ruling, new(name, right.Office, now, CheckCode.New()), ct)));
        (ruling.Version, ruling.ChangedAt) = (ruling.Version + 1, now);
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new RulingNotAsShown();
        }
    }

    /// <summary>Lets somebody who took part in the decisions of a meeting sign them. Whoever holds an office that signs gives this.</summary>
    public async Task<Refusal?> DelegateAsync(ClaimsPrincipal who, MeetingId meeting, PersonId to, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var me = SignedInPerson.Of(who)!.Id;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!IsSigner((await RightAsync(db, me, meeting, ct)).Office))
            return new NotYoursToSign();
        if (!(await db.Set<Ruling>().AsNoTracking().Where(r => r.MeetingId == meeting).ToListAsync(ct)).Exists(ruling => ruling.Facts.TookPart(to)))
            return new DelegateTookNoPart();
        if (await db.Set<SigningDelegation>().AnyAsync(d => d.MeetingId == meeting && d.PersonId == to, ct))
            return null;
        db.Add(new SigningDelegation { MeetingId = meeting, PersonId = to, GivenBy = me, GivenAt = clock.GetUtcNow() });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Its other half of a double click was first.
        }
        return null;
    }

    public async Task<Refusal?> EndDelegationAsync(ClaimsPrincipal who, MeetingId meeting, PersonId of, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!IsSigner((await RightAsync(db, SignedInPerson.Of(who)!.Id, meeting, ct)).Office))
            return new NotYoursToSign();
        await db.Set<SigningDelegation>().Where(d => d.MeetingId == meeting && d.PersonId == of).ExecuteDeleteAsync(ct);
        return null;
    }

    internal bool IsSigner(ChairRole? office) => office is { } role && rules.On(clock.GetUtcNow().DayInBrussels()).Rulings.Signers.Contains(role);

    /// <summary>By the offices of today and the delegations of that meeting.</summary>
    internal async Task<SigningRight> RightAsync(WitaLiveDb db, PersonId person, MeetingId meeting, CancellationToken ct) =>
        new(await OfficeAsync(db, person, ct), await db.Set<SigningDelegation>().AnyAsync(d => d.MeetingId == meeting && d.PersonId == person, ct));

    /// <summary>The office that signs and that this person holds today; null for none.</summary>
    internal async Task<ChairRole?> OfficeAsync(WitaLiveDb db, PersonId person, CancellationToken ct) =>
        (await directory.ReadAsync(db, clock.GetUtcNow().DayInBrussels(), ct)).Offices.Where(office => office.Person.Id == person).Select(office => (ChairRole?)office.Role).FirstOrDefault(IsSigner);

    internal static async Task<LetterAround> AroundAsync(WitaLiveDb db, Ruling ruling, SignatureOf? signature, CancellationToken ct)
    {
        var granted = await db.Set<Attestation>().AsNoTracking().SingleOrDefaultAsync(a => a.FileId == ruling.FileId, ct);
        var old = ruling.ReplacesId is { } replaced ? await db.Set<Ruling>().AsNoTracking().SingleAsync(r => r.Id == replaced, ct) : null;
        var before = granted?.PreviousId is { } previous ? await db.Set<Attestation>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == previous, ct) : null;
        return new(
            ruling.Number, granted is null || granted.Type != ruling.Facts.Outcome ? null : new(granted.From, granted.UntilBefore ?? granted.Until), // as it was decided, whatever came after it
            old is null ? null : (RulingComposer.ReferenceOf(old.Facts.Case.Number, old.Number), old.SignedAt!.Value.DayInBrussels()), ruling.Correction, signature)
        {
            Follows = before is null ? null : (before.Number, before.Type, before.Until),
        };
    }
}
