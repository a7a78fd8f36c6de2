using WitaLive.App.Jobs;

namespace WitaLive.App.Bounces;

/// <summary>Reads the reports of mail that came back from a folder of .eml files or a Maildir, and lays each aside once it is read.</summary>
/// <remarks>
/// May run twice, on two nodes at once, and be killed at any line: a report read again marks the same address again, and one that another run
/// laid aside meanwhile is no longer there.
/// </remarks>
public sealed class ReadBounces(BounceSettings settings, BounceBook book, ILogger<ReadBounces> log) : ISweep
{
    // The part that counts stands near the beginning; what was attached to the mail that came back does not matter.
    private const int MostBytes = 1 << 20;

    private static readonly ImmutableArray<string> s_maildir = ["new", "cur"];

    public async Task RunAsync(CancellationToken ct)
    {
        if (settings.Directory is not { } directory)
            return;
        await Each.InTurnAsync(FilesIn(directory), async file =>
        {
            ct.ThrowIfCancellationRequested();
            try
            {
                await ReadAsync(file, ct);
                var aside = Directory.CreateDirectory(Path.Combine(directory, "read"));
                File.Move(file, Path.Combine(aside.FullName, Path.GetFileName(file)), overwrite: true);
            }
            catch (FileNotFoundException)
            {
                // Another run was first.
            }
        });
    }

    // A Maildir puts what has arrived into «new», and into «cur» what a program has seen; «tmp» is being written.
    private static IEnumerable<string> FilesIn(string directory) =>
        Directory.Exists(Path.Combine(directory, "new"))
            ? s_maildir.Select(name => Path.Combine(directory, name)).Where(Directory.Exists).SelectMany(Directory.GetFiles).Order(StringComparer.Ordinal)
            : Directory.GetFiles(directory, "*.eml").Order(StringComparer.Ordinal);

    private async Task ReadAsync(string path, CancellationToken ct)
    {
        var bytes = new byte[MostBytes];
        int length;
        await using (var file = File.OpenRead(path))
            length = await file.ReadAtLeastAsync(bytes, MostBytes, throwOnEndOfStream: false, ct);
        var marked = DeliveryReport.Read(bytes.AsSpan(0, length)) is { } report ? await book.TakeAsync(report, isTrusted: false, ct) : 0;
        log.LogInformation("A message of the bounce mailbox marked {Count} addresses.", marked);
    }
}
