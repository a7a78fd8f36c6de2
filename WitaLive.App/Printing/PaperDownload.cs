using System.Net.Mime;
using Microsoft.Net.Http.Headers;

namespace WitaLive.App.Printing;

/// <summary>A PDF as the answer to a request. Who only asks for its head is answered without anything being printed for them.</summary>
/// <param name="name">The file's name, with its ending.</param>
/// <param name="make">Null when there is none after all.</param>
public sealed class PaperDownload(string name, Func<CancellationToken, Task<Stream?>> make) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        await using var paper = HttpMethods.IsHead(httpContext.Request.Method) ? Stream.Null : await make(httpContext.RequestAborted);
        if (paper is null)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        response.Headers.CacheControl = "private, no-store";
        response.ContentType = MediaTypeNames.Application.Pdf;
        var disposition = new ContentDispositionHeaderValue(DispositionTypeNames.Attachment);
        disposition.SetHttpFileName(name);
        response.Headers.ContentDisposition = disposition.ToString();
        await paper.CopyToAsync(response.Body, httpContext.RequestAborted);
    }
}
