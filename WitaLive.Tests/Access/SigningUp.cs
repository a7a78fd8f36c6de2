using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Assistance;
using WitaLive.Domain.Chambers;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Data;

namespace WitaLive.Tests.Access;

public class SigningUp
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Opens_an_account_that_is_outside_the_Commission(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        await using var desk = new AccessDesk(databases);

        Assert.Null(await desk.Invitations.SignUpAsync("Ysaline", "Grosdent", " Ysaline@Example.org ", "nl", desk.Now, default));

        var person = await desk.AskAsync(db => db.Persons.SingleAsync(p => p.Email == "ysaline@example.org"));
        Assert.True(person.IsOutside);
        Assert.Contains(person.Id, new[] { (await desk.Passwords.FindAsync(await desk.SecretAsync(), default))!.Id });
        Assert.DoesNotContain(await desk.People.ListAsync(Who.With(Roles.Secretariat), null, null, default), line => line.Person.Id == person.Id);
        Assert.Equal(0, await desk.Invitations.InviteAllAsync(Who.With(Roles.Secretariat), desk.Now, default));
    }

    [Fact]
    public async Task At_the_telephone_says_who_opened_the_account()
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        await using var desk = new AccessDesk(databases);

        Assert.Null(await desk.Invitations.SignUpAsync("Ysaline", "Grosdent", "ysaline@example.org", "fr", desk.Now, default, atTelephone: true));

        Assert.Contains("Le secrétariat a ouvert ce compte pour vous, comme convenu au téléphone", (await desk.AskAsync(db => db.Set<WitaLive.App.Mail.OutgoingMail>().SingleAsync())).Text, StringComparison.Ordinal);
        Assert.NotNull(await desk.Passwords.FindAsync(await desk.SecretAsync(), default));
    }

    [Fact]
    public async Task With_an_address_that_is_known_makes_no_second_person_and_says_nothing_of_it()
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        await using var desk = new AccessDesk(databases);
        var known = await desk.AddAsync("fr", Roles.Jurist);

        Assert.Null(await desk.Invitations.SignUpAsync("Autre", "Nom", known.Email, "fr", desk.Now, default));

        Assert.Equal(1, await desk.AskAsync(db => db.Persons.CountAsync(p => p.Email == known.Email)));
        Assert.False((await desk.AskAsync(db => db.Persons.SingleAsync(p => p.Id == known.Id))).IsOutside);
        Assert.Equal("reset", (await desk.MailsAsync()).Single().Purpose);
    }

    [Theory]
    [InlineData("", "Grosdent", "a@example.org"), InlineData("Ysaline", "", "a@example.org"), InlineData("Ysaline", "Grosdent", "nowhere")]
    [InlineData("Win", "http://example.org/now", "a@example.org"), InlineData("WWW.example.org", "Grosdent", "a@example.org"), InlineData("a@example.org", "Grosdent", "a@example.org")]
    public async Task Wants_a_name_and_an_address(string given, string family, string email)
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        await using var desk = new AccessDesk(databases);

        Assert.NotNull(await desk.Invitations.SignUpAsync(given, family, email, "fr", desk.Now, default));
        Assert.Equal(0, await desk.AskAsync(db => db.Persons.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_forgotten_when_nobody_enters_by_the_link_within_the_days_set(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        await using var desk = new AccessDesk(databases);
        var (days, purge) = (Chambers.Demo.Rules.On(new(2026, 11, 24)).Procedure.DaysToVerify, new PurgeSignUps(databases, Chambers.Demo.Rules, desk.Clock));
        await desk.Invitations.SignUpAsync("Ysaline", "Grosdent", "entered@example.org", "fr", desk.Now, default);
        Assert.IsType<WitaLive.Domain.Result<Account>.Ok>(await desk.Passwords.ChooseAsync(await desk.SecretAsync(), "quatre chevaux dans la neige", default));
        await desk.Invitations.SignUpAsync("Ysaline", "Grosdent", "never@example.org", "fr", desk.Now, default);
        await desk.Invitations.SignUpAsync("Léa", "Cornet", "called@example.org", "fr", desk.Now, default);
        await using (var db = databases.CreateDbContext())
        {
            // Somebody for whom the secretariat filled in at the telephone: there is no doubt that they exist.
            db.Add(new AssistedEntry { PersonId = (await db.Persons.SingleAsync(p => p.Email == "called@example.org")).Id, AgentId = new(Guid.NewGuid()), Day = new(2026, 11, 24), At = desk.Now });
            await db.SaveChangesAsync();
        }
        var member = await desk.AddAsync("fr", Roles.Jurist);
        await desk.Invitations.InviteAsync(Who.With(Roles.Secretariat), member.Id, desk.Now, default);

        desk.Clock.Advance(TimeSpan.FromDays(days));
        await purge.RunAsync(default);
        Assert.Equal(4, await desk.AskAsync(db => db.Persons.CountAsync())); // to the day
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        await purge.RunAsync(default);
        await purge.RunAsync(default);

        Assert.Equal(new[] { "called@example.org", "entered@example.org", member.Email }.Order(StringComparer.Ordinal), (await desk.AskAsync(db => db.Persons.Select(p => p.Email).ToListAsync())).Order(StringComparer.Ordinal));
        Assert.Equal(3, await desk.AskAsync(db => db.Users.CountAsync()));
        Assert.DoesNotContain(await desk.MailsAsync(), mail => mail.ToAddress == "never@example.org");
        Assert.Null(await desk.Invitations.SignUpAsync("Ysaline", "Grosdent", "never@example.org", "fr", desk.Now, default)); // may come again
        Assert.Equal(4, await desk.AskAsync(db => db.Persons.CountAsync()));
    }

    [Fact]
    public void Whoever_only_applies_sees_nothing_of_the_Commission()
    {
        var applicant = AnApplicant.Outside(new(Guid.NewGuid()));

        Assert.Equal([Policies.Entered, Policies.Account, Policies.Outside], Policies.All.Where(policy => Policies.Allow(applicant, policy)));
    }

    [Fact]
    public void Whoever_joins_the_Commission_is_outside_no_longer()
    {
        var person = Person.Applying(new(Guid.NewGuid()), "Ysaline", "Grosdent", "a@example.org", "fr");

        person.Join();

        Assert.False(person.IsOutside);
    }
}
