using WitaLive.Domain;

namespace WitaLive.App.Letters;

/// <summary>A letter as its page shows it.</summary>
/// <param name="Number">Of the version that holds; 0 for the words that were shipped.</param>
/// <param name="Versions">The newest first, the shipped one last.</param>
public sealed record LetterSheet(LetterKind Kind, string Language, int Number, string Subject, string Body, ImmutableArray<LetterVersionLine> Versions);

/// <param name="SavedBy">Null for the words that were shipped.</param>
public sealed record LetterVersionLine(int Number, DateTimeOffset? SavedAt, string? SavedBy, string Subject);

/// <summary>A letter filled with the facts of a real meeting.</summary>
public sealed record LetterPreview(string To, string Subject, string Html);

/// <summary>Someone else saved this letter since it was opened.</summary>
public sealed record LetterChangedMeanwhile : Refusal;

public sealed record NoMeetingToShow : Refusal;
