using System.Text.Json;
using WitaLive.App.Languages;

namespace WitaLive.App.Declarations;

/// <summary>The confidentiality declaration as it reads from a day on: data/declarations/confidentiality.json.</summary>
/// <param name="From">Names the version, too: whoever signed an earlier one is asked again.</param>
/// <param name="Source">The articles behind it.</param>
/// <param name="Text">By language.</param>
/// <remarks>Source: rules of procedure, art. 52.</remarks>
public sealed record DeclarationVersion(DateOnly From, ImmutableArray<string> Source, ImmutableDictionary<string, string> Text);

/// <summary>Every version there is, earliest first.</summary>
public sealed class ConfidentialityDeclaration
{
    private static readonly JsonSerializerOptions s_strict = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };
    private readonly ImmutableArray<DeclarationVersion> _versions;

    /// <exception cref="InvalidDataException">The file is missing or malformed, or a text lacks a language.</exception>
    public ConfidentialityDeclaration(string path)
    {
        try
        {
            _versions = [.. JsonSerializer.Deserialize<Versioned>(File.ReadAllText(path), s_strict)!.Versions.OrderBy(v => v.From)];
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
        if (_versions.IsEmpty || _versions.Any(v => Language.All.Any(language => string.IsNullOrWhiteSpace(v.Text.GetValueOrDefault(language.Code)))))
            throw new InvalidDataException($"{path}: each version has a text in every language.");
    }

    /// <summary>The version valid on a day; before the first one, the first.</summary>
    public DeclarationVersion On(DateOnly day) => _versions.LastOrDefault(v => v.From <= day) ?? _versions[0];

    private sealed record Versioned(ImmutableArray<DeclarationVersion> Versions);
}
