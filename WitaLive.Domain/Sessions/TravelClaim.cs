using WitaLive.Domain.Rules;

namespace WitaLive.Domain.Sessions;

/// <summary>What somebody claims for coming to one meeting, there and back.</summary>
/// <param name="Means">The code of one of <see cref="TravelRule.Means"/>.</param>
/// <param name="Quantity">Kilometres, or what the tickets cost in euro. Two decimals at most.</param>
public sealed record TravelClaim(MeetingId Meeting, PersonId Person, string Means, decimal Quantity)
{
    /// <summary>Nobody in Belgium lives farther from anywhere in it, nor pays more for it. Unit: kilometres, or euro.</summary>
    public const decimal Most = 600;

    /// <summary>Rounded to the cent; null when the rate of that day is not known.</summary>
    public decimal? Amount(TravelRule rule, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Find(Means) switch
        {
            null => null,
            { ByKilometre: false } => Quantity,
            var means => means.RateOn(day) is { } rate ? Math.Round(Quantity * rate, 2, MidpointRounding.AwayFromZero) : null,
        };
    }

    /// <summary>Why it cannot be claimed; null when it can.</summary>
    public Refusal? WhyNot(Session session, TravelRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (!IsPaidBack(session, Person, rule))
            return new NoTravelPaidBack();
        if (rule.Find(Means) is null)
            return new TravelMeansNotChosen();
        return Quantity is <= 0 or > Most || decimal.Round(Quantity, 2) != Quantity ? new TravelQuantityUnusable(Most) : null;
    }

    /// <summary>Who came to where the meeting was held, and belongs to those who are paid back.</summary>
    public static bool IsPaidBack(Session session, PersonId person, TravelRule rule)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(rule);
        return session.Seats.Any(seat => rule.Groups.Contains(seat.Group) && seat.Duo.Any(m => m.Person == person && m.OnSite))
            || session.Officers.Any(o => rule.Offices.Contains(o.Role) && o.Member.Person == person && o.Member.OnSite);
    }
}

/// <summary>One did not come to where the meeting was held, or is paid by whom one works for.</summary>
public sealed record NoTravelPaidBack : Refusal;

public sealed record TravelMeansNotChosen : Refusal;

public sealed record TravelQuantityUnusable(decimal Most) : Refusal
{
    public override ImmutableArray<object> Gaps => [Most];
}
