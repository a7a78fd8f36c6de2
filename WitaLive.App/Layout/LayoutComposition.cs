using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Diagnostics;

namespace WitaLive.App.Layout;

internal static class LayoutComposition
{
    /// <summary>
    /// What is typed or imported comes over the line of the page in messages of at most this size, of which a section of the activity report is the longest; papers come by HTTP.
    /// A longer one would break the line without a word: the page sends no field that is longer, and says so (ReconnectModal.razor.js). Unit: bytes.
    /// </summary>
    internal const int LargestMessage = 256 * 1024;

    public static void AddLayout(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        ScriptTypes.Use(builder.Services);
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.Configure<CircuitOptions>(circuits =>
        {
            // A laptop closed for ten minutes opens on the same screen; a whole plenary may lose its network at once.
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(12);
            circuits.DisconnectedCircuitMaxRetained = 3_000;
            circuits.DetailedErrors = builder.Environment.IsDevelopment();
        });
        builder.Services.AddSignalR(hub => hub.MaximumReceiveMessageSize = LargestMessage);
    }

    public static void UseLayout(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use(ShowRatherThanPost);
        app.Use(OutOfDateForms.AnswerInWordsAsync);
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    // The page of an error is shown, whatever was sent to the address that failed: as a form it would itself be refused.
    // Static files answer for every address, to readers only: what is posted where nothing is comes here as 405.
    private static Task ShowRatherThanPost(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is null)
            return next(http);

        http.Request.Method = HttpMethods.Get;
        if (http.Response.StatusCode is StatusCodes.Status405MethodNotAllowed)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            http.Response.Headers.Allow = default;
        }
        return next(http);
    }

    // Whoever watches over a site asks for the head of its pages; the framework maps GET and POST only.
    private static void AnswerHead(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<ComponentTypeMetadata>().Any())
            endpoint.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head, HttpMethods.Post]));
    }

    public static void MapLayout(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(server =>
        {
            // Compression would double the memory of a circuit, and beside secrets it can betray them.
            server.DisableWebSocketCompression = true;
            server.ContentSecurityFrameAncestorsPolicy = "'none'";
        }).Add(AnswerHead);
    }
}
