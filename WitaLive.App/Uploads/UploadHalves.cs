using WitaLive.App.Data;

namespace WitaLive.App.Uploads;

/// <summary>The bytes that have come so far of files on their way, each in a file of its own beside the papers.</summary>
public sealed class UploadHalves(DataDirectory data)
{
    private const int Buffer = 64 * 1024;

    private string Folder => Path.Combine(data.Papers, "halves");

    /// <summary>Writes what comes behind what is there, and leaves it on disk when the line breaks.</summary>
    /// <param name="from">What is there for certain; anything behind it came in a moment that nobody wrote down, and goes.</param>
    /// <param name="largest">No byte behind this one is kept.</param>
    /// <returns>Where it ends now, and whether more was sent than announced; null while somebody else writes to it.</returns>
    public async Task<(long End, bool TooMuch)?> AppendAsync(Guid id, long from, long largest, Stream content, CancellationToken ct)
    {
        Directory.CreateDirectory(Folder);
        FileStream half;
        try
        {
            half = new FileStream(PathOf(id), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        }
        catch (IOException) when (File.Exists(PathOf(id)))
        {
            return null;
        }
        await using (half)
        {
            // Shorter than was written down: the disk lost it with the power, or another window began anew. The sender goes on there, and no gap is filled.
            if (half.Length < from)
                return (half.Length, false);
            half.SetLength(from);
            half.Position = from;
            var buffer = new byte[Buffer];
            for (int read; (read = await ReadAsync(content, buffer, ct)) > 0;)
            {
                if (half.Position + read > largest)
                    return (half.Position, true);
                await half.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
            }
            half.Flush(flushToDisk: true);
            return (half.Position, false);
        }
    }

    // 0 at the end, and when the line broke: what came is kept, and the sender goes on behind it.
    private static async Task<int> ReadAsync(Stream content, byte[] buffer, CancellationToken ct)
    {
        try
        {
            return await content.ReadAsync(buffer, ct);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or BadHttpRequestException)
        {
            return 0;
        }
    }

    /// <summary>Null when there is none.</summary>
    public Stream? Open(Guid id) => File.Exists(PathOf(id)) ? new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, Buffer, useAsync: true) : null;

    public void Remove(Guid id)
    {
        if (Directory.Exists(Folder))
            File.Delete(PathOf(id));
    }

    /// <summary>Those that nobody has written to since.</summary>
    public ImmutableArray<Guid> OlderThan(DateTimeOffset moment) => Directory.Exists(Folder)
        ? [.. new DirectoryInfo(Folder).EnumerateFiles().Where(f => f.LastWriteTimeUtc < moment.UtcDateTime).Select(f => Guid.TryParse(f.Name, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)]
        : [];

    private string PathOf(Guid id) => Path.Combine(Folder, id.ToString("N"));
}
