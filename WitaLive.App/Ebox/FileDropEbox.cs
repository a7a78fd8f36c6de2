using System.Text.Json;
using System.Text.Json.Serialization;

namespace WitaLive.App.Ebox;

/// <summary>An eBox behind a folder: the setting Ebox:Directory. Another program carries letters from it and lays answers into it.</summary>
/// <remarks>
/// A letter is two files in «out»: the paper, {id}.pdf, and what it is, {id}.json; the second is written last and each is whole as soon as it has its name.
/// An answer is {id}.json in «in», named by the letter: { "fate": "read" or "noEbox", "at": "2026-11-25T09:30:00Z" }, laid there whole (written under
/// another name and renamed). One that was taken is moved to «in/taken», one that makes no sense to «in/refused», of which the secretariat is told: what cannot be read, is about no letter that was handed in, says a day
/// before that or one to come (clocks may be a day apart), or says the contrary of an earlier answer. None takes the place of another there: the second is {id}.2.json. A letter handed in again has the same names and takes the place of the first.
/// </remarks>
public sealed class FileDropEbox(IConfiguration configuration) : IEbox
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter<EboxFate>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) } };

    private readonly string? _folder = configuration["Ebox:Directory"] is { Length: > 0 } set ? Path.GetFullPath(set) : null;

    public bool IsThere => _folder is not null;

    public async Task HandInAsync(EboxLetter letter, Stream paper, CancellationToken ct)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder(), "out")).FullName;
        await WriteAsync(Path.Combine(folder, $"{letter.Id}.pdf"), file => paper.CopyToAsync(file, ct), ct);
        await WriteAsync(Path.Combine(folder, $"{letter.Id}.json"), file => JsonSerializer.SerializeAsync(file, letter, s_json, ct), ct);
    }

    public async Task<ImmutableArray<EboxAnswer>> AnswersAsync(CancellationToken ct)
    {
        var folder = Path.Combine(Folder(), "in");
        if (!Directory.Exists(folder))
            return [];
        var answers = ImmutableArray.CreateBuilder<EboxAnswer>();
        foreach (var path in Directory.GetFiles(folder, "*.json").OrderBy(File.GetLastWriteTimeUtc).ThenBy(path => path, StringComparer.Ordinal))
        {
            if (LetterOf(path) is { } letter && await ReadAsync(path, ct) is { Fate: { } fate, At: { } at })
                answers.Add(new(letter, fate, at) { Name = Path.GetFileName(path) });
            else
                Move(path, Refused());
        }
        return answers.ToImmutable();
    }

    public void Take(EboxAnswer answer) => Move(Path.Combine(Folder(), "in", answer.Name), Path.Combine(Folder(), "in", "taken"));

    public void Refuse(EboxAnswer answer) => Move(Path.Combine(Folder(), "in", answer.Name), Refused());

    public void Forget(Guid letter)
    {
        if (_folder is null)
            return;
        var (outgoing, incoming) = (Path.Combine(_folder, "out"), Path.Combine(_folder, "in"));
        foreach (var path in new[] { outgoing, incoming, Path.Combine(incoming, "taken"), Path.Combine(incoming, "refused") }.Where(Directory.Exists).SelectMany(Directory.GetFiles).Where(path => LetterOf(path) == letter))
            File.Delete(path);
    }

    public ImmutableArray<string> RefusedAnswers() =>
        IsThere && Directory.Exists(Refused()) ? [.. Directory.GetFiles(Refused()).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)] : [];

    private string Refused() => Path.Combine(Folder(), "in", "refused");

    // Whoever laid it there may write its id in capitals or with braces; what follows it tells answers to one letter apart.
    private static Guid? LetterOf(string path) => Guid.TryParse(Path.GetFileName(path).Split('.')[0], out var letter) ? letter : null;

    // Takes the place of nothing that lies there. Names that differ in case alone would be one where the folder is copied to.
    private static void Move(string from, string folder)
    {
        var name = Path.GetFileNameWithoutExtension(from);
        for (var n = 1; File.Exists(from); n++)
        {
            var kept = n == 1 ? $"{name}.json" : $"{name}.{n}.json";
            var to = Path.Combine(Directory.CreateDirectory(folder).FullName, kept);
            if (Directory.GetFiles(folder).Any(there => string.Equals(Path.GetFileName(there), kept, StringComparison.OrdinalIgnoreCase)))
                continue;
            try
            {
                File.Move(from, to);
            }
            catch (IOException) when (!File.Exists(from) || File.Exists(to))
            {
                // Another run took it, or was first with this name.
            }
        }
    }

    private string Folder() => _folder ?? throw new InvalidOperationException("Ebox:Directory is not set.");

    private static async Task WriteAsync(string path, Func<Stream, Task> write, CancellationToken ct)
    {
        var part = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await write(file);
                await file.FlushAsync(ct);
                file.Flush(flushToDisk: true);
            }
            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static async Task<Laid?> ReadAsync(string path, CancellationToken ct)
    {
        try
        {
            await using var file = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync<Laid>(file, s_json, ct);
        }
        catch (Exception e) when (e is JsonException or FileNotFoundException)
        {
            return null; // not an answer, or taken by another run meanwhile
        }
    }

    private sealed record Laid(EboxFate? Fate, DateTimeOffset? At);
}
