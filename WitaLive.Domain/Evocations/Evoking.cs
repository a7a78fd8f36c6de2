namespace WitaLive.Domain.Evocations;

/// <summary>What the right to ask for a file depends on, at the moment of asking.</summary>
/// <param name="HasRight">A member of a group that has it, and of a formation whose files can be asked for.</param>
/// <param name="Sits">In that meeting.</param>
/// <param name="StartsAt">As printed in the invitation.</param>
/// <param name="IsFile">The item is an applicant's file.</param>
/// <param name="IsDealtWith">It is concluded, or was put to the vote.</param>
/// <param name="IsAsked">By this member, or by another one whose request still waits.</param>
public sealed record Evoking(bool HasRight, bool Sits, DateTimeOffset StartsAt, bool IsFile, bool IsDealtWith, bool IsAsked)
{
    /// <summary>Longest reason. Unit: characters.</summary>
    public const int LongestReason = 2_000;

    /// <summary>Why a file cannot be asked for; null when it can.</summary>
    /// <param name="now">UTC.</param>
    /// <remarks>Source: royal decree of 13 March 2023, art. 4 § 4; rules of procedure, art. 16.</remarks>
    public Refusal? WhyNot(string reason, DateTimeOffset now) => this switch
    {
        { HasRight: false } => new NoRightToEvoke(),
        { Sits: true } => new EvokerSitsThere(),
        _ when now >= StartsAt => new EvocationTooLate(StartsAt),
        { IsFile: false } => new NoFileToEvoke(),
        { IsDealtWith: true } => new ItemDealtWith(),
        { IsAsked: true } => new EvocationAskedAlready(),
        _ => string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > LongestReason ? new EvocationReasonMissing(LongestReason) : null,
    };
}

public sealed record NoRightToEvoke : Refusal;

public sealed record EvokerSitsThere : Refusal;

public sealed record EvocationTooLate(DateTimeOffset StartsAt) : Refusal
{
    public override ImmutableArray<object> Gaps => [StartsAt];
}

public sealed record NoFileToEvoke : Refusal;

public sealed record ItemDealtWith : Refusal;

public sealed record EvocationAskedAlready : Refusal;

public sealed record EvocationReasonMissing(int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest];
}
