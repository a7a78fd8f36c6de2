using WitaLive.App.Chambers;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Rules;
using WitaLive.Domain.Sessions;

namespace WitaLive.App.Fees;

/// <summary>One fee with what stands round it.</summary>
/// <param name="Amount">At the index of the year; null when that is not known.</param>
/// <param name="CededBy">The name of the effective member who ceded it; null when nobody did.</param>
public sealed record FeeLine(Fee Fee, Person Person, DateTimeOffset StartsAt, ChamberOnDay Chamber, decimal Base, decimal? Amount, string? CededBy);

/// <summary>What one journey is paid back with.</summary>
/// <param name="Amount">Null when the rate of the day is not known.</param>
public sealed record TravelLine(TravelClaim Claim, Person Person, DateTimeOffset StartsAt, ChamberOnDay Chamber, TravelMeans? Means, decimal? Amount, DateTimeOffset SignedAt);

/// <summary>What one person is owed for a quarter, in the order of the meetings.</summary>
public sealed record Statement(Person Person, ImmutableArray<FeeLine> Lines, ImmutableArray<TravelLine> Travel)
{
    public decimal Base => Lines.Sum(line => line.Base);

    /// <summary>Null when an index is not known.</summary>
    public decimal? Amount => Lines.All(line => line.Amount is not null) ? Lines.Sum(line => line.Amount!.Value) : null;

    /// <summary>Null when a rate is not known.</summary>
    public decimal? TravelAmount => Travel.All(line => line.Amount is not null) ? Travel.Sum(line => line.Amount!.Value) : null;

    /// <summary>Fees and travel together; null when one of them is not known.</summary>
    public decimal? Due => Amount + TravelAmount;
}

/// <summary>What meetings cost: every statement, and the totals counted a second way, meeting by meeting.</summary>
/// <param name="Sessions">Meetings that are over.</param>
/// <param name="TooShort">How many of them gave no fee because they were too short.</param>
public sealed record CountedFees(ImmutableArray<Statement> Statements, int Sessions, int TooShort, FeeControl Control)
{
    public int Fees => Statements.Sum(s => s.Lines.Length);

    public decimal Base => Statements.Sum(s => s.Base);

    public decimal? Amount => Statements.All(s => s.Amount is not null) ? Statements.Sum(s => s.Amount!.Value) : null;

    public decimal? TravelAmount => Statements.All(s => s.TravelAmount is not null) ? Statements.Sum(s => s.TravelAmount!.Value) : null;

    public decimal? Due => Amount + TravelAmount;

    /// <summary>Both ways of counting give the same.</summary>
    public bool IsBalanced => Control == new FeeControl(Fees, Base, Statements.Sum(s => s.Travel.Length), Statements.Sum(s => s.Travel.Sum(line => line.Amount ?? 0)));
}

/// <summary>The meetings of a quarter, with what they were counted by.</summary>
/// <param name="Index">Of the year; null when nobody has said it.</param>
public sealed record QuarterOfFees(Quarter Quarter, CountedFees Counted, FeeRule Rule, decimal? Index);

/// <summary>Counted from the sessions, without going through persons.</summary>
/// <param name="Fees">How many.</param>
/// <param name="Base">Unit: euro, at the index of the base month.</param>
/// <param name="Journeys">How many are paid back.</param>
/// <param name="Travel">What those whose rate is known come to. Unit: euro.</param>
public sealed record FeeControl(int Fees, decimal Base, int Journeys, decimal Travel);
