using System.Text.Json;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Guards;

namespace WitaLive.Tests.Domain.Meetings;

/// <summary>
/// Journals as they were once written, and the states they led to. Both are kept for good and rewritten by nothing: a change of the
/// code after which one leads elsewhere would change meetings of the past. A new kind of event gets a new journal beside them.
/// </summary>
public class SampleJournals
{
    private static readonly string s_directory = Path.Combine(Repository.Root, "data", "journals");

    public static TheoryData<string> Names => [.. Files()];

    [Theory, MemberData(nameof(Names))]
    public void Lead_to_the_state_they_always_led_to(string name) =>
        Assert.Equal(File.ReadAllText(Path.Combine(s_directory, $"{name}.state.json")), TheState.Of(Read(name).Aggregate(new Meeting(), (m, e) => m.Apply(e))));

    [Theory, MemberData(nameof(Names))]
    public void Are_written_today_as_they_were_then(string name) =>
        Assert.Equal(File.ReadLines(Path.Combine(s_directory, $"{name}.jsonl")), Read(name).Select(e => JsonSerializer.Serialize(e)));

    [Fact]
    public void Hold_every_kind_of_event() =>
        Assert.Equal(
            File.ReadLines(Path.Combine(s_directory, "event-names.txt")).Where(l => l[0] != '#').Select(l => l.Split(' ')[1]).Order(),
            Files().SelectMany(Read).Select(e => e.GetType().Name).Distinct().Order());

    private static IEnumerable<string> Files() => Directory.GetFiles(s_directory, "*.jsonl").Select(f => Path.GetFileNameWithoutExtension(f)!).Order();

    internal static IEnumerable<MeetingEvent> Read(string name) =>
        File.ReadLines(Path.Combine(s_directory, $"{name}.jsonl")).Select(line => JsonSerializer.Deserialize<MeetingEvent>(line)!);
}
