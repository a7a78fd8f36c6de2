using System.Reflection;
using System.Text.Json.Serialization;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Guards;

namespace WitaLive.Tests.Domain.Meetings;

public class EveryWord
{
    private static readonly string s_tests = string.Concat(
        Repository.Files("WitaLive.Tests", "*.cs").Where(f => f.Path.Contains("Domain/Meetings/", StringComparison.Ordinal)).Select(f => f.Text));

    [Fact]
    public void Every_command_is_sent_in_a_test() =>
        Assert.All(Kinds<MeetingCommand>(), name => Assert.Matches($@"new {name}\(| {name} s_\w+ = new\(", s_tests));

    [Fact]
    public void Every_refusal_is_met_in_a_test() =>
        Assert.All(Kinds<Refusal>(), name => Assert.Contains($"Refused<{name}>", s_tests, StringComparison.Ordinal));

    /// <summary>A journal is read for years: a name once written is never changed, only new ones come after.</summary>
    [Fact]
    public void Every_event_keeps_its_name_in_the_journal()
    {
        var named = typeof(MeetingEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().ToList();

        Assert.Equal(Kinds<MeetingEvent>().Order(), named.Select(a => a.DerivedType.Name).Order());
        Assert.Equal(
            File.ReadLines(Path.Combine(Repository.Root, "data", "journals", "event-names.txt")).Where(line => line.Length > 0 && line[0] != '#'),
            named.Select(a => $"{a.TypeDiscriminator} {a.DerivedType.Name}").Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Kinds<T>() => typeof(Meeting).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(T)) && !t.IsAbstract && t.Namespace == typeof(Meeting).Namespace).Select(t => t.Name);
}
