namespace WitaLive.App.Papers;

/// <summary>Tells whether a JPEG is there to its end. What a camera puts behind the picture, a film or another picture, does not matter.</summary>
internal static class JpegPicture
{
    private const int Mark = 0xFF, Scan = 0xDA, End = 0xD9;

    /// <param name="content">Can be read anew from its beginning; stands somewhere in it afterwards.</param>
    public static bool IsWhole(Stream content)
    {
        content.Position = 2;
        for (int segment; (segment = SegmentOf(content)) != Scan;)
        {
            var length = (content.ReadByte() << 8) | content.ReadByte();
            if (segment <= 0 || length < 2 || content.Position + length - 2 >= content.Length)
                return false;
            content.Position += length - 2;
        }
        // In the points of a picture its end never stands: there a zero follows each mark.
        for (int before = 0, one; (one = content.ReadByte()) >= 0; before = one)
            if (before == Mark && one == End)
                return true;
        return false;
    }

    // Which one begins here; -1 when none does.
    private static int SegmentOf(Stream content)
    {
        if (content.ReadByte() != Mark)
            return -1;
        int segment;
        do
            segment = content.ReadByte();
        while (segment == Mark);
        return segment;
    }
}
