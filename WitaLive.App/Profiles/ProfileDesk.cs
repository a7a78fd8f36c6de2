using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Attestations;
using WitaLive.App.Controls;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Principles;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Profiles;

public sealed record NationalNumberUnusable : Refusal;

/// <summary>It is known of somebody else, which is not said to who may only have tried it.</summary>
public sealed record NationalNumberTaken : Refusal;

public sealed record TooManyNumbers(int ADay) : Refusal
{
    public override ImmutableArray<object> Gaps => [ADay];
}

/// <summary>One's own profile as the page shows it.</summary>
/// <param name="NumberEnd">The last two digits of the national number; empty while it is not known.</param>
public sealed record ProfileSheet(string Name, string Email, string Language, string Phone, string Address, string NumberEnd, Profile Profile)
{
    /// <summary>Rises with each change.</summary>
    public int Version { get; init; }

    public bool HasNumber => NumberEnd.Length > 0;

    /// <summary>The types of the attestations that the register knows: what is there is not asked.</summary>
    public ImmutableArray<string> Held { get; init; } = [];

    /// <summary>The activities of the cadastre.</summary>
    public ImmutableArray<CadastreOption> Cadastre { get; init; } = [];
}

/// <summary>Reads and changes one's own profile. Each field is saved by itself, whatever other windows are saving.</summary>
public sealed class ProfileDesk(IDbContextFactory<WitaLiveDb> databases, NumberKey key, AdoptedTexts cadastre, RuleBook rules, TimeProvider clock)
{
    public async Task<ProfileSheet> ReadAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        await using var db = await databases.CreateDbContextAsync(ct);
        var (me, now) = (SignedInPerson.Of(who)!.Id, clock.GetUtcNow());
        return (await SheetAsync(db, me, ct)) with
        {
            Held = await AttestationReading.HeldTypesAsync(db, me, rules.On(now.DayInBrussels()), now, ct),
            Cadastre = await cadastre.OptionsAsync(Language.Current.Code, ct),
        };
    }

    /// <param name="change">What becomes of the profile; asked again when another window was first.</param>
    /// <returns>The refusal, or null when it is kept.</returns>
    public Task<Refusal?> ChangeAsync(ClaimsPrincipal who, Func<Profile, Result<Profile>> change, CancellationToken ct) => SaveAsync(who, (_, stored) =>
    {
        var changed = change(stored.Read());
        if (changed is not Result<Profile>.Ok(var after))
            return Task.FromResult<Refusal?>(((Result<Profile>.Refused)changed).Why);
        if (ProfileCheck.Check(after) is { } why)
            return Task.FromResult<Refusal?>(why);
        stored.Write(after);
        return Task.FromResult<Refusal?>(null);
    }, ct);

    /// <param name="phone">Null where it stays what it is, like the address.</param>
    public Task<Refusal?> SetContactAsync(ClaimsPrincipal who, TextChange? phone, TextChange? address, CancellationToken ct) => SaveAsync(who, (_, stored) =>
    {
        switch (Line(phone, stored.Phone), Line(address, stored.Address))
        {
            case (Result<string>.Refused(var why), _):
                return Task.FromResult<Refusal?>(why);
            case (_, Result<string>.Refused(var why)):
                return Task.FromResult<Refusal?>(why);
            case (Result<string>.Ok(var newPhone), Result<string>.Ok(var newAddress)):
                (stored.Phone, stored.Address) = (newPhone, newAddress);
                break;
        }
        return Task.FromResult<Refusal?>(null);

        static Result<string> Line(TextChange? change, string kept) => change is null ? kept
            : change.On(kept, (_, text) => OneLine.Of(text) is { Length: <= ProfileCheck.LongestLine } line ? line : new TextTooLong(ProfileCheck.LongestLine));
    }, ct);

    /// <summary>Keeps a keyed hash and the last two digits, and nothing else of it.</summary>
    public Task<Refusal?> SetNationalNumberAsync(ClaimsPrincipal who, string typed, CancellationToken ct) => SaveAsync(who, async (db, stored) =>
    {
        if (NationalNumber.Digits(typed) is not { } digits)
            return new NationalNumberUnusable();
        if (!key.MayTry(stored.PersonId))
            return new TooManyNumbers(NumberKey.ADay);
        var hash = key.HashOf(digits);
        if (await db.Set<StoredProfile>().AnyAsync(p => p.NumberHash == hash && p.PersonId != stored.PersonId, ct))
            return new NationalNumberTaken();
        (stored.NumberHash, stored.NumberEnd) = (hash, digits[^2..]);
        return null;
    }, ct);

    internal static async Task<ProfileSheet> SheetAsync(WitaLiveDb db, PersonId id, CancellationToken ct)
    {
        var person = await db.Persons.AsNoTracking().SingleAsync(p => p.Id == id, ct);
        var stored = await db.Set<StoredProfile>().AsNoTracking().SingleOrDefaultAsync(p => p.PersonId == id, ct) ?? new() { PersonId = id };
        return new(person.FullName, person.Email, person.Language, stored.Phone, stored.Address, stored.NumberEnd, stored.Read()) { Version = stored.Version };
    }

    private async Task<Refusal?> SaveAsync(ClaimsPrincipal who, Func<WitaLiveDb, StoredProfile, Task<Refusal?>> change, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        var me = SignedInPerson.Of(who)!.Id;
        return await Anew.UntilWrittenAsync<Refusal?>(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (await db.Set<StoredProfile>().SingleOrDefaultAsync(p => p.PersonId == me, ct) is not { } stored)
                db.Add(stored = new() { PersonId = me });
            if (await change(db, stored) is { } why)
                return why;
            stored.Touch(clock.GetUtcNow());
            await db.SaveChangesAsync(ct);
            return null;
        }, ct);
    }
}
