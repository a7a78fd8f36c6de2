namespace WitaLive.Domain.Figures;

/// <summary>A year without figures, a section or a language that the report does not have.</summary>
public sealed record NoSuchAnnualReport : Refusal;

public sealed record AnnualReportIsHandedIn : Refusal;

public sealed record AnnualReportChangedMeanwhile : Refusal;

public sealed record AnnualReportYearNotOver : Refusal;

public sealed record AnnualReportTextTooLong(int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest];
}

/// <param name="Section">The code of the first one that is not written.</param>
/// <param name="Language">The code of the language in which it is not.</param>
public sealed record AnnualReportLacksText(string Section, string Language) : Refusal
{
    public override ImmutableArray<object> Gaps => [Section, Language];
}
