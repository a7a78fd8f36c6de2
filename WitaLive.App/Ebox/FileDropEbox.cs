using System.Text.Json;
using System.Text.Json.Serialization;

namespace WitaLive.App.Ebox;

/// <summary>An eBox behind a folder: the setting Ebox:Directory. Another program carries letters from it and lays answers into it.</summary>
/// <remarks>
/// A letter is two files in «out»: the paper, {id}.pdf, and what it is, {id}.json; the second is written last and each is whole as soon as it has its name.
/// An answer is {id}.json in «in», named by the letter: { "fate": "read" or "noEbox", "at": "2026-11-25T09:30:00Z" }, laid there whole (written under
/// another name and renamed). One that was taken is moved to «in/taken», one that makes no sense to «in/refused», of which the secretariat is told. A letter handed in again has the same names and takes the place of the first.
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
        foreach (var path in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            if (LetterOf(path) is { } letter && await ReadAsync(path, ct) is { Fate: { } fate, At: { } at })
                answers.Add(new(letter, fate, at));
            else
                Move(path, Path.Combine(Directory.CreateDirectory(Refused()).FullName, Path.GetFileName(path)));
        }
        return answers.ToImmutable();
    }

    public void Take(EboxAnswer answer)
    {
        var from = Path.Combine(Folder(), "in");
        // Whoever laid it there may write its id in capitals or with braces.
        foreach (var path in Directory.GetFiles(from, "*.json").Where(path => LetterOf(path) == answer.Letter))
            Move(path, Path.Combine(Directory.CreateDirectory(Path.Combine(from, "taken")).FullName, $"{answer.Letter}.json"));
    }

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

    private static Guid? LetterOf(string path) => Guid.TryParse(Path.GetFileNameWithoutExtension(path), out var letter) ? letter : null;

    private static void Move(string from, string to)
    {
        try
        {
            File.Move(from, to, overwrite: true);
        }
        catch (FileNotFoundException)
        {
            // Another run took it.
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
