namespace WitaLive.Domain.Amateurs;

/// <summary>A day on which an amateur was paid an indemnity. Unit of the amounts: euro.</summary>
/// <param name="Contractor">Who engaged them and declared the day.</param>
public sealed record AmateurDay(Guid Id, DateOnly Day, string Contractor, decimal Indemnity, decimal Travel)
{
    /// <summary>Unit: characters.</summary>
    public const int LongestContractor = 200;

    private const decimal Largest = 10_000;

    /// <returns>The refusal, or null when it can be kept; above a limit is no refusal, it is said.</returns>
    public static Refusal? Check(AmateurDay day, IEnumerable<AmateurDay> kept, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(day);
        if (day.Contractor.Length is 0 or > LongestContractor)
            return new ContractorMissing(LongestContractor);
        if (day.Day > today || day.Day.Year < today.Year - 1)
            return new AmateurDayUnusable();
        if (new[] { day.Indemnity, day.Travel }.Any(amount => amount < 0 || amount >= Largest || decimal.Round(amount, 2) != amount) || day.Indemnity == 0)
            return new IndemnityUnusable(Largest);
        return kept.Any(other => other.Day == day.Day && other.IsWith(day.Contractor)) ? new AmateurDayTwice() : null;
    }

    public bool IsWith(string contractor) => string.Equals(Contractor.Trim(), contractor.Trim(), StringComparison.OrdinalIgnoreCase);
}

public sealed record ContractorMissing(int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest];
}

/// <summary>Ahead, or longer ago than last year.</summary>
public sealed record AmateurDayUnusable : Refusal;

public sealed record IndemnityUnusable(decimal Below) : Refusal
{
    public override ImmutableArray<object> Gaps => [Below];
}

public sealed record AmateurDayTwice : Refusal;

public sealed record AlreadyRegistered : Refusal;

/// <summary>Who is paid as an amateur is known by their national number.</summary>
public sealed record NumberIsMissing : Refusal;

/// <summary>The registration was annulled, and the notification that says how long the ban lasts is not recorded yet.</summary>
public sealed record RegistrationBanIsOpen : Refusal;

/// <param name="Last">The last day of the ban that came with an annulment.</param>
public sealed record BannedFromRegistering(DateOnly Last) : Refusal
{
    public override ImmutableArray<object> Gaps => [Last];
}
