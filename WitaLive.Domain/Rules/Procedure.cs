namespace WitaLive.Domain.Rules;

/// <summary>How long a decision may take.</summary>
/// <param name="Months">From the day the file is declared complete.</param>
/// <param name="StoppedMonths">Months of the year in which the clock stands still, 1 to 12.</param>
/// <param name="MonthsAtInstitutions">How long at most the clock stands still while institutions are asked.</param>
/// <exception cref="ArgumentException">A figure is below what makes sense, or the clock would never run.</exception>
public sealed record DecisionTime(int Months, ImmutableArray<int> StoppedMonths, int MonthsAtInstitutions, ImmutableArray<string> Source)
{
    public int Months { get; } = Months >= 1 ? Months : throw new ArgumentException("A decision takes a month at least.", nameof(Months));

    public ImmutableArray<int> StoppedMonths { get; } = StoppedMonths.All(month => month is >= 1 and <= 12) && StoppedMonths.Distinct().Count() < 12
        ? StoppedMonths
        : throw new ArgumentException("A month is a number from 1 to 12, and the clock runs in one of them at least.", nameof(StoppedMonths));

    public int MonthsAtInstitutions { get; } = MonthsAtInstitutions >= 0
        ? MonthsAtInstitutions
        : throw new ArgumentException("The time of the institutions is negative.", nameof(MonthsAtInstitutions));
}

/// <summary>When somebody who was asked is reminded, and when their silence ends the application.</summary>
/// <param name="ReminderDays">Calendar days after the question, one for each reminder, in order.</param>
/// <param name="DaysOfSilence">Calendar days after the question on whose end the application is cancelled.</param>
/// <exception cref="ArgumentException">The days are out of order.</exception>
public sealed record Patience(ImmutableArray<int> ReminderDays, int DaysOfSilence, ImmutableArray<string> Source)
{
    public ImmutableArray<int> ReminderDays { get; } = ReminderDays.Append(DaysOfSilence).Aggregate((Before: 0, Fine: true), (last, day) => (day, last.Fine && day > last.Before)).Fine
        ? ReminderDays
        : throw new ArgumentException("Reminders come one after the other, and before the end.", nameof(ReminderDays));
}

/// <summary>What one profile has room for.</summary>
/// <param name="Documents">Papers of one person that are kept at the same time.</param>
/// <param name="Megabytes">All of them together. Unit: 1,024 × 1,024 bytes.</param>
/// <param name="HoursToResume">After the last byte, how long half a paper waits for its other half.</param>
/// <param name="DaysToSend">How long a paper waits for the answer or the appeal that it was to go with.</param>
/// <exception cref="ArgumentException">A figure leaves room for nothing.</exception>
public sealed record ProofRoom(int Documents, int Megabytes, int HoursToResume, int DaysToSend)
{
    public int Documents { get; } = Documents >= 1 ? Documents : throw new ArgumentException("A profile has room for a document.", nameof(Documents));

    public int Megabytes { get; } = Megabytes >= 1 ? Megabytes : throw new ArgumentException("A profile has room for a document.", nameof(Megabytes));

    public int HoursToResume { get; } = HoursToResume >= 1 ? HoursToResume : throw new ArgumentException("Nobody could go on after a cut.", nameof(HoursToResume));

    public int DaysToSend { get; } = DaysToSend >= 1 ? DaysToSend : throw new ArgumentException("Nobody could send an answer with a paper.", nameof(DaysToSend));

    /// <summary>Unit: bytes.</summary>
    public long Bytes => Megabytes * 1024L * 1024;

    /// <param name="documents">Kept, or on their way.</param>
    /// <param name="bytes">Of these together. Unit: bytes.</param>
    /// <param name="size">Of one more. Unit: bytes.</param>
    public bool HasRoom(int documents, long bytes, long size) => documents < Documents && bytes + size <= Bytes;
}

/// <summary>The periods and limits an application goes by.</summary>
/// <param name="Question">When the applicant is asked for information. The days of the two reminders are the secretariat's.</param>
/// <param name="Hearing">When the applicant is invited to a hearing.</param>
/// <param name="ApplicationsAYear">By one person in one calendar year; what silence cancelled does not count.</param>
/// <param name="HoursToWithdraw">Before the file is dealt with.</param>
/// <param name="MonthsToAppeal">From the day a decision was notified.</param>
/// <param name="Measures">Against what somebody holds: one for each kind of file in which a measure is asked for.</param>
/// <param name="DaysToVerify">After which an account that nobody has opened by its mail is removed. Nothing in the texts: a setting.</param>
/// <param name="DaysToRead">After a meeting during which its members still read its files and keep what they noted in private. Nothing in the texts: a setting.</param>
/// <param name="Proofs">How much a profile holds. Nothing in the texts: a setting.</param>
/// <param name="SmallestCell">The smallest number of persons that a figure over past decisions may show. Nothing in the texts: a setting.</param>
/// <remarks>
/// Source: law of 16 December 2022, art. 5; royal decree of 13 March 2023, art. 13 to 15, 18, 19, 22 and 28; rules of procedure, art. 24, 25, 27 to 31 and 43.
/// </remarks>
public sealed record Procedure(
    DateOnly From, DecisionTime Decision, Patience Question, Patience Hearing, int ApplicationsAYear, int HoursToWithdraw, int MonthsToAppeal, RenewalRule Renewal, ImmutableArray<MeasureRule> Measures, int DaysToVerify, int DaysToRead, ProofRoom Proofs, int SmallestCell,
    ImmutableArray<string> Source) : IDated
{
    internal const string File = "procedure.json";

    public int ApplicationsAYear { get; } = ApplicationsAYear >= 1
        ? ApplicationsAYear
        : throw new ArgumentException("Nobody could apply.", nameof(ApplicationsAYear));

    public int HoursToWithdraw { get; } = HoursToWithdraw >= 0 ? HoursToWithdraw : throw new ArgumentException("The hours are negative.", nameof(HoursToWithdraw));

    /// <summary>Outcomes with which there is nothing left to appeal for. No text read takes a decision out: the law opens the appeal against all of them, and every letter names it (law, art. 5; rules of procedure, art. 32 § 3).</summary>
    public ImmutableArray<string> BeyondAppeal { get; init; } = [];

    /// <summary>Whether an internal appeal is open against what was decided on such a file; the letter and every page ask here.</summary>
    /// <param name="isAppeal">It was decided on an internal appeal, after which there is no other one.</param>
    public bool IsAppealable(string kind, bool isAppeal, string? outcome) => !isAppeal && (outcome is null || !BeyondAppeal.Contains(outcome))
        && (kind == FileKind.Application || MeasureIn(kind) is { CanBeAppealed: true });

    /// <summary>Null for a kind of file in which no measure is asked for.</summary>
    public MeasureRule? MeasureIn(string kind) => Measures.FirstOrDefault(measure => measure.Kind == kind);

    public int MonthsToAppeal { get; } = MonthsToAppeal >= 1 ? MonthsToAppeal : throw new ArgumentException("Nobody could appeal.", nameof(MonthsToAppeal));

    public int DaysToRead { get; } = DaysToRead >= 0 ? DaysToRead : throw new ArgumentException("The days are negative.", nameof(DaysToRead));

    /// <summary>Whether members of a meeting may still read its files.</summary>
    public bool MayRead(DateOnly meeting, DateOnly today) => today <= meeting.AddDays(DaysToRead);

    public int SmallestCell { get; } = SmallestCell >= 1 ? SmallestCell : throw new ArgumentException("A cell holds somebody.", nameof(SmallestCell));

    public int DaysToVerify { get; } = DaysToVerify >= 1 ? DaysToVerify : throw new ArgumentException("No account could be opened.", nameof(DaysToVerify));
}
