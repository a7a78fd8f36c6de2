using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Mail;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Bounces;

/// <summary>Someone whom mail does not reach.</summary>
public sealed record UnreachedPerson(PersonId Id, string Name, AddressBounce Bounce);

/// <summary>Marks addresses from which mail came back, shows them to who keeps the list of persons, and clears the marks.</summary>
public sealed class BounceBook(IDbContextFactory<WitaLiveDb> databases, TimeProvider clock)
{
    /// <summary>Marks what a report says; may be called again with the same report.</summary>
    /// <param name="isTrusted">
    /// Whether the report comes from the relay itself. From a mailbox anyone can write to, only a report counts that holds the Message-Id of a mail of
    /// ours, which nobody can guess; and it counts against that mail's receiver, whatever else it says.
    /// </param>
    /// <returns>How many addresses were marked.</returns>
    public async Task<int> TakeAsync(DeliveryReport report, bool isTrusted, CancellationToken ct)
    {
        if (report.Failed.IsEmpty)
            return 0;
        await using var db = await databases.CreateDbContextAsync(ct);
        var mail = report.Mail is { } id ? await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.Id == id).Select(m => m.ToAddress).SingleOrDefaultAsync(ct) : null;
        if (mail is null && !isTrusted)
            return 0;

        var marked = 0;
        foreach (var failed in mail is null ? report.Failed : [report.Failed[0] with { Address = mail }])
        {
            var address = Person.NormalAddress(failed.Address);
            if (!await db.Persons.AnyAsync(p => p.Email == address, ct))
                continue;
            if (await db.Set<AddressBounce>().SingleOrDefaultAsync(b => b.Address == address, ct) is not { } bounce)
                db.Add(bounce = new() { Address = address, Status = "", Diagnostic = "", At = clock.GetUtcNow() });
            (bounce.Status, bounce.Diagnostic) = (Cut(failed.Status, AddressBounce.LongestStatus), Cut(failed.Diagnostic, AddressBounce.LongestDiagnostic));
            (bounce.At, bounce.MailId) = (clock.GetUtcNow(), report.Mail);
            marked++;
        }
        await db.SaveChangesAsync(ct);
        return marked;
    }

    /// <summary>Everyone who is active and whose present address is marked.</summary>
    public async Task<ImmutableArray<UnreachedPerson>> ListAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.People);
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await db.Set<AddressBounce>().AsNoTracking().Join(db.Persons.Where(p => p.IsActive), b => b.Address, p => p.Email, (b, p) => new { Bounce = b, Person = p }).ToListAsync(ct);
        return [.. found.OrderBy(f => f.Person.FamilyName, StringComparer.CurrentCulture).Select(f => new UnreachedPerson(f.Person.Id, f.Person.FullName, f.Bounce))];
    }

    /// <summary>The address works again, as someone knows.</summary>
    public async Task ClearAsync(ClaimsPrincipal who, PersonId person, CancellationToken ct)
    {
        Policies.Demand(who, Policies.People);
        await using var db = await databases.CreateDbContextAsync(ct);
        var address = await db.Persons.Where(p => p.Id == person).Select(p => p.Email).SingleOrDefaultAsync(ct);
        await db.Set<AddressBounce>().Where(b => b.Address == address).ExecuteDeleteAsync(ct);
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest];
}
