namespace WitaLive.Domain.Decisions;

/// <summary>The result of a vote on one proposal.</summary>
/// <param name="Carried">Whether the rule is met. Never without a vote for.</param>
/// <param name="Unanimous">At least one for, none against, none abstaining.</param>
/// <param name="InFavour">What is in favour, 0/1 to 1/1; exact.</param>
/// <param name="Threshold">What had to be reached.</param>
public sealed record Count(bool Carried, bool Unanimous, Fraction InFavour, Fraction Threshold);

/// <summary>One group's part in a weighted count.</summary>
/// <param name="Seats">Seats the share is split over; 0 when the group is absent from this count.</param>
/// <param name="InFavour">Share × For ÷ Seats; 0/1 for an absent group.</param>
public sealed record GroupWeight(GroupCode Group, Fraction Share, int Seats, int For, Fraction InFavour)
{
    public bool IsThere => Seats > 0;
}
