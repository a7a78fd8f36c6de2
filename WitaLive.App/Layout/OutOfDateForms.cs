using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Features;

namespace WitaLive.App.Layout;

/// <summary>
/// A form that its page does not have (any more), or that carries no token of this site: the framework refuses it with 400 and, in Development, a line in English.
/// The line is left out, and the page of errors says in the reader's language what happened. What cannot be read at all (U+0000, which encoding in the address's way does not carry, or more fields than are
/// taken) is refused in the same way, and loading the page again would not help: that is said apart.
/// </summary>
internal static class OutOfDateForms
{
    /// <summary>The key of what the page of errors says; null when no form was refused.</summary>
    public static string? SentAs(HttpContext http) => http.Features.Get<Marked>()?.Key;

    public static async Task AnswerInWordsAsync(HttpContext http, RequestDelegate next)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is null)
        {
            await next(http);
            return;
        }
        var response = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        await using (var silent = new SilentWhenRefused(response.Stream, http.Response))
        {
            http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(silent, response));
            await next(http);
            http.Features.Set(response);
        }
        if (http.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false })
        {
            http.Response.ContentType = null; // else it would pass for an answer
            http.Features.Set(new Marked(CouldBeRead(http) ? "OutOfDate" : "Unreadable"));
        }
    }

    // The token is looked for in the form, so that this says first that there is none.
    private static bool CouldBeRead(HttpContext http) => http.Features.Get<IAntiforgeryValidationFeature>()?.Error?.InnerException is not InvalidDataException;

    private sealed record Marked(string Key);

    /// <summary>Passes on what is written, unless the answer is 400.</summary>
    private sealed class SilentWhenRefused(Stream inner, HttpResponse response) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        private bool IsRefused => response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false };

        public override void Flush()
        {
            if (!IsRefused)
                inner.Flush();
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => IsRefused ? Task.CompletedTask : inner.FlushAsync(cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (!IsRefused)
                inner.Write(buffer, offset, count);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            IsRefused ? Task.CompletedTask : inner.WriteAsync(buffer, offset, count, cancellationToken);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            IsRefused ? default : inner.WriteAsync(buffer, cancellationToken);
    }
}
