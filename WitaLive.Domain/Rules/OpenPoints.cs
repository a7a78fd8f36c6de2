using System.Text.Json;

namespace WitaLive.Domain.Rules;

/// <summary>A question on which the texts are silent, and the default that stands until somebody answers it.</summary>
/// <param name="Number">Its number in the list of open questions, such as O-2. Several settings may answer one question.</param>
/// <param name="Key">The setting's name.</param>
/// <param name="Value">The default: a word, a number, yes or no, or a part of a rule.</param>
/// <param name="Source">The articles that leave it open.</param>
public sealed record OpenPoint(string Number, string Key, JsonElement Value, ImmutableArray<string> Source);

/// <summary>The defaults for what the law leaves open, at one time.</summary>
public sealed record OpenPoints(DateOnly From, ImmutableArray<OpenPoint> Points, ImmutableArray<string> Source) : IDated
{
    internal const string File = "open-points.json";

    public OpenPoint? Find(string key) => Points.FirstOrDefault(p => p.Key == key);

    /// <summary>A setting's default.</summary>
    /// <exception cref="RuleDataException">There is no such setting, or its value is of another kind.</exception>
    public T Read<T>(string key)
    {
        var point = Find(key) ?? throw new RuleDataException(File, $"version of {From:O}", $"the setting {key} is missing.");
        return RuleJson.Read<T>(point.Value, File, $"version of {From:O}, {key}");
    }
}
