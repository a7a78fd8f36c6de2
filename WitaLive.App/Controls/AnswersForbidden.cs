using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Controls;

/// <summary>Beside the words of a page that is not for this reader: the answer itself says 403, to programs and logs, whether or not there is such a thing.</summary>
/// <remarks>Not 404: the framework would draw the page of addresses that do not exist in its place, and nothing would say why.</remarks>
public sealed class AnswersForbidden : ComponentBase
{
    /// <summary>Null once the page is live: then it was answered long ago.</summary>
    [CascadingParameter]
    public HttpContext? Http { get; set; }

    protected override void OnInitialized()
    {
        if (Http is { Response.HasStarted: false } http)
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
    }
}
