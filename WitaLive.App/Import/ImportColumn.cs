using WitaLive.App.Spreadsheets;

namespace WitaLive.App.Import;

/// <summary>A column of a sheet to import. Its name is the text Column_ and the key, its explanation Help_ and the key, or its own.</summary>
/// <param name="IsRequired">Whether the column has to be there; whether each of its cells has to be filled depends on the row.</param>
internal sealed record ImportColumn(string Key, bool IsRequired, double Width, WordList? Words = null)
{
    /// <summary>What is typed into it stays as it was typed.</summary>
    public bool KeepsText { get; init; }

    /// <summary>The key of its explanation, where another sheet has a column of the same name with another meaning.</summary>
    public string Help { get; init; } = Key;

    public string Name => ImportTexts.Here($"Column_{Key}");

    public Heading Heading => new(Key, IsRequired, ImportTexts.InEveryLanguage($"Column_{Key}"));
}
