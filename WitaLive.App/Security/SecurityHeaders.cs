using Microsoft.Net.Http.Headers;

namespace WitaLive.App.Security;

/// <summary>What every answer tells the browser it may not do. Scripts and styles come from our own files only, never from a page.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(Write, http);
        return next(http);
    }

    private static Task Write(object state)
    {
        var http = (HttpContext)state;
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy(http.Request);
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // A page left on a shared computer does not come back with the back button, nor does an old tally.
        if (http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
            headers[HeaderNames.CacheControl] = "no-store";
        return Task.CompletedTask;
    }

    private static string Policy(HttpRequest request) => string.Join("; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        // Older browsers do not count a socket to the same host as 'self'.
        $"connect-src 'self' {(request.IsHttps ? "wss" : "ws")}://{request.Host}",
        "manifest-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "report-uri /csp-reports");
}
