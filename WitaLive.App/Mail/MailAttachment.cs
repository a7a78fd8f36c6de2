using System.Net.Http.Headers;

namespace WitaLive.App.Mail;

/// <summary>A file that goes with one mail.</summary>
public sealed class MailAttachment
{
    public required string Name { get; init => field = HeaderText.Checked(value, 200, nameof(Name)); }

    /// <summary>For instance text/calendar; method=REQUEST; charset=utf-8.</summary>
    public required string ContentType
    {
        get;
        init => field = MediaTypeHeaderValue.TryParse(HeaderText.Checked(value, 200, nameof(ContentType)), out _)
            ? value
            : throw new ArgumentException($"'{value}' names no kind of content, such as text/plain.", nameof(ContentType));
    }

    public required byte[] Bytes { get; init; }
}
