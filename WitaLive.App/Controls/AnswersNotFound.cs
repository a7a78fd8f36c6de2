using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Controls;

/// <summary>Beside the words of a page that is not for this reader: the answer itself says 404, to programs and logs, whether or not there is such a thing.</summary>
public sealed class AnswersNotFound : ComponentBase
{
    /// <summary>Null once the page is live: then it was answered long ago.</summary>
    [CascadingParameter]
    public HttpContext? Http { get; set; }

    protected override void OnInitialized()
    {
        if (Http is { Response.HasStarted: false } http)
            http.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
