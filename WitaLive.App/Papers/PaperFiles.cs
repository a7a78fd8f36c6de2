using WitaLive.App.Data;
using WitaLive.App.Meetings;
using WitaLive.Domain;

namespace WitaLive.App.Papers;

/// <summary>The bytes of papers: files named by ids of ours, in the data directory.</summary>
/// <remarks>A file is whole on disk before its row is written, and goes after its row: killed in between, a file is left that nobody sees.</remarks>
public sealed class PaperFiles(DataDirectory data, TimeProvider clock)
{
    /// <summary>Unit: bytes.</summary>
    public const long Largest = 25 * 1024 * 1024;

    /// <summary>Longest name kept of a paper, in characters.</summary>
    public const int LongestName = 120;

    /// <summary>Keeps what was sent, if it is a paper by its content.</summary>
    /// <param name="name">As the sender calls it; a label only.</param>
    /// <param name="known">Its id, when it has one already: kept twice, it is there once.</param>
    public async Task<Result<Paper>> KeepAsync(string name, Stream content, CancellationToken ct, Guid? known = null)
    {
        var id = known ?? Guid.NewGuid();
        var (whole, part) = (PathOf(id), PathOf(id) + ".part");
        Directory.CreateDirectory(data.Papers);
        try
        {
            long size = 0;
            PaperKind? kind;
            await using (var file = new FileStream(part, known is null ? FileMode.CreateNew : FileMode.Create, FileAccess.ReadWrite, FileShare.None))
            {
                var buffer = new byte[64 * 1024];
                for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
                {
                    if ((size += read) > Largest)
                        return new PaperTooLarge(name, PlanWords.Size(Largest));
                    await file.WriteAsync(buffer.AsMemory(0, read), ct);
                }
                file.Position = 0;
                var beginning = new byte[PaperKind.BytesNeeded];
                var had = await file.ReadAtLeastAsync(beginning, beginning.Length, throwOnEndOfStream: false, ct);
                kind = PaperKind.Of(beginning.AsSpan(0, had));
                if (kind is null)
                    return size == 0 ? new PaperEmpty(name) : new PaperOfAnotherKind(name);
                var end = new byte[Math.Min(size, PaperKind.EndNeeded)];
                file.Position = size - end.Length;
                await file.ReadExactlyAsync(end, ct);
                if (!kind.IsWhole(end) || (kind == PaperKind.Jpeg && !JpegPicture.IsWhole(file)))
                    return new PaperCutOff(name);
                file.Flush(flushToDisk: true);
            }
            File.Move(part, whole, overwrite: known is not null);
            return new Paper { Id = id, Name = Label(name, kind), ContentType = kind.ContentType, Size = size, AddedAt = clock.GetUtcNow() };
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>The same paper once more, for another agenda.</summary>
    public Paper Copy(Paper paper)
    {
        var copy = new Paper { Id = Guid.NewGuid(), Name = paper.Name, ContentType = paper.ContentType, Size = paper.Size, AddedAt = paper.AddedAt };
        if (File.Exists(PathOf(paper.Id)))
            File.Copy(PathOf(paper.Id), PathOf(copy.Id));
        return copy;
    }

    /// <summary>Null when the file is gone.</summary>
    public Stream? Open(Guid id) =>
        File.Exists(PathOf(id)) ? new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, useAsync: true) : null;

    public void Remove(Guid id) => File.Delete(PathOf(id));

    // Only letters, digits and a few signs, with the ending its content has: it is put into headers and saved by browsers.
    private static string Label(string name, PaperKind kind)
    {
        var stem = Path.GetFileNameWithoutExtension(name.Replace('\\', '/'));
        var safe = new string([.. stem.Select(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.' or ',' or '(' or ')' or '\'' or '’' ? c : '-')]).Trim(' ', '.', '-');
        return (safe.Length == 0 ? "document" : safe.Length > LongestName ? safe[..LongestName].TrimEnd() : safe) + kind.Extension;
    }

    private string PathOf(Guid id) => Path.Combine(data.Papers, id.ToString("N"));
}

public sealed record PaperTooLarge(string Name, string Largest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Name, Largest];
}

public sealed record PaperEmpty(string Name) : Refusal
{
    public override ImmutableArray<object> Gaps => [Name];
}

public sealed record PaperOfAnotherKind(string Name) : Refusal
{
    public override ImmutableArray<object> Gaps => [Name];
}

/// <summary>It begins as a PDF or a picture and never ends.</summary>
public sealed record PaperCutOff(string Name) : Refusal
{
    public override ImmutableArray<object> Gaps => [Name];
}
