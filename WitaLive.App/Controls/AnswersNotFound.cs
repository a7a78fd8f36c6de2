using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;

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
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            // These words say more than the page for addresses that do not exist.
            http.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        }
    }
}
