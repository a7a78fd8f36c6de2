using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Declarations;

/// <summary>One's own declaration.</summary>
/// <param name="Signature">Of the version that holds; null while it has not been signed.</param>
/// <param name="IsAsked">This person is bound by it: member, President, jurist or secretariat.</param>
public sealed record OwnDeclaration(DeclarationVersion Version, SignedDeclaration? Signature, bool IsAsked);

/// <param name="Why">As what this person is bound, in the reader's words.</param>
/// <param name="SignedAt">Of the version that holds; null for who has not signed.</param>
public sealed record DeclarationLine(Person Person, string Why, DateTimeOffset? SignedAt);

/// <summary>Has the confidentiality declaration signed, and shows the secretariat who has not (rules of procedure, art. 52).</summary>
public sealed class DeclarationDesk(
    IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, ConfidentialityDeclaration declaration, SeatWords words, TimeProvider clock)
{
    public async Task<OwnDeclaration> ReadAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var me = SignedInPerson.Of(who)!.Id;
        var version = declaration.On(clock.GetUtcNow().DayInBrussels());
        await using var db = await databases.CreateDbContextAsync(ct);
        var commission = await directory.ReadAsync(db, clock.GetUtcNow().DayInBrussels(), ct);
        return new(
            version,
            await db.Set<SignedDeclaration>().AsNoTracking().SingleOrDefaultAsync(d => d.PersonId == me && d.Version == version.From, ct),
            Bound(commission).Any(b => b.Person.Id == me));
    }

    /// <summary>Signs what was shown; signed already, the first signature stands.</summary>
    /// <param name="version">The version that was on the screen.</param>
    public async Task<Refusal?> SignAsync(ClaimsPrincipal who, DateOnly version, string language, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var now = clock.GetUtcNow();
        var current = declaration.On(now.DayInBrussels());
        if (current.From != version || !current.Text.TryGetValue(language, out var text))
            return new DeclarationChanged();
        await using var db = await databases.CreateDbContextAsync(ct);
        var me = SignedInPerson.Of(who)!.Id;
        if (await db.Set<SignedDeclaration>().AnyAsync(d => d.PersonId == me && d.Version == version, ct))
            return null;
        db.Add(new SignedDeclaration { PersonId = me, Version = version, Language = language, Text = text, SignedAt = now });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Signed twice in one moment: the first one stands. If it was something else, the page still asks.
        }
        return null;
    }

    /// <summary>Everyone bound by it today, those first who have not signed.</summary>
    public async Task<ImmutableArray<DeclarationLine>> ListAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var version = declaration.On(clock.GetUtcNow().DayInBrussels()).From;
        await using var db = await databases.CreateDbContextAsync(ct);
        var commission = await directory.ReadAsync(db, clock.GetUtcNow().DayInBrussels(), ct);
        var signed = await db.Set<SignedDeclaration>().AsNoTracking().Where(d => d.Version == version).ToDictionaryAsync(d => d.PersonId, d => d.SignedAt, ct);
        return
        [
            .. Bound(commission).Select(b => new DeclarationLine(b.Person, b.Why(), signed.TryGetValue(b.Person.Id, out var at) ? at : null))
                .OrderBy(line => line.SignedAt is not null).ThenBy(line => line.Person.FamilyName, StringComparer.CurrentCulture),
        ];
    }

    private IEnumerable<(Person Person, Func<string> Why)> Bound(Commission commission) =>
        commission.Seats.SelectMany(seat => seat.Duo.Select(person => (person, (Func<string>)(() => words.Brief(seat)))))
            .Concat(commission.Offices.Select(o => (o.Person, (Func<string>)(() => words.Office(o.Role)))))
            .Concat(commission.Jurists.Select(p => (p, (Func<string>)(() => words.Office(new("jurist"))))))
            .Concat(commission.Secretariat.Select(p => (p, (Func<string>)(() => words.Secretariat))))
            .DistinctBy(b => b.Item1.Id);
}

/// <summary>Another version holds since the page was opened.</summary>
public sealed record DeclarationChanged : Refusal;
