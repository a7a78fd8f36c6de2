using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace WitaLive.Bench.Circuits;

/// <summary>What can be read of a batch that the server sends to a browser, without keeping a page.</summary>
/// <remarks>
/// The last 20 bytes are five offsets: updated components, frames, two lists of what was disposed, texts. A frame is 20 bytes: its kind, then for an
/// attribute (3) the text of its name, of its value, and at 12 the number of its handler; for an element (1) the text of its name at 8.
/// </remarks>
internal readonly ref struct RenderBatch(ReadOnlySpan<byte> bytes)
{
    private const int Element = 1;
    private const int Attribute = 3;
    private const int FrameSize = 20;

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>The number in the last mark «;v123;» in the batch; null when it carries none.</summary>
    public int? Version()
    {
        // Numbers of the batch itself may happen to look like the beginning of a mark.
        for (var at = _bytes.LastIndexOf(";v"u8); at >= 0; at = _bytes[..at].LastIndexOf(";v"u8))
        {
            var end = at + 2;
            while (end < _bytes.Length && _bytes[end] is >= (byte)'0' and <= (byte)'9')
                end++;
            if (end < _bytes.Length && _bytes[end] == ';' && int.TryParse(_bytes[(at + 2)..end], CultureInfo.InvariantCulture, out var version))
                return version;
        }
        return null;
    }

    /// <summary>The click handler of the first element one of whose classes is <paramref name="name"/>; 0 when there is none.</summary>
    public ulong ClickOf(string name)
    {
        var frames = Int(_bytes.Length - 16);
        var (matches, click) = (false, 0UL);
        for (var (i, count) = (0, Int(frames)); i < count; i++)
        {
            var frame = frames + 4 + FrameSize * i;
            if (Int(frame) == Element)
                (matches, click) = (false, 0);
            if (Int(frame) != Attribute)
                continue;
            switch (Text(frame + 4))
            {
                case "class":
                    matches = Text(frame + 8)?.Split(' ').Contains(name) == true;
                    break;
                case "onclick":
                    click = BinaryPrimitives.ReadUInt64LittleEndian(_bytes.Slice(frame + 12, 8));
                    break;
            }
            if (matches && click > 0)
                return click;
        }
        return 0;
    }

    private int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(_bytes.Slice(at, 4));

    private string? Text(int at)
    {
        var index = Int(at);
        if (index < 0)
            return null;
        var start = Int(Int(_bytes.Length - 4) + 4 * index);
        var (length, shift) = (0, 0);
        byte one;
        do
        {
            one = _bytes[start++];
            length |= (one & 0x7f) << shift;
            shift += 7;
        }
        while (one >= 0x80);
        return Encoding.UTF8.GetString(_bytes.Slice(start, length));
    }
}
