namespace WitaLive.Tests;

/// <summary>A file that begins and ends as a PDF does, with nothing between.</summary>
internal static class APaper
{
    /// <param name="filling">Unit: bytes.</param>
    public static byte[] Pdf(int filling = 0) => [.. "%PDF-1.7\n"u8, .. new byte[filling], .. "\n%%EOF\n"u8];
}
