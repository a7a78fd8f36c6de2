using Microsoft.Net.Http.Headers;

namespace WitaLive.App.Security;

/// <summary>Refuses what a page of another site sends here: sockets above all, which no cross-origin rule of the browser holds back.</summary>
/// <remarks>A client that is no browser sends no Origin and carries no one's cookies by accident; it passes.</remarks>
internal sealed class OriginCheck(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (!IsForeign(http.Request) || !Acts(http))
            return next(http);

        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool Acts(HttpContext http) =>
        http.WebSockets.IsWebSocketRequest
        || http.Request.Headers.ContainsKey(HeaderNames.SecWebSocketKey)
        || http.Request.Path.StartsWithSegments("/_blazor")
        || http.Request.Path.StartsWithSegments("/hubs")
        || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method));

    private static bool IsForeign(HttpRequest request)
    {
        var origin = request.Headers.Origin;
        return origin.Count > 0
            && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
