using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Chambers;

/// <summary>Fills an empty database: with the seats and chambers of the law, and in Development with invented people.</summary>
/// <remarks>
/// May run at every start and on several nodes: it writes in one transaction and only into empty tables; two first starts at once
/// meet at the keys, and the second finds everything there.
/// </remarks>
public sealed class CommissionLoading(IDbContextFactory<WitaLiveDb> databases, LegalComposition law)
{
    public async Task LoadLawAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Seats.AnyAsync(ct))
            return;

        db.AddRange(law.Seats.Select(s => new Seat(s.Id, s.Section, s.Group, s.Number, s.Body)));
        foreach (var planned in law.Chambers)
        {
            var chamber = new Chamber(planned.Id, planned.Formation, planned.Section, planned.AdHocLanguage, planned.Number);
            chamber.TakeOn(planned.Domains);
            chamber.Seat(planned.Seats.Select(PlannedSeat.SeatIdOf));
            db.Add(chamber);
        }
        await db.SaveChangesAsync(ct);
    }

    /// <param name="path">data/demo/commission.json.</param>
    public async Task LoadDemoAsync(string path, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Persons.AnyAsync(ct))
            return;

        await using var file = File.OpenRead(path);
        var demo = await JsonSerializer.DeserializeAsync<DemoCommission>(file, CommissionFiles.Options, ct)
            ?? throw new InvalidDataException($"{path} is empty.");
        foreach (var one in demo.People)
            Add(db, one);

        var term = new Term(demo.From, null);
        var seats = await db.Seats.AsSplitQuery().ToDictionaryAsync(s => s.Id, ct);
        foreach (var (seat, effective, substitute) in demo.Mandates)
            if (seats[PlannedSeat.SeatIdOf(seat)].Appoint(
                    new(CommissionFiles.IdOf($"mandate/{seat}")), PersonOf(effective), substitute is null ? null : PersonOf(substitute), term)
                is Result<Mandate>.Refused(var why))
                throw new InvalidDataException($"{path}: the seat {seat} cannot be filled: {why.Key}.");

        db.AddRange(demo.Offices.Select(o => new Office(new(CommissionFiles.IdOf($"office/{o.Role.Value}")), o.Role, PersonOf(o.Person), term)));
        var chambers = await db.Chambers.AsSplitQuery().ToDictionaryAsync(c => c.Id, ct);
        foreach (var one in demo.Chambers)
        {
            var chamber = chambers[new(CommissionFiles.IdOf("chamber/" + one.Chamber))];
            if (!one.Seats.IsDefaultOrEmpty)
                chamber.Seat(one.Seats.Select(PlannedSeat.SeatIdOf));
            var members = chamber.Seats.SelectMany(s => seats[s].Mandates).SelectMany(m => new[] { m.Effective, m.Substitute }).OfType<PersonId>();
            if (one is { Chair: { } chair, SubstituteChair: { } substitute }
                && chamber.Elect(PersonOf(chair), PersonOf(substitute), [.. members]) is { } why)
                throw new InvalidDataException($"{path}: {one.Chamber} cannot have that chair: {why.Key}.");
        }
        await db.SaveChangesAsync(ct);
    }

    private static void Add(WitaLiveDb db, DemoPerson one)
    {
        var person = new Person(PersonOf(one.Email), one.GivenName, one.FamilyName, one.Email, one.Language, one.PassiveLanguages, one.Section);
        var account = Account.Of(person);
        db.AddRange(person, account);
        foreach (var role in one.Roles.IsDefault ? [] : one.Roles)
            db.Add(new IdentityUserRole<Guid> { UserId = account.Id, RoleId = Roles.All.First(r => r.Name == role).Id });
    }

    private static PersonId PersonOf(string email) => new(CommissionFiles.IdOf("person/" + email));
}

internal sealed record DemoCommission(
    DateOnly From, ImmutableArray<DemoPerson> People, ImmutableArray<DemoMandate> Mandates, ImmutableArray<DemoOffice> Offices,
    ImmutableArray<DemoChamber> Chambers);

internal sealed record DemoPerson(
    string GivenName, string FamilyName, string Email, string Language, ImmutableArray<string> PassiveLanguages, string? Section = null,
    ImmutableArray<string> Roles = default);

internal sealed record DemoMandate(string Seat, string Effective, string? Substitute = null);

internal sealed record DemoOffice(ChairRole Role, string Person);

internal sealed record DemoChamber(string Chamber, string? Chair = null, string? SubstituteChair = null, ImmutableArray<string> Seats = default);
