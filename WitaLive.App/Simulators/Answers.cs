using System.Text.Json.Serialization;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Decisions;
using WitaLive.Domain.Quorum;

namespace WitaLive.App.Simulators;

/// <summary>The quorum as the public contract writes it.</summary>
public sealed record QuorumAnswer(bool Reached, ImmutableArray<BlocStatus> Blocs, bool ChairPresent, string Consequence, ImmutableArray<string> Sources)
{
    /// <summary>The consequence in words, for the page.</summary>
    [JsonIgnore]
    public string InWords { get; init; } = "";
}

/// <summary>An exact number as two whole ones.</summary>
public sealed record ExactNumber(long Numerator, long Denominator)
{
    public static ExactNumber From(Fraction fraction) => new(fraction.Numerator, fraction.Denominator);
}

/// <summary>The decision as the public contract writes it.</summary>
public sealed record DecisionAnswer(
    string Outcome, bool Unanimous, ExactNumber InFavour, ExactNumber Threshold, ImmutableArray<string> Explanation, ImmutableArray<string> Sources)
{
    internal DecisionAnswer(Count count, ImmutableArray<string> explanation, ImmutableArray<string> sources)
        : this(count.Carried ? "carried" : "notCarried", count.Unanimous, ExactNumber.From(count.InFavour), ExactNumber.From(count.Threshold), explanation, sources) =>
        Count = count;

    /// <summary>The count itself, for the page.</summary>
    [JsonIgnore]
    public Count? Count { get; }

    /// <summary>The groups' parts, for the page; empty where heads are counted and not groups.</summary>
    [JsonIgnore]
    public ImmutableArray<GroupWeight> Weights { get; init; } = [];
}

/// <summary>The notice as the public contract writes it.</summary>
/// <param name="LatestSendingDay">The latest calendar day that leaves the whole notice.</param>
/// <param name="WorkingDays">How many lie strictly between.</param>
/// <param name="HolidaysCounted">The weekday holidays strictly between.</param>
public sealed record NoticeAnswer(DateOnly LatestSendingDay, int WorkingDays, ImmutableArray<DateOnly> HolidaysCounted, ImmutableArray<string> Sources);

/// <summary>The due day as the public contract writes it.</summary>
public sealed record DeadlineAnswer(DateOnly DueOn, ImmutableArray<string> Workings, ImmutableArray<string> Sources);

/// <summary>A condition that was looked at, in words.</summary>
public sealed record ReasonAnswer(string Rule, bool Met, string Source);

/// <summary>Where the figures point, as the public contract writes it.</summary>
public sealed record EligibilityAnswer(
    [property: JsonPropertyName("core2y")] decimal Core2,
    [property: JsonPropertyName("core3y")] decimal Core3,
    [property: JsonPropertyName("core5y")] decimal Core5,
    string Presumption, string PointsTo, ImmutableArray<ReasonAnswer> Reasons)
{
    /// <summary>The assessment itself, for the page.</summary>
    [JsonIgnore]
    public Eligibility? Assessed { get; init; }
}
