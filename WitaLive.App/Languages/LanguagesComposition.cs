using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace WitaLive.App.Languages;

internal static class LanguagesComposition
{
    public static void AddLanguages(this WebApplicationBuilder builder)
    {
        builder.Services.AddLocalization();
        builder.Services.AddSingleton<ResourceManagerStringLocalizerFactory>();
        builder.Services.AddSingleton<IStringLocalizerFactory, TypesetTexts>();
        builder.Services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SupportedCultures = options.SupportedUICultures = [.. Language.All.Select(language => language.Culture)];
            options.DefaultRequestCulture = new RequestCulture(Language.Fallback.Culture);
            options.ApplyCurrentCultureToResponseHeaders = true;
            // The framework's own reading of Accept-Language would not find fr-BE for a browser that asks for fr-FR or fr.
            options.RequestCultureProviders = [new CustomRequestCultureProvider(AsTheLinkSays), new CookieRequestCultureProvider { Options = options }, new CustomRequestCultureProvider(AsTheBrowserAsks)];
        });
    }

    public static void UseLanguages(this WebApplication app) => app.UseRequestLocalization();

    public static void MapLanguages(this WebApplication app) =>
        app.MapGet("/language/{code}", (string code, HttpContext http) =>
        {
            LanguageCookie.Remember(http, code);
            return Results.LocalRedirect(WhereTheReaderWas(http.Request));
        });

    // A link in a mail speaks as the mail does: the telephone on which it is opened may have another language, and no cookie of ours.
    private static Task<ProviderCultureResult?> AsTheLinkSays(HttpContext http) => Task.FromResult(
        (http.Request.Path.StartsWithSegments("/answer") || http.Request.Path.StartsWithSegments("/account/password")) && Language.Find(http.Request.Query["language"]) is { } language ? new ProviderCultureResult(language.Culture.Name) : null);

    private static Task<ProviderCultureResult?> AsTheBrowserAsks(HttpContext http)
    {
        var wished = http.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Language.Find(language.Value.Value))
            .FirstOrDefault(language => language is not null);
        return Task.FromResult(wished is null ? null : new ProviderCultureResult(wished.Culture.Name));
    }

    // The page says in its Referer where it stands, also after navigations inside the circuit, which no link could know.
    private static string WhereTheReaderWas(HttpRequest request) =>
        Uri.TryCreate(request.Headers[HeaderNames.Referer], UriKind.Absolute, out var page)
        && page.Authority == request.Host.Value
        && !page.AbsolutePath.StartsWith("//", StringComparison.Ordinal)
        && !page.AbsolutePath.StartsWith("/language/", StringComparison.Ordinal)
            ? page.PathAndQuery
            : "/";
}
