using System.Threading.RateLimiting;
using WitaLive.App.Access;

namespace WitaLive.App.Security;

/// <summary>How many lines to the server one person may have open, and how fast open new ones; whoever is not signed in counts by address.</summary>
/// <remarks>
/// A circuit costs memory, and is kept for minutes after its line broke. A person has some tabs on some devices; behind one address may sit a
/// whole plenary, but before signing in only the simulators and the start page open a line.
/// </remarks>
internal static class OpenLines
{
    public const int AtOnceOfAPerson = 30;

    public const int AtOnceOfAnAddress = 200;

    // Each line asks twice: to negotiate, and to open.
    private const int Burst = 400;

    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    public static PartitionedRateLimiter<HttpContext> Limiter() => PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(http => !IsLine(http) || IsNegotiation(http)
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetConcurrencyLimiter(Whose(http), whose => new() { PermitLimit = whose[0] == 'p' ? AtOnceOfAPerson : AtOnceOfAnAddress })),
        PartitionedRateLimiter.Create<HttpContext, string>(http => !IsLine(http) || !(IsNegotiation(http) || http.WebSockets.IsWebSocketRequest)
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetTokenBucketLimiter(Whose(http), _ => new() { TokenLimit = Burst, TokensPerPeriod = 2, ReplenishmentPeriod = s_second })));

    /// <summary>Asked by a page that could not open its line: answered like the line itself, and with nothing when there is room for one.</summary>
    public const string Address = "/lines";

    private static bool IsLine(HttpContext http) =>
        (http.Request.Path.Equals(Address) || http.Request.Path.Equals("/_blazor") || http.Request.Path.Equals("/_blazor/negotiate") || http.Request.Path.StartsWithSegments("/hubs"))
        && (IsNegotiation(http) || HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsConnect(http.Request.Method));

    private static bool IsNegotiation(HttpContext http) => HttpMethods.IsPost(http.Request.Method) && http.Request.Path.Value!.EndsWith("/negotiate", StringComparison.Ordinal);

    private static string Whose(HttpContext http) =>
        SignedInPerson.Of(http.User) is { } person ? $"person {person.Id.Value}" : $"address {ClientAddress.Of(http)}";
}
