using WitaLive.Domain.Principles;

namespace WitaLive.App.Principles;

public sealed record CorrectedTranslation(Guid Id, Translation Said, string By, DateTimeOffset At);

/// <param name="Voted">The languages in which the plenary had the text before it.</param>
/// <param name="Now">What is published, translations that were put right included.</param>
/// <param name="Corrections">All there were, the latest first.</param>
public sealed record TranslationSheet(int Revision, ImmutableArray<string> Voted, Wording Now, ImmutableArray<CorrectedTranslation> Corrections)
{
    public ImmutableArray<string> Languages => Translation.Languages(Voted);
}
