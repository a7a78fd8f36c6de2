namespace WitaLive.Domain.Rules;

/// <summary>What the rules of procedure want of the report of a meeting.</summary>
/// <param name="DaysToSupply">Within how many days of the meeting its members have the report. Unit: calendar days.</param>
/// <param name="DaysOfWarning">From how many days before that on it is urgent. Unit: calendar days.</param>
/// <remarks>Source: rules of procedure, art. 39; how a report is approved is left open by the texts (law reference §10, O-11).</remarks>
public sealed record ReportRule(DateOnly From, int DaysToSupply, int DaysOfWarning, ImmutableArray<string> Source) : IDated
{
    internal const string File = "reports.json";

    public int DaysToSupply { get; } = DaysToSupply > 0 ? DaysToSupply : throw new ArgumentException("A report takes at least a day.", nameof(DaysToSupply));

    public int DaysOfWarning { get; } = DaysOfWarning >= 0 ? DaysOfWarning : throw new ArgumentException("A number of days is negative.", nameof(DaysOfWarning));
}
