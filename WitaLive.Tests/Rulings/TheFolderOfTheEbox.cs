using System.Text.Json;
using Microsoft.Extensions.Configuration;
using WitaLive.App.Ebox;
using WitaLive.Tests.Applications;

namespace WitaLive.Tests.Rulings;

/// <summary>Another program carries letters from it and lays answers into it.</summary>
public sealed class TheFolderOfTheEbox : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("witalive-ebox-");
    private readonly FileDropEbox _ebox;
    private readonly string _in;

    public TheFolderOfTheEbox()
    {
        _ebox = new(new ConfigurationBuilder().AddInMemoryCollection([new("Ebox:Directory", _folder.FullName)]).Build());
        _in = Path.Combine(_folder.FullName, "in");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Has_each_letter_whole_and_takes_answers()
    {
        var letter = new EboxLetter(Guid.NewGuid(), "2026-A-000001", "Zoé \"Å\"", "Quai 3\n1000", "28", "fr", "Décision");
        Assert.True(_ebox.IsThere);
        Assert.False(new FileDropEbox(new ConfigurationBuilder().Build()).IsThere);
        Assert.Empty(await _ebox.AnswersAsync(default));

        await _ebox.HandInAsync(letter, new MemoryStream(AnApplicant.Pdf), default);
        await _ebox.HandInAsync(letter, new MemoryStream(AnApplicant.Pdf), default);

        Assert.Equal([$"{letter.Id}.json", $"{letter.Id}.pdf"], NamesIn("out"));
        Assert.Equal(AnApplicant.Pdf, await File.ReadAllBytesAsync(Path.Combine(_folder.FullName, "out", $"{letter.Id}.pdf")));
        await LayAsync($"{letter.Id}", """{ "fate": "noEbox", "at": "2026-11-25T09:30:00Z" }""");
        foreach (var (name, text) in new[] { ("nobody", "{}"), ($"{Guid.NewGuid()}", "{ \"fate\": 1 }"), ($"{Guid.NewGuid()}", "not json"), ($"{Guid.NewGuid()}", "{}") })
            await LayAsync(name, text);
        var answer = Assert.Single(await _ebox.AnswersAsync(default));
        Assert.Equal(new EboxAnswer(letter.Id, EboxFate.NoEbox, new(2026, 11, 25, 9, 30, 0, TimeSpan.Zero)) { Name = $"{letter.Id}.json" }, answer);
        Assert.Equal((4, 4), (_ebox.RefusedAnswers().Length, NamesIn("in/refused").Length)); // nobody looks for them in vain
        _ebox.Take(answer);
        _ebox.Take(answer);
        Assert.Empty(await _ebox.AnswersAsync(default));
        await LayAsync($"{letter.Id:B}".ToUpperInvariant(), """{ "fate": "read", "at": "2026-11-26T09:30:00Z" }""");
        _ebox.Take(Assert.Single(await _ebox.AnswersAsync(default)));
        Assert.Empty(await _ebox.AnswersAsync(default)); // however its id is written
    }

    [Fact]
    public async Task Keeps_every_answer_to_a_letter_and_gives_the_first_one_first()
    {
        var letter = Guid.NewGuid();
        var names = new[] { $"{letter}", $"{letter}".ToUpperInvariant(), $"{letter:B}" };
        foreach (var (n, name) in names.Index().Reverse())
            File.SetLastWriteTimeUtc(await LayAsync(name, Answer(n)), new(2026, 11, 25, 9, n, 0, DateTimeKind.Utc));

        var answers = await _ebox.AnswersAsync(default);
        Assert.Equal([0, 1, 2], answers.Select(answer => answer.At.Minute));
        Assert.All(answers, answer => Assert.Equal(letter, answer.Letter));
        foreach (var answer in answers)
            _ebox.Take(answer);
        await LayAsync(names[0], Answer(3));
        _ebox.Take(Assert.Single(await _ebox.AnswersAsync(default)));

        var kept = await KeptAsync("taken");
        Assert.Equal([0, 1, 2, 3], kept);
        Assert.Equal(4, NamesIn("in/taken").Distinct(StringComparer.OrdinalIgnoreCase).Count()); // also where capitals count as small letters
    }

    [Fact]
    public async Task Keeps_every_refused_answer_takes_it_when_it_is_put_right_and_forgets_all_of_a_letter()
    {
        var letter = Guid.NewGuid();
        foreach (var n in new[] { 0, 1 })
        {
            await LayAsync($"{letter}", Answer(n));
            _ebox.Refuse(Assert.Single(await _ebox.AnswersAsync(default)));
        }
        await LayAsync($"{letter}", "not json");
        Assert.Empty(await _ebox.AnswersAsync(default));
        Assert.Equal([$"{letter}.2.json", $"{letter}.3.json", $"{letter}.json"], _ebox.RefusedAnswers().ToArray());

        File.Move(Path.Combine(_in, "refused", $"{letter}.2.json"), Path.Combine(_in, $"{letter}.2.json"));
        var again = Assert.Single(await _ebox.AnswersAsync(default));
        Assert.Equal((letter, 1), (again.Letter, again.At.Minute));
        _ebox.Take(again);

        var other = Guid.NewGuid();
        foreach (var one in new[] { letter, other })
            await _ebox.HandInAsync(new(one, "2026-A-000001", "Zoé", "", "28", "fr", "Décision"), new MemoryStream(AnApplicant.Pdf), default);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "out", $"{letter}.json.{Guid.NewGuid():N}.part"), "cut");
        _ebox.Forget(letter); // its period is over
        _ebox.Forget(letter);
        Assert.Equal([$"{other}.json", $"{other}.pdf"], Directory.GetFiles(_folder.FullName, "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order());
    }

    private static string Answer(int minute) => $$"""{ "fate": "read", "at": "2026-11-25T09:0{{minute}}:00Z" }""";

    private async Task<string> LayAsync(string name, string text)
    {
        var path = Path.Combine(Directory.CreateDirectory(_in).FullName, $"{name}.json");
        await File.WriteAllTextAsync(path, text);
        return path;
    }

    private async Task<int[]> KeptAsync(string where)
    {
        var minutes = new List<int>();
        foreach (var path in Directory.GetFiles(Path.Combine(_in, where)))
            minutes.Add(JsonDocument.Parse(await File.ReadAllTextAsync(path)).RootElement.GetProperty("at").GetDateTimeOffset().Minute);
        return [.. minutes.Order()];
    }

    private string[] NamesIn(string where) => [.. Directory.GetFiles(Path.Combine(_folder.FullName, where)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
