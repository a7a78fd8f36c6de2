using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.Tests.Data;

namespace WitaLive.Tests.Access;

public class SigningOut
{
    private static readonly string s_session = new('a', 32);

    [Theory, OnSqlite, OnPostgres]
    public async Task Ends_the_session_though_another_window_does_so_in_the_same_moment(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);

        Assert.True(await SignsOutAsync(databases, new OtherWindow(databases), default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_carried_out_though_the_line_breaks(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);

        Assert.True(await SignsOutAsync(databases, databases, new CancellationToken(canceled: true)));
    }

    // Whether the session is over and the cookie taken back.
    private static async Task<bool> SignsOutAsync(Databases databases, IDbContextFactory<WitaLiveDb> used, CancellationToken aborted)
    {
        await using var desk = new AccessDesk(databases);
        var cookies = new Cookies();
        await using var services = new ServiceCollection().AddSingleton<IAuthenticationService>(cookies).BuildServiceProvider();
        var http = new DefaultHttpContext
        {
            RequestServices = services, RequestAborted = aborted, User = new(new ClaimsIdentity([new(SignedInPerson.SessionClaim, s_session)], "test")),
        };

        await new Sessions(desk.Passwords, null!, null!, null!, used, desk.Clock).SignOutAsync(http); // nobody signs in here

        return cookies.AreTakenBack && await desk.AskAsync(db => db.Set<EndedSession>().AnyAsync(s => s.Id == s_session && s.Until == desk.Now + Sessions.Idle));
    }

    /// <summary>Writes that the session is over just before the first to try does.</summary>
    private sealed class OtherWindow(Databases databases) : IDbContextFactory<WitaLiveDb>
    {
        private bool _was;

        public WitaLiveDb CreateDbContext()
        {
            var db = databases.CreateDbContext();
            db.SavingChanges += (_, _) =>
            {
                if (_was)
                    return;
                _was = true;
                using var other = databases.CreateDbContext();
                other.Add(new EndedSession { Id = s_session, Until = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero) + Sessions.Idle });
                other.SaveChanges();
            };
            return db;
        }
    }

    private sealed class Cookies : IAuthenticationService
    {
        public bool AreTakenBack { get; private set; }

        public Task SignOutAsync(HttpContext context, string? scheme, AuthenticationProperties? properties)
        {
            AreTakenBack = true;
            return Task.CompletedTask;
        }

        public Task<AuthenticateResult> AuthenticateAsync(HttpContext context, string? scheme) => throw new NotSupportedException();

        public Task ChallengeAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) => throw new NotSupportedException();

        public Task ForbidAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) => throw new NotSupportedException();

        public Task SignInAsync(HttpContext context, string? scheme, ClaimsPrincipal principal, AuthenticationProperties? properties) => throw new NotSupportedException();
    }
}
