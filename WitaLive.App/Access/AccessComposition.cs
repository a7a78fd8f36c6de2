using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using WitaLive.App.Data;
using WitaLive.App.Jobs;
using WitaLive.App.Layout;

namespace WitaLive.App.Access;

public static class AccessComposition
{
    private static readonly TimeSpan s_purge = TimeSpan.FromHours(6);

    public static void AddAccess(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, cookie =>
        {
            cookie.Cookie.Name = "WitaLive";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.CookieManager = new HostPrefixCookies();
            cookie.ExpireTimeSpan = Sessions.Idle;
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/account/sign-in";
            cookie.AccessDeniedPath = "/account/no-access";
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.Events.OnValidatePrincipal = async context =>
            {
                var stamps = context.HttpContext.RequestServices.GetRequiredService<AccountStamps>();
                if (await stamps.IsCurrentAsync(context.Principal!, context.HttpContext.RequestAborted))
                    return;
                context.RejectPrincipal();
                await Sessions.ForgetAsync(context.HttpContext);
            };
        });
        services.AddIdentityCore<Account>()
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<WitaLiveDb>()
            .AddClaimsPrincipalFactory<PersonClaims>();
        services.Configure<AuthorizationOptions>(Policies.AddTo);

        services.AddSingleton<AccountStamps>();
        services.AddHostedService(provider => provider.GetRequiredService<AccountStamps>());
        services.AddScoped<AuthenticationStateProvider, CircuitAuthentication>();
        services.AddScoped<CurrentPerson>();
        services.AddSingleton<SignInGate>();
        services.AddSingleton<KnownDevices>();
        services.AddScoped<Passwords>();
        services.AddScoped<Sessions>();
        services.AddScoped<Invitations>();
        services.AddSingleton<ResetRequests>();
        services.AddHostedService(provider => provider.GetRequiredService<ResetRequests>());
        services.AddScoped<OwnData>();
        services.AddSweep<PurgeSignUps>(s_purge, "PurgeSignUps");
        services.Configure<LayoutParts>(parts => parts.PersonMenu = typeof(PersonMenu));
    }

    public static void MapAccess(this WebApplication app)
    {
        app.MapPost("/account/sign-out", async (HttpContext http, IAntiforgery antiforgery, Sessions sessions) =>
        {
            if (!await antiforgery.IsRequestValidAsync(http))
                return Results.BadRequest();
            await sessions.SignOutAsync(http);
            return Results.LocalRedirect("/account/sign-in");
        });
        if (app.Environment.IsDevelopment())
            DevelopmentSignIn.Map(app);
    }

    /// <summary>For <c>--create-admin ADDRESS</c>: prints a one-time link for an administrator instead of starting the site.</summary>
    /// <returns>False when the switch was not given.</returns>
    public static async Task<bool> CreateAdministratorAsync(this WebApplication app, TextWriter output, CancellationToken ct = default)
    {
        if (app.Configuration["create-admin"] is not { } address)
            return false;

        await using var scope = app.Services.CreateAsyncScope();
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var link = await scope.ServiceProvider.GetRequiredService<Invitations>().CreateAdministratorAsync(address, now, ct);
        await output.WriteLineAsync($"{address} is an administrator. To choose a password, once, within {AccountLink.FirstAdministratorLasts.TotalHours:0} hours, open");
        await output.WriteLineAsync(link.ToString());
        return true;
    }
}
