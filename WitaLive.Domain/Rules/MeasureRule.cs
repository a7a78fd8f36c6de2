namespace WitaLive.Domain.Rules;

/// <summary>How a measure against what somebody holds is asked for, and what it may be.</summary>
/// <param name="Kind">The kind of file it is asked for in.</param>
/// <param name="Requesters">Codes of who may ask: the inspection services, and the President where the texts say so.</param>
/// <param name="Grounds">Codes of why.</param>
/// <param name="Hearing">When the person who is to be heard is reminded, and from when on it is dealt with without a hearing.</param>
/// <param name="YearsOfBan">After an annulment, for how long at most nothing new can be asked for, from its notification. Unit: years.</param>
/// <param name="BanIsFixed">Whether that is always so long; otherwise the decision says how long.</param>
/// <param name="MonthsToTell">Within which an inspection service is told of the decision; null where the texts say nothing. Unit: months.</param>
/// <param name="CanBeAppealed">Whether there is an internal appeal.</param>
/// <exception cref="ArgumentException">Nobody could ask, or for no reason, or a figure is below what makes sense.</exception>
/// <remarks>Source: law of 16 December 2022, art. 2, 5 and 6; royal decree of 13 March 2023, art. 19 and 28; rules of procedure, art. 28 to 31 and 47.</remarks>
public sealed record MeasureRule(
    string Kind, ImmutableArray<string> Requesters, ImmutableArray<string> Grounds, Patience Hearing, int YearsOfBan, bool BanIsFixed, int? MonthsToTell, bool CanBeAppealed,
    ImmutableArray<string> Source)
{
    /// <summary>Who asks of their own accord: the President of the Commission, or the vice-president.</summary>
    public const string President = "president";

    /// <summary>The outcome that holds for a time.</summary>
    public const string Suspension = "suspension";

    /// <summary>The outcome after which what was held never existed.</summary>
    public const string Annulment = "annulment";

    public ImmutableArray<string> Requesters { get; } = Requesters.IsDefaultOrEmpty ? throw new ArgumentException("Nobody could ask.", nameof(Requesters)) : Requesters;

    public ImmutableArray<string> Grounds { get; } = Grounds.IsDefaultOrEmpty ? throw new ArgumentException("There is no reason to ask.", nameof(Grounds)) : Grounds;

    public int YearsOfBan { get; } = YearsOfBan >= 0 ? YearsOfBan : throw new ArgumentException("The ban is negative.", nameof(YearsOfBan));

    public int? MonthsToTell { get; } = MonthsToTell is null or >= 1 ? MonthsToTell : throw new ArgumentException("Nobody could be told in time.", nameof(MonthsToTell));
}
