using Microsoft.AspNetCore.Localization;

namespace WitaLive.App.Languages;

/// <summary>How a browser remembers a language: the circuit reads it when it starts, so a change needs a full navigation.</summary>
public static class LanguageCookie
{
    /// <summary>From the next request on, this browser is spoken to in the language. Without effect for a language there is not.</summary>
    public static void Remember(HttpContext http, string? language)
    {
        if (Language.Find(language) is not { } known)
            return;

        http.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(known.Culture)),
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
            });
    }
}
