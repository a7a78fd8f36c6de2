namespace WitaLive.Domain.Rules;

/// <summary>When the next attestation may be asked for, and what ties it to the one before.</summary>
/// <param name="YearsAhead">So many years before the last day of the one held an application may come in. Unit: years.</param>
/// <param name="YearsAheadOfOrdinary">The same for who holds an ordinary one. Unit: years.</param>
/// <param name="MonthsToKeep">Filed so many months before the last day and complete, the one held keeps its effect until the decision. Unit: months.</param>
/// <param name="MonthsToLink">Granted so many months after the last day at the latest, the next one follows without a gap. Unit: months.</param>
/// <param name="ReminderMonths">How long before the last day its holder is reminded, the earliest first; 0 is that day. Unit: months.</param>
/// <exception cref="ArgumentException">A figure is negative, or the reminders are out of order.</exception>
/// <remarks>Source: royal decree of 13 March 2023, art. 15 §§ 3 and 4, art. 18.</remarks>
public sealed record RenewalRule(
    int YearsAhead, int YearsAheadOfOrdinary, int MonthsToKeep, int MonthsToLink, ImmutableArray<int> ReminderMonths, ImmutableArray<string> Source)
{
    public int YearsAhead { get; } = NotNegative(YearsAhead, nameof(YearsAhead));

    public int YearsAheadOfOrdinary { get; } = NotNegative(YearsAheadOfOrdinary, nameof(YearsAheadOfOrdinary));

    public int MonthsToKeep { get; } = NotNegative(MonthsToKeep, nameof(MonthsToKeep));

    public int MonthsToLink { get; } = NotNegative(MonthsToLink, nameof(MonthsToLink));

    public ImmutableArray<int> ReminderMonths { get; } = ReminderMonths.All(months => months >= 0) && ReminderMonths.SequenceEqual(ReminderMonths.Distinct().OrderDescending())
        ? ReminderMonths
        : throw new ArgumentException("Reminders come one after the other, the earliest first.", nameof(ReminderMonths));

    private static int NotNegative(int given, string name) => given >= 0 ? given : throw new ArgumentException($"{name} is negative.", name);
}
