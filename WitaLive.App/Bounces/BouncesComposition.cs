using System.Security.Cryptography;
using System.Text;
using WitaLive.App.Jobs;
using WitaLive.App.Start;

namespace WitaLive.App.Bounces;

public static class BouncesComposition
{
    /// <summary>The header in which the relay sends the secret along.</summary>
    public const string SecretHeader = "X-Bounce-Secret";

    private const int MostBytes = 1 << 20;

    private static readonly TimeSpan s_every = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddBounces(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(BounceSettings.Of(configuration))
        .AddSingleton<BounceBook>()
        .AddSingleton<IStartTask, BounceTask>()
        .AddSweep<ReadBounces>(s_every, "ReadBounces");

    /// <summary>Where the relay posts a report, as it is (message/rfc822), with the secret in a header. Without a secret in the settings nothing is there.</summary>
    public static void MapBounces(this WebApplication app) =>
        app.MapPost("/mail/bounces", async (HttpContext http, BounceSettings settings, BounceBook book) =>
        {
            if (settings.Secret is not { } secret)
                return Results.NotFound();
            if (!CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(http.Request.Headers[SecretHeader].ToString())), SHA256.HashData(Encoding.UTF8.GetBytes(secret))))
                return Results.StatusCode(StatusCodes.Status401Unauthorized);
            var bytes = new byte[MostBytes + 1];
            var length = await http.Request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, http.RequestAborted);
            if (length > MostBytes)
                return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
            if (DeliveryReport.Read(bytes.AsSpan(0, length)) is not { } report)
                return Results.BadRequest();
            await book.TakeAsync(report, isTrusted: true, http.RequestAborted);
            return Results.NoContent();
        }).AllowAnonymous();
}
