using WitaLive.Domain.Chambers;

namespace WitaLive.Domain.Principles;

/// <summary>A title and a text in a language in which the plenary did not have to have them: they are put right without its ballot.</summary>
/// <remarks>What the rules want of a proposal (data/rules/principles.json) is what the plenary votes on, and changes by a ballot alone.</remarks>
public sealed record Translation(string Language, string Title, string Text)
{
    public static Translation Typed(string language, string title, string text) => new(language, OneLine.Of(title), FreeText.ToSign(text));

    /// <summary>The languages that are translations.</summary>
    /// <param name="voted">Those in which the plenary has a text before it.</param>
    public static ImmutableArray<string> Languages(ImmutableArray<string> voted) => [.. Person.Languages.Except(voted)];

    /// <summary>What keeps it from being published, whatever it says of anybody; null for nothing.</summary>
    /// <param name="voted">The languages in which the plenary had the text before it.</param>
    public Refusal? Flaw(ProposalSubject subject, ImmutableArray<string> voted)
    {
        if (!Languages(voted).Contains(Language))
            return new NotATranslation(Language);
        if (Title.Length == 0 || (subject is ProposalSubject.Principle && Text.Length == 0))
            return new ProposalLacksLanguage(Language);
        return Title.Length > Proposal.LongestTitle || Text.Length > Proposal.LongestText ? new ProposalTooLong(Proposal.LongestTitle, Proposal.LongestText) : null;
    }
}
