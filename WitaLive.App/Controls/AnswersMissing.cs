using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Controls;

/// <summary>Beside the words of a static page about something that does not exist: the answer itself says 404, and keeps this page's own words.</summary>
/// <remarks>Said at the last moment: a page that says so while it is drawn is replaced by that of addresses that do not exist, which has a circuit.
/// For what is published to anyone; where 404 would tell whether there is such a thing, see <see cref="AnswersForbidden"/>.</remarks>
public sealed class AnswersMissing : ComponentBase
{
    [CascadingParameter]
    public HttpContext? Http { get; set; }

    protected override void OnInitialized()
    {
        if (Http is { Response.HasStarted: false } http)
            http.Response.OnStarting(() =>
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            });
    }
}
