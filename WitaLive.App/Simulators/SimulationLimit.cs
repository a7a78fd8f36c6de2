using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using WitaLive.App.Security;

namespace WitaLive.App.Simulators;

/// <summary>So many questions a second from one address; one more is told when to come back.</summary>
internal sealed class SimulationLimit : IRateLimiterPolicy<string>
{
    public const string Name = "simulations";

    // The contract promises 20; the rest is room for clocks that do not tick together.
    private const int ASecond = 25;

    public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected => RefuseAsync;

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) => RateLimitPartition.GetFixedWindowLimiter(
        ClientAddress.Of(httpContext),
        _ => new FixedWindowRateLimiterOptions { PermitLimit = ASecond, Window = TimeSpan.FromSeconds(1), QueueLimit = 0 });

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken ct)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? Math.Max(1, (int)Math.Ceiling(left.TotalSeconds)) : 1;
        var http = rejected.HttpContext;
        http.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        var texts = http.RequestServices.GetRequiredService<IStringLocalizer<SimulatorTexts>>();
        await Results.Problem(texts["TooManyRequests", wait].Value, statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(http);
    }
}
