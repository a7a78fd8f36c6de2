namespace WitaLive.Domain.Chambers;

/// <summary>Days on which one of a duo may not sit; the other one does, alone.</summary>
/// <remarks>Source: rules of procedure, art. 44 § 2 (measures against a member).</remarks>
public sealed class Suspension
{
    /// <summary>Longest reason. Unit: characters.</summary>
    public const int LongestReason = 500;

    internal Suspension(MandateId mandate, int number, PersonId person, DateOnly from, DateOnly? until, string reason) =>
        (Mandate, Number, Person, From, Until, Reason) = (mandate, number, person, from, until, reason);

    private Suspension() => Reason = "";

    public MandateId Mandate { get; private set; }

    /// <summary>From 1, within its mandate.</summary>
    public int Number { get; private set; }

    public PersonId Person { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>Included; null for as long as it is not lifted.</summary>
    public DateOnly? Until { get; private set; }

    public string Reason { get; private set; }

    public bool Contains(DateOnly day) => From <= day && day <= (Until ?? DateOnly.MaxValue);

    internal bool Overlaps(DateOnly from, DateOnly? until) => From <= (until ?? DateOnly.MaxValue) && from <= (Until ?? DateOnly.MaxValue);

    internal void EndOn(DateOnly lastDay) => Until = lastDay;
}
