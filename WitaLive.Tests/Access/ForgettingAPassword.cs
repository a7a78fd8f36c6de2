using WitaLive.App.Access;
using WitaLive.Tests.Data;

namespace WitaLive.Tests.Access;

/// <summary>Anyone may say that somebody forgot their password; it must harm nobody.</summary>
public class ForgettingAPassword
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Leaves_an_invitation_good_and_fills_no_letter_box(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        await using var desk = new AccessDesk(databases);
        var person = await desk.AddAsync();
        await desk.Invitations.InviteAsync(Who.With(Roles.Administrator), person.Id, desk.Now, default);
        var invitation = await desk.SecretAsync();

        for (var asked = 0; asked < 10; asked++)
        {
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
            await desk.Invitations.SendResetAsync(person.Email, desk.Now, default);
        }

        Assert.NotNull(await desk.Passwords.FindAsync(invitation, default));
        Assert.Equal(2, (await desk.MailsAsync()).Count(m => m.Purpose == "reset"));
        desk.Clock.Advance(AccountLink.ResetLasts);
        await desk.Invitations.SendResetAsync(person.Email, desk.Now, default);
        Assert.Equal(3, (await desk.MailsAsync()).Count(m => m.Purpose == "reset"));
    }

    [Fact]
    public async Task Ends_every_link_once_one_was_used()
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        await using var desk = new AccessDesk(databases);
        var person = await desk.AddAsync();
        await desk.Invitations.InviteAsync(Who.With(Roles.Administrator), person.Id, desk.Now, default);
        var invitation = await desk.SecretAsync();
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.Invitations.SendResetAsync(person.Email, desk.Now, default);
        var reset = await desk.SecretAsync();

        Assert.IsType<WitaLive.Domain.Result<Account>.Ok>(await desk.Passwords.ChooseAsync(reset, "four horses in the snow", default));

        Assert.Null(await desk.Passwords.FindAsync(invitation, default));
        Assert.Null(await desk.Passwords.FindAsync(reset, default));
    }
}
