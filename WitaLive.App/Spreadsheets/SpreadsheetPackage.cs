using System.IO.Compression;
using System.Xml;
using WitaLive.Domain;

namespace WitaLive.App.Spreadsheets;

/// <summary>
/// The parts of an .xlsx, each opened as XML that can neither fetch nor define anything. Read by hand and not through the library, which
/// unfolds a part before it can be measured.
/// </summary>
internal sealed class SpreadsheetPackage : IDisposable
{
    private static readonly byte[] s_encryptedPackage = System.Text.Encoding.Unicode.GetBytes("EncryptedPackage");
    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    private SpreadsheetPackage(ZipArchive archive) => _archive = archive;

    public static Result<SpreadsheetPackage> Open(Stream stream, ReadLimits limits)
    {
        if (stream.Length == 0)
            return new SpreadsheetEmpty();
        if (stream.Length > limits.File)
            return new SpreadsheetTooLarge(limits.File / (1024 * 1024));

        Span<byte> start = stackalloc byte[8];
        stream.Position = 0;
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        stream.Position = 0;
        if (start.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]))
            return IsEncrypted(stream) ? new SpreadsheetEncrypted() : new OldSpreadsheet();
        if (!start.StartsWith("PK"u8))
            return new NotASpreadsheet();

        try
        {
            return Measured(new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true), limits);
        }
        catch (InvalidDataException)
        {
            return new NotASpreadsheet();
        }
    }

    /// <summary>The part of that path, or nothing.</summary>
    public XmlReader? Read(string path) => _parts.TryGetValue(path.TrimStart('/'), out var part)
        ? XmlReader.Create(part.Open(), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CloseInput = true,
            CheckCharacters = false,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        })
        : null;

    /// <summary>Where a part points to: the key of each relation, the last word of its kind, and its target from the top of the package.</summary>
    public ImmutableArray<(string Key, string Kind, string Target)> Relations(string part)
    {
        var folder = part.Contains('/') ? part[..(part.LastIndexOf('/') + 1)] : "";
        using var reader = Read($"{folder}_rels/{part[folder.Length..]}.rels");
        var relations = ImmutableArray.CreateBuilder<(string, string, string)>();
        while (reader?.Read() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && reader.GetAttribute("TargetMode") != "External"
                && reader.GetAttribute("Target") is { } target && reader.GetAttribute("Type") is { } type)
                relations.Add((reader.GetAttribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target)));
        }
        return relations.ToImmutable();
    }

    public void Dispose() => _archive.Dispose();

    private static Result<SpreadsheetPackage> Measured(ZipArchive archive, ReadLimits limits)
    {
        var package = new SpreadsheetPackage(archive);
        var unfolded = 0L;
        foreach (var entry in archive.Entries)
        {
            // An entry never unfolds beyond the length it states: the archive's own reader stops there.
            if (entry.Length < 0 || (unfolded += Math.Min(entry.Length, limits.Unfolded)) > limits.Unfolded || package._parts.Count == limits.Parts)
            {
                archive.Dispose();
                return new SpreadsheetSwollen();
            }
            package._parts.TryAdd(entry.FullName.Replace('\\', '/'), entry);
        }
        return package;
    }

    private static string Resolve(string folder, string target)
    {
        var path = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && path.Count > 0)
                path.RemoveAt(path.Count - 1);
            else if (step is not ("." or ".."))
                path.Add(step);
        }
        return string.Join('/', path);
    }

    private static bool IsEncrypted(Stream stream)
    {
        var bytes = new byte[Math.Min(stream.Length, 1024 * 1024)];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (bytes.AsSpan(0, read).IndexOf(s_encryptedPackage) >= 0)
            return true;
        stream.Position = stream.Length - bytes.Length;
        read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes.AsSpan(0, read).IndexOf(s_encryptedPackage) >= 0;
    }
}
