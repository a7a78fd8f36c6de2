namespace WitaLive.Domain.Chambers;

/// <summary>How someone came to preside over a chamber.</summary>
/// <remarks>Source: royal decree of 13 March 2023, art. 4 § 1; rules of procedure, art. 13.</remarks>
public enum ChairChoosing
{
    /// <summary>By the members, at their first meeting.</summary>
    Elected,

    /// <summary>By the President of the Commission, because the members did not agree.</summary>
    AppointedByPresident,

    /// <summary>By the President, on the members' proposal, in place of one who can no longer serve.</summary>
    Interim,
}

/// <summary>That someone was chosen to preside over a chamber, or to stand in for who does. Rows are only added.</summary>
/// <param name="Number">From 1, within the chamber.</param>
/// <param name="Role"><see cref="Chamber.ChairRole"/> or <see cref="Chamber.SubstituteChairRole"/>.</param>
/// <param name="On">The day of the choice.</param>
/// <param name="Until">For an interim chair: the last day; null until the end of the mandate.</param>
/// <param name="By">Who wrote it down.</param>
public sealed record ChairChoice(
    ChamberId Chamber, int Number, ChairRole Role, PersonId Person, DateOnly On, ChairChoosing How, DateOnly? Until, PersonId? By, DateTimeOffset At);

public sealed record ChosenInFuture : Refusal;

/// <param name="Least">The first day on which an interim may end.</param>
public sealed record InterimTooShort(DateOnly Least) : Refusal
{
    public override ImmutableArray<object> Gaps => [Least];
}
