namespace WitaLive.App.Measures;

/// <summary>The invitation to be heard, a reminder of it, or when that is, as it goes to somebody without an account, in the language of the file.</summary>
/// <param name="To">Name and address, a line each.</param>
/// <param name="Facts">What is asked for, by whom and why.</param>
/// <param name="Paragraphs">What the person can do, or when and where the file is dealt with.</param>
public sealed record MeasureLetter(
    string Language, ImmutableArray<string> To, string Subject, string About, ImmutableArray<(string Label, string Text)> Facts, ImmutableArray<string> Paragraphs, string Head, string PlaceAndDay);
