namespace WitaLive.App.Papers;

/// <summary>What a paper may be, told from its first bytes and never from its name.</summary>
public sealed record PaperKind(string ContentType, string Extension, bool OpensInBrowser)
{
    public const int BytesNeeded = 16;

    private static readonly ImmutableArray<(byte[] Beginning, PaperKind Kind)> s_kinds =
    [
        ("%PDF-"u8.ToArray(), new("application/pdf", ".pdf", OpensInBrowser: true)),
        ([0xFF, 0xD8, 0xFF], new("image/jpeg", ".jpg", OpensInBrowser: false)),
        ([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], new("image/png", ".png", OpensInBrowser: false)),
    ];

    /// <summary>Null for anything else, whatever it calls itself.</summary>
    public static PaperKind? Of(ReadOnlySpan<byte> beginning)
    {
        foreach (var (magic, kind) in s_kinds)
            if (beginning.StartsWith(magic))
                return kind;
        return null;
    }

    public static PaperKind? Of(string contentType) => s_kinds.Select(k => k.Kind).FirstOrDefault(k => k.ContentType == contentType);
}
