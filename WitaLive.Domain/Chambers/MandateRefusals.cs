namespace WitaLive.Domain.Chambers;

// Why a mandate cannot be given, ended or suspended as someone asks.

public sealed record SeatTaken(SeatId Seat, MandateId By, DateOnly From, DateOnly? Until) : Refusal
{
    public override ImmutableArray<object> Gaps => [From, Until is { } until ? until : "…"];
}

public sealed record SamePersonTwice(PersonId Person) : Refusal;

public sealed record NoSuchMandate(MandateId Mandate) : Refusal;

public sealed record DayOutsideTerm(DateOnly Day, DateOnly From, DateOnly? Until) : Refusal
{
    public override ImmutableArray<object> Gaps => [Day, From, Until is { } until ? until : "…"];
}

/// <summary>The term is longer than the rules allow.</summary>
public sealed record TermTooLong(DateOnly Latest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Latest];
}

public sealed record EndsBeforeItBegins : Refusal;

/// <summary>Nobody holds two seats on the same day.</summary>
public sealed record HoldsAnotherSeat(string Name, DateOnly From, DateOnly? Until) : Refusal
{
    public override ImmutableArray<object> Gaps => [Name, From, Until is { } until ? until : "…"];
}

/// <summary>There is nobody who could take over at once.</summary>
public sealed record NoSubstituteToSucceed : Refusal;

/// <summary>In this group the one who leaves is replaced by designation.</summary>
public sealed record NoSuccessionHere : Refusal;

public sealed record NotOfThisMandate(PersonId Person) : Refusal;

public sealed record SuspensionReasonMissing(int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest];
}

public sealed record SuspendedAlready(DateOnly From, DateOnly? Until) : Refusal
{
    public override ImmutableArray<object> Gaps => [From, Until is { } until ? until : "…"];
}

public sealed record NoSuchSuspension : Refusal;
