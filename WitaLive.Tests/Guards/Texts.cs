using System.Collections;
using System.Reflection;
using System.Resources;
using WitaLive.App.Languages;

namespace WitaLive.Tests.Guards;

/// <summary>Every text of the app, in every language, found through its classes named …Texts.</summary>
internal sealed record Texts(Type Class, ImmutableDictionary<string, ImmutableDictionary<string, string>> ByLanguage)
{
    public static ImmutableArray<Texts> All { get; } =
        [.. typeof(Language).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Texts", StringComparison.Ordinal) && type.GetMembers(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static).Length == 1)
            .Select(Of)];

    /// <summary>A text by its key; null when there is none.</summary>
    public string? Find(string language, string key) => ByLanguage[language].GetValueOrDefault(key);

    public override string ToString() => Class.Name;

    private static Texts Of(Type type)
    {
        var resources = new ResourceManager(type);
        return new(type, Language.All.ToImmutableDictionary(language => language.Code, language => Read(resources, language.Code)));
    }

    // English stands in the neutral file.
    private static ImmutableDictionary<string, string> Read(ResourceManager resources, string language)
    {
        try
        {
            return resources.GetResourceSet(language == "en" ? CultureInfo.InvariantCulture : new(language), createIfNotExists: true, tryParents: false)?
                .Cast<DictionaryEntry>().ToImmutableDictionary(entry => (string)entry.Key, entry => (string)entry.Value!) ?? [];
        }
        catch (MissingManifestResourceException)
        {
            return [];
        }
    }
}
