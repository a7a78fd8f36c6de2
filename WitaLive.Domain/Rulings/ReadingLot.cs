using System.Buffers.Binary;
using System.Security.Cryptography;

namespace WitaLive.Domain.Rulings;

/// <summary>Draws the decisions that a second person reads over, so that nobody can steer it.</summary>
/// <remarks>
/// The lot is a keyed hash (HMAC-SHA-256) over the id of the file. The id is made by the server when the application is sent in, before anyone of the
/// Commission has seen it; the key is made by the server's random generator at its first use, and nobody chooses or is shown it. So the same file always
/// draws the same lot: writing the decision anew, correcting it or handing it in at another hour cannot change it, and without the key nobody can know it
/// beforehand. It is shown only when the decision is handed in.
/// </remarks>
public static class ReadingLot
{
    /// <param name="oneIn">How many files there are to one that is drawn, at least 1.</param>
    /// <param name="key">32 random bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">One in less than one cannot be drawn.</exception>
    public static bool Falls(FileId file, int oneIn, ReadOnlySpan<byte> key)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(oneIn, 1);
        Span<byte> id = stackalloc byte[16];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        file.Value.TryWriteBytes(id, bigEndian: true, out _);
        HMACSHA256.HashData(key, id, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash) % (ulong)oneIn == 0;
    }
}
