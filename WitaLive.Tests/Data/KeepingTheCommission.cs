using Microsoft.EntityFrameworkCore;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.Domain.Chambers;
using WitaLive.Tests.Chambers;

namespace WitaLive.Tests.Data;

public class KeepingTheCommission
{
    private static readonly DateOnly s_day = new(2026, 11, 24);

    [Theory, OnSqlite, OnPostgres]
    public async Task Brings_a_person_back_whole(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        var person = new Person(new(Guid.NewGuid()), "Zoë", "D’Haese–Ångström", "Zoe@Example.org ", "nl", ["de", "fr"], "nl");
        await SaveAsync(databases, person);

        await using var db = databases.CreateDbContext();
        var read = await db.Persons.AsNoTracking().SingleAsync(p => p.Id == person.Id);

        Assert.Equivalent(person, read, strict: true);
        Assert.Equal("zoe@example.org", read.Email);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Knows_each_address_once(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        await SaveAsync(databases, A.Person("one@example.org"));

        await Assert.ThrowsAsync<DbUpdateException>(() => SaveAsync(databases, A.Person("ONE@example.org")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Brings_a_seat_back_with_its_duos(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        var (one, two, three) = (A.Person(), A.Person(), A.Person());
        var seat = new Seat(new(Guid.NewGuid()), "fr", new("unions"), 2, "csc");
        seat.Appoint(new(Guid.NewGuid()), one.Id, two.Id, new Term(new(2020, 1, 1), new(2023, 12, 31)));
        seat.Appoint(new(Guid.NewGuid()), three.Id, null, new Term(new(2024, 1, 1), null));
        await SaveAsync(databases, one, two, three, seat);

        await using var db = databases.CreateDbContext();
        var read = await db.Seats.SingleAsync(s => s.Id == seat.Id);

        Assert.Equivalent(seat, read, strict: true);
        Assert.Equal(three.Id, read.MandateOn(s_day)!.Effective);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Lets_only_one_of_two_writers_appoint_to_a_seat(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        var (one, two) = (A.Person(), A.Person());
        var seat = new Seat(new(Guid.NewGuid()), "nl", new("experts"), 1);
        await SaveAsync(databases, one, two, seat);

        await using var first = databases.CreateDbContext();
        await using var second = databases.CreateDbContext();
        var (hers, his) = (await first.Seats.SingleAsync(), await second.Seats.SingleAsync());
        hers.Appoint(new(Guid.NewGuid()), one.Id, null, new Term(s_day, null));
        his.Appoint(new(Guid.NewGuid()), two.Id, null, new Term(s_day, null));
        await first.SaveChangesAsync();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Shows_the_demo_commission_of_a_day(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        var law = Demo.Law;
        var loading = new CommissionLoading(databases, law);
        await loading.LoadLawAsync(default);
        await loading.LoadDemoAsync(Demo.Shipped.Demo, default);
        await loading.LoadLawAsync(default); // a second start changes nothing
        await loading.LoadDemoAsync(Demo.Shipped.Demo, default);

        var commission = await new CommissionDirectory(databases, Demo.Rules).ReadAsync(s_day);

        Assert.Equal(law.Seats.Length, commission.Seats.Length);
        Assert.All(commission.Seats.Where(s => s.Votes), s => Assert.Equal(2, s.Duo.Count()));
        Assert.Equal(9, commission.Chambers.Length);
        Assert.All(commission.Chambers, c => Assert.NotEmpty(c.Seats));
        Assert.All(commission.Chambers.Where(c => c.Formation.Value == "restricted"), c =>
        {
            Assert.Contains(c.Chair!.Id, c.Members.Select(p => p.Id));
            Assert.Contains(c.SubstituteChair!.Id, c.Members.Select(p => p.Id));
        });
        Assert.NotNull(commission.President);
        Assert.NotNull(commission.VicePresident);
        Assert.Equal(2, commission.Jurists.Length);
        Assert.NotEmpty(commission.Secretariat);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Shows_seats_vacant_outside_their_terms(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        var loading = new CommissionLoading(databases, Demo.Law);
        await loading.LoadLawAsync(default);
        await loading.LoadDemoAsync(Demo.Shipped.Demo, default);

        var before = await new CommissionDirectory(databases, Demo.Rules).ReadAsync(new(2023, 12, 31));

        Assert.All(before.Seats, s => Assert.True(s.IsVacant));
        Assert.Null(before.President);
    }

    private static async Task SaveAsync(Databases databases, params object[] things)
    {
        await using WitaLiveDb db = databases.CreateDbContext();
        db.AddRange(things);
        await db.SaveChangesAsync();
    }
}
