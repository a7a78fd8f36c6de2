using WitaLive.Domain.Rules;

namespace WitaLive.Domain.Rulings;

public enum DeliveryState
{
    /// <summary>To be handed to the eBox.</summary>
    ToHand,

    /// <summary>In the eBox, not read yet.</summary>
    InEbox,
    Read,

    /// <summary>No eBox, or not read there in time.</summary>
    ToPost,
    Posted,
}

/// <summary>On which days a letter went which way.</summary>
/// <param name="HandedOn">To the eBox; null while it was not.</param>
/// <param name="HasNoEbox">The eBox said that it reaches nobody.</param>
/// <param name="ReadOn">In the eBox.</param>
/// <remarks>Source: rules of procedure, art. 32: by eBox when it is active; else, or when unread after five calendar days, by post.</remarks>
public sealed record Delivery(DateOnly? HandedOn, bool HasNoEbox, DateOnly? ReadOn, DateOnly? PostedOn)
{
    /// <param name="canHand">There is an eBox to hand letters to, and this one was printed.</param>
    public DeliveryState On(DateOnly today, bool canHand, RulingRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return this switch
        {
            { PostedOn: not null } => DeliveryState.Posted,
            { ReadOn: not null } => DeliveryState.Read,
            { HasNoEbox: true } => DeliveryState.ToPost,
            { HandedOn: { } handed } => today >= handed.AddDays(rule.DaysUnread) ? DeliveryState.ToPost : DeliveryState.InEbox,
            _ => canHand ? DeliveryState.ToHand : DeliveryState.ToPost,
        };
    }

    /// <summary>Where it was posted to when nobody knew an address of its receiver; null where one was known.</summary>
    public string? PostedTo { get; init; }

    /// <summary>The day of an answer of the eBox; null when nothing can have come of the letter on the day it says: long before it was handed in, or to come.</summary>
    /// <remarks>Whoever answers has a clock of its own: one day too early or too late counts as the nearest that can be.</remarks>
    public DateOnly? AnsweredOn(DateOnly said, DateOnly today) =>
        HandedOn is not { } handed || said < handed.AddDays(-1) || said > today.AddDays(1) ? null
        : said > today ? today
        : said < handed ? handed
        : said;

    /// <summary>Why it cannot be written down as posted on a day.</summary>
    /// <param name="signedOn">Nothing is posted before.</param>
    public Refusal? WhyNotPost(DateOnly day, DateOnly signedOn, DateOnly today) =>
        PostedOn is not null || ReadOn is not null ? new LetterHasArrived() : day < signedOn || day > today ? new PostDayUnusable() : null;
}

public sealed record LetterHasArrived : Refusal;

/// <summary>What it tells holds no more: posting it would begin the periods of appeal of a decision that is none.</summary>
public sealed record LetterIsReplaced : Refusal;

public sealed record PostDayUnusable : Refusal;

/// <summary>Nobody knows where their receivers live: whoever posted them says where to.</summary>
/// <param name="References">Of the letters that lack an address.</param>
public sealed record LetterNeedsAddress(ImmutableArray<Guid> Letters, string References) : Refusal
{
    public override ImmutableArray<object> Gaps => [References];
}
