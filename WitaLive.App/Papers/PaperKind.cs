namespace WitaLive.App.Papers;

/// <summary>What a paper may be, told from its first bytes and never from its name; and by its last ones whether all of it is there.</summary>
public sealed record PaperKind(string ContentType, string Extension, bool OpensInBrowser)
{
    public const int BytesNeeded = 16;

    /// <summary>How many of its last bytes say whether it is whole: readers of PDF look no farther back for its end, and something may follow it.</summary>
    public const int EndNeeded = 2048;

    // A JPEG ends where its camera wants, and tells so elsewhere (JpegPicture).
    private byte[] Ending { get; init; } = [];

    internal static PaperKind Jpeg { get; } = new("image/jpeg", ".jpg", OpensInBrowser: false);

    private static readonly ImmutableArray<(byte[] Beginning, PaperKind Kind)> s_kinds =
    [
        ("%PDF-"u8.ToArray(), new("application/pdf", ".pdf", OpensInBrowser: true) { Ending = "%%EOF"u8.ToArray() }),
        ([0xFF, 0xD8, 0xFF], Jpeg),
        ([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8], new("image/png", ".png", OpensInBrowser: false) { Ending = "IEND"u8.ToArray() }),
    ];

    /// <summary>Null for anything else, whatever it calls itself.</summary>
    public static PaperKind? Of(ReadOnlySpan<byte> beginning)
    {
        foreach (var (magic, kind) in s_kinds)
            if (beginning.StartsWith(magic))
                return kind;
        return null;
    }

    /// <param name="end">Its last <see cref="EndNeeded"/> bytes, or all of them.</param>
    public bool IsWhole(ReadOnlySpan<byte> end) => end.IndexOf(Ending) >= 0;

    public static PaperKind? Of(string contentType) => s_kinds.Select(k => k.Kind).FirstOrDefault(k => k.ContentType == contentType);
}
