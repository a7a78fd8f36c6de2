using System.Globalization;
using WitaLive.App.Chambers;
using WitaLive.App.Rules;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Meetings;

/// <summary>What a chamber is called, in every language people can read.</summary>
public static class ChamberTitles
{
    public static ImmutableSortedDictionary<string, string> InEveryLanguage(ChamberOnDay chamber, Names names) =>
        Person.Languages.ToImmutableSortedDictionary(language => language, language => Of(chamber, names, new CultureInfo(language)));

    /// <summary>Such as «Restricted chamber 2 (FR)»; one formed for a language names it.</summary>
    public static string Of(ChamberOnDay chamber, Names names, CultureInfo language)
    {
        var formation = names.Of($"formation.{chamber.Formation}", language);
        return (chamber.Section, chamber.AdHocLanguage) switch
        {
            (_, { } adHoc) => $"{formation} ({adHoc.ToUpperInvariant()})",
            ({ } section, null) => $"{formation} {chamber.Number} ({section.ToUpperInvariant()})",
            _ => formation,
        };
    }
}
