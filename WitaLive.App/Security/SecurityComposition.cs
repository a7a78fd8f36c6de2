using System.Text.Json;

namespace WitaLive.App.Security;

internal static partial class SecurityComposition
{
    private const int LongestReport = 16 * 1024;
    private const int LoggedReports = 100;

    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        builder.Services.AddSingleton<CspReports>();
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.HttpOnly = true;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        builder.Services.Configure(Proxies.Trusted(builder.Configuration["Proxy:Addresses"]));
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = OpenLines.Limiter();
        });
        builder.Services.AddHsts(options =>
        {
            options.MaxAge = TimeSpan.FromDays(365);
            options.IncludeSubDomains = false;
        });
    }

    public static void UseSecurity(this WebApplication app)
    {
        app.UseForwardedHeaders();
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<OriginCheck>();
    }

    public static void MapSecurity(this WebApplication app)
    {
        app.MapGet(OpenLines.Address, () => Results.NoContent());
        app.MapPost("/csp-reports", async (HttpRequest request, CspReports reports, ILogger<CspReports> logger) =>
        {
            reports.Add();
            if (reports.Count <= LoggedReports && request.ContentLength is > 0 and <= LongestReport)
                LogRefused(logger, await ReadAsync(request));
            return Results.NoContent();
        }).DisableAntiforgery();
    }

    // Anyone may post here: nothing of it is kept but the first words of two fields.
    private static async Task<string> ReadAsync(HttpRequest request)
    {
        try
        {
            using var report = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return report.RootElement.TryGetProperty("csp-report", out var body)
                ? $"{Word(body, "effective-directive")} {Word(body, "blocked-uri")}"
                : "(not a report)";
        }
        catch (JsonException)
        {
            return "(not JSON)";
        }
        catch (InvalidOperationException) // an array where an object belongs, or half a character
        {
            return "(not a report)";
        }
    }

    private static string Word(JsonElement report, string name) =>
        report.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? new string([.. value.GetString()!.Split('?')[0].Where(c => !char.IsControl(c)).Take(200)])
            : "-";

    [LoggerMessage(LogLevel.Warning, "A browser refused what the content security policy forbids: {Report}")]
    private static partial void LogRefused(ILogger logger, string report);
}
