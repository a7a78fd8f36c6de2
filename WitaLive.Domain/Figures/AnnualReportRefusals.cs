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

/// <param name="Language">Its code; some section is not written in it.</param>
public sealed record AnnualReportLacksText(string Language) : Refusal
{
    public override ImmutableArray<object> Gaps => [Language];
}
