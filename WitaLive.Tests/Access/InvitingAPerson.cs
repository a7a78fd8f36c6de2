using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Tests.Data;

namespace WitaLive.Tests.Access;

public class InvitingAPerson
{
    private const string Good = "quatre chevaux dans la neige";

    [Theory]
    [InlineData("fr", "Votre accès à WitaLive")]
    [InlineData("nl", "Uw toegang tot WitaLive")]
    [InlineData("de", "Ihr Zugang zu WitaLive")]
    [InlineData("en", "Your access to WitaLive")]
    public async Task Writes_in_the_language_of_who_receives_it(string language, string subject)
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        await using var desk = new AccessDesk(databases);
        var person = await desk.AddAsync(language);

        Assert.Null(await desk.Invitations.InviteAsync(Who.With(Roles.Secretariat), person.Id, desk.Now, default));

        var mail = Assert.Single(await desk.MailsAsync());
        Assert.Equal((subject, person.Email, language), (mail.Subject, mail.ToAddress, mail.Language));
        Assert.Contains($"https://live.example.be/account/password?language={language}&key=", mail.Text, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Gives_a_link_that_works_once(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        await using var desk = new AccessDesk(databases);
        var person = await desk.AddAsync();
        await desk.Invitations.InviteAsync(Who.With(Roles.Administrator), person.Id, desk.Now, default);
        var secret = await desk.SecretAsync();

        Assert.Equal(person.Id, (await desk.Passwords.FindAsync(secret, default))!.Id);
        Assert.IsType<Result<Account>.Ok>(await desk.Passwords.ChooseAsync(secret, Good, default));
        Assert.NotNull(await desk.Passwords.CheckAsync(person.Email.ToUpperInvariant(), Good, default));

        Assert.Null(await desk.Passwords.FindAsync(secret, default));
        Assert.IsType<LinkUsedUp>(Assert.IsType<Result<Account>.Refused>(await desk.Passwords.ChooseAsync(secret, "another long password", default)).Why);
        Assert.NotNull(await desk.Passwords.CheckAsync(person.Email, Good, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Gives_a_link_that_only_one_of_two_can_use(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        await using var desk = new AccessDesk(databases);
        var person = await desk.AddAsync();
        await desk.Invitations.InviteAsync(Who.With(Roles.Administrator), person.Id, desk.Now, default);
        var secret = await desk.SecretAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => desk.Passwords.ChooseAsync(secret, $"{Good} {i}", default))));

        Assert.Single(results.OfType<Result<Account>.Ok>());
    }

    [Fact]
    public async Task Gives_a_link_that_expires()
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        await using var desk = new AccessDesk(databases);
        var person = await desk.AddAsync();
        await desk.Invitations.InviteAsync(Who.With(Roles.Administrator), person.Id, desk.Now, default);
        var secret = await desk.SecretAsync();

        desk.Clock.Advance(AccountLink.InvitationLasts - TimeSpan.FromSeconds(1));
        Assert.NotNull(await desk.Passwords.FindAsync(secret, default));
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await desk.Passwords.FindAsync(secret, default));
    }

    [Fact]
    public async Task Again_ends_the_older_link()
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        await using var desk = new AccessDesk(databases);
        var person = await desk.AddAsync();
        await desk.Invitations.InviteAsync(Who.With(Roles.Administrator), person.Id, desk.Now, default);
        var older = await desk.SecretAsync();
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.Invitations.InviteAsync(Who.With(Roles.Administrator), person.Id, desk.Now, default);

        Assert.Null(await desk.Passwords.FindAsync(older, default));
        Assert.NotNull(await desk.Passwords.FindAsync(await desk.SecretAsync(), default));
    }

    [Fact]
    public async Task Keeps_no_secret_in_the_table_of_links()
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        await using var desk = new AccessDesk(databases);
        var person = await desk.AddAsync();
        await desk.Invitations.InviteAsync(Who.With(Roles.Administrator), person.Id, desk.Now, default);

        var link = await desk.AskAsync(db => db.Set<AccountLink>().SingleAsync());
        Assert.Equal(AccountLink.HashOf(await desk.SecretAsync()), link.Hash);
    }

    [Fact]
    public async Task Reaches_each_who_was_not_invited_yet_and_nobody_twice()
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        await using var desk = new AccessDesk(databases);
        var (_, two, three) = (await desk.AddAsync(), await desk.AddAsync(), await desk.AddAsync());
        await desk.People.SetActiveAsync(Who.With(Roles.Secretariat), three.Id, false, default);
        await desk.Invitations.InviteAsync(Who.With(Roles.Secretariat), two.Id, desk.Now, default);

        Assert.Equal(1, await desk.Invitations.InviteAllAsync(Who.With(Roles.Secretariat), desk.Now, default));
        Assert.Equal(0, await desk.Invitations.InviteAllAsync(Who.With(Roles.Secretariat), desk.Now, default));
        Assert.Equal(2, (await desk.MailsAsync()).Count);
    }

    [Fact]
    public async Task Passes_over_whoever_has_no_address_that_mail_can_be_sent_to()
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        await using var desk = new AccessDesk(databases);
        var (one, _) = (await desk.AddAsync(), await desk.AddAsync());
        await desk.AskAsync(db => db.Persons.Where(p => p.Id == one.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Email, "élise@example.be"))); // as an imported sheet may have it

        Assert.IsType<AddressUnusable>(await desk.Invitations.InviteAsync(Who.With(Roles.Secretariat), one.Id, desk.Now, default));
        Assert.Equal(1, await desk.Invitations.InviteAllAsync(Who.With(Roles.Secretariat), desk.Now, default));
        Assert.Single(await desk.MailsAsync());
    }

    [Theory]
    [InlineData("short", typeof(PasswordTooShort))]
    [InlineData("aaaaaaaaaaaaaaaa", typeof(PasswordTooSimple))]
    [InlineData("camille-verbeke!", null)]
    [InlineData("Verbeke12345", typeof(PasswordTooSimple))]
    public async Task Refuses_a_password_that_is_easy_to_guess(string password, Type? refusal)
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        await using var desk = new AccessDesk(databases);
        var person = await desk.AddAsync();
        await desk.Invitations.InviteAsync(Who.With(Roles.Administrator), person.Id, desk.Now, default);

        var chosen = await desk.Passwords.ChooseAsync(await desk.SecretAsync(), password, default);

        Assert.Equal(refusal, (chosen as Result<Account>.Refused)?.Why.GetType());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_not_needed_for_the_first_administrator(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        await using var desk = new AccessDesk(databases);

        var address = await desk.Invitations.CreateAdministratorAsync("Ada.Peeters@Example.org", desk.Now, default);
        var again = await desk.Invitations.CreateAdministratorAsync("ada.peeters@example.org", desk.Now, default);

        Assert.Null(await desk.Passwords.FindAsync(AccessDesk.SecretIn(address.ToString()), default));
        var person = await desk.Passwords.FindAsync(AccessDesk.SecretIn(again.ToString()), default);
        Assert.Equal("ada.peeters@example.org", person!.Email);
        var line = await desk.People.ReadAsync(Who.With(Roles.Administrator), person.Id, default);
        Assert.Equal(Roles.Administrator, Assert.Single(line!.RoleNames));
        Assert.Empty(await desk.MailsAsync());
    }
}
