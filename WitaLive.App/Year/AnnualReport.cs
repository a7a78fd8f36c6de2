using WitaLive.Domain.Rules;

namespace WitaLive.App.Year;

/// <param name="By">Full name; empty when the account is gone.</param>
public sealed record AnnualTextVersion(string Section, string Language, int Number, string Text, string By, DateTimeOffset At);

/// <summary>What was written for the activity report on a year. The figures of that year come beside it where it is read.</summary>
/// <param name="Versions">Of all sections and languages, earliest first.</param>
/// <param name="HandedIn">Null as long as it is a draft.</param>
public sealed record AnnualReport(int Year, AnnualReportRule Rule, ImmutableArray<AnnualTextVersion> Versions, (string By, DateTimeOffset At)? HandedIn)
{
    public DateOnly DueOn => Rule.DueOn(Year);

    /// <summary>The last version in exactly this language.</summary>
    public AnnualTextVersion? In(string section, string language) => Versions.LastOrDefault(version => version.Section == section && version.Language == language);

    /// <summary>In the reader's language, or in the first there is; null for nothing.</summary>
    public AnnualTextVersion? For(string section, string language) =>
        Rule.AllLanguages.Prepend(language).Select(one => In(section, one)).FirstOrDefault(version => version is { Text.Length: > 0 });
}
