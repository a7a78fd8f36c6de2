using System.Text.Json;
using System.Text.Json.Serialization;

namespace WitaLive.Domain.Rules;

/// <summary>One state of a rule, valid from a day until the next one begins.</summary>
internal interface IDated
{
    DateOnly From { get; }

    ImmutableArray<string> Source { get; }
}

/// <summary>The dated versions in one file, earliest first.</summary>
internal sealed class RuleFile<T> where T : class, IDated
{
    private readonly ImmutableArray<T> _versions;

    /// <exception cref="RuleDataException">The text is not a rule file, or a version in it breaks its own rules.</exception>
    public RuleFile(string name, string text)
    {
        Name = name;
        using var document = Parse(name, text);
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("versions", out var versions)
            || versions.ValueKind != JsonValueKind.Array || versions.GetArrayLength() == 0)
            throw new RuleDataException(name, "versions", "a list of dated versions is expected.");
        if (document.RootElement.EnumerateObject().Select(p => p.Name).FirstOrDefault(n => n != "versions") is { } other)
            throw new RuleDataException(name, other, "nothing of this name is known here.");

        _versions = [.. versions.EnumerateArray().Select((version, i) => Read(version, $"versions[{i}]")).OrderBy(v => v.From)];
        if (_versions.GroupBy(v => v.From).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new RuleDataException(name, "versions", $"two versions begin on {twice.Key:O}.");
    }

    public string Name { get; }

    public IEnumerable<DateOnly> Beginnings => _versions.Select(v => v.From);

    /// <summary>The version valid on <paramref name="day"/>; before the first one, the first.</summary>
    public T On(DateOnly day) => _versions.LastOrDefault(v => v.From <= day) ?? _versions[0];

    private static JsonDocument Parse(string name, string text)
    {
        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException e)
        {
            throw new RuleDataException(name, $"line {e.LineNumber + 1}", "this is not JSON.", e);
        }
    }

    private T Read(JsonElement version, string place)
    {
        var read = RuleJson.Read<T>(version, Name, place);
        return read.Source.IsDefaultOrEmpty
            ? throw new RuleDataException(Name, $"{place}.source", "a version names its articles.")
            : read;
    }
}

/// <summary>Reads rule data strictly: an unknown or missing property, or a number where a word belongs, is refused with its place.</summary>
internal static class RuleJson
{
    private static readonly JsonSerializerOptions s_strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    };

    /// <exception cref="RuleDataException">The element is not a <typeparamref name="T"/>.</exception>
    public static T Read<T>(JsonElement element, string file, string place)
    {
        try
        {
            return element.Deserialize<T>(s_strict) ?? throw new RuleDataException(file, place, "nothing stands here.");
        }
        catch (JsonException e)
        {
            throw new RuleDataException(file, place + (e.Path is { } path ? path[1..] : ""), e.Message, e);
        }
        catch (ArgumentException e)
        {
            throw new RuleDataException(file, place, e.Message, e);
        }
    }
}
