using Microsoft.AspNetCore.Authentication.Cookies;

namespace WitaLive.App.Access;

/// <summary>Over https the cookie's name begins with «__Host-», which browsers accept only from this very host and only encrypted.</summary>
/// <remarks>Over http, as on a developer's machine, a browser would refuse that name.</remarks>
internal sealed class HostPrefixCookies : ICookieManager
{
    private readonly ChunkingCookieManager _cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, Name(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, Name(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => _cookies.DeleteCookie(context, Name(context, key), options);

    private static string Name(HttpContext context, string key) => context.Request.IsHttps ? "__Host-" + key : key;
}
