using System.Text.Json;

namespace WitaLive.Bench.Years;

/// <summary>Attestations that came over by the law: so many, alike.</summary>
internal sealed record TransitionalLot(string Type, int Count, DateOnly From, DateOnly Until);

/// <summary>Between so many days and so many, both included.</summary>
internal sealed record DaySpan(int From, int Until)
{
    public int Draw(Random random) => From + random.Next(Until - From + 1);
}

/// <summary>How long people take, invented. Unit: days.</summary>
/// <param name="Completing">From receipt until the secretariat declares complete, or asks.</param>
/// <param name="Answering">Until the applicant answers what was asked.</param>
/// <param name="Reading">Until the secretariat declares complete after that.</param>
/// <param name="Coming">Until whoever is to be heard says that they come.</param>
/// <param name="Notifying">From the meeting until its decisions are notified.</param>
/// <param name="Appealing">From the notification until the appeal.</param>
internal sealed record YearPace(DaySpan Completing, DaySpan Answering, DaySpan Reading, DaySpan Coming, DaySpan Notifying, DaySpan Appealing);

/// <summary>How many of what a made year has. Data, in data/years.</summary>
/// <remarks>
/// Published, in the annual report of 2024, are what was received, what was delivered by type, the meetings held by formation and language, and what was in circulation on 27 March 2025.
/// All other numbers, shares and days are invented, so that these come out; the data says of itself which.
/// </remarks>
/// <param name="Languages">Shares of the files. Unit: per cent.</param>
/// <param name="AskedFirst">Of the received, those of whose applicants something is asked before they are complete.</param>
/// <param name="Refused">By the reason that the decision gives.</param>
/// <param name="Meetings">Held: by formation, and of restricted chambers by language.</param>
/// <param name="Failed">Of which the first convocation failed, and the second one is the one that was held.</param>
internal sealed record YearPlan(
    int Year, int Received, ImmutableSortedDictionary<string, int> Languages, int AskedFirst, int Withdrawn, int Cancelled, ImmutableSortedDictionary<string, int> Delivered,
    ImmutableSortedDictionary<string, int> Refused, int Referred, int Heard, ImmutableSortedDictionary<string, int> Meetings, ImmutableSortedDictionary<string, int> Failed, ImmutableArray<TransitionalLot> Transitional, DateOnly CirculationOn)
{
    public const string Refusal = "refusal";

    /// <summary>Convened and called off again, beside those that were held.</summary>
    public ImmutableSortedDictionary<string, int> CalledOff { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Of those who are refused, how many appeal; what is decided of that is among the decided. Unit: per cent.</summary>
    public int Appealing { get; init; }

    /// <summary>Of the appeals, how many are granted. Unit: per cent.</summary>
    public int AppealsGranted { get; init; }

    /// <summary>Applications with a proof on paper, and of the others those with a link. Unit: per cent.</summary>
    public int WithPaper { get; init; }

    /// <inheritdoc cref="WithPaper"/>
    public int WithLink { get; init; }

    public required YearPace Pace { get; init; }

    /// <summary>Meetings at which a seat is represented by another member. Unit: per cent.</summary>
    public int Represented { get; init; }

    public int Decided => Delivered.Values.Sum() + Refused.Values.Sum();

    public static YearPlan Read(string path) =>
        JsonSerializer.Deserialize<YearPlan>(File.ReadAllText(path), JsonSerializerOptions.Web) ?? throw new InvalidDataException($"{path} is empty.");

    /// <summary>A smaller year of the same shape; of everything there is, at least one.</summary>
    public YearPlan Scaled(double factor)
    {
        return this with
        {
            Received = One(Received), AskedFirst = One(AskedFirst), Withdrawn = One(Withdrawn), Cancelled = One(Cancelled), Delivered = Each(Delivered), Refused = Each(Refused),
            Referred = One(Referred), Heard = One(Heard), Meetings = Each(Meetings), Failed = Each(Failed), CalledOff = Each(CalledOff), Transitional = [.. Transitional.Select(lot => lot with { Count = One(lot.Count) })],
        };

        int One(int count) => count == 0 ? 0 : Math.Max(1, (int)Math.Round(count * factor, MidpointRounding.AwayFromZero));
        ImmutableSortedDictionary<string, int> Each(ImmutableSortedDictionary<string, int> counts) => counts.ToImmutableSortedDictionary(count => count.Key, count => One(count.Value));
    }

    /// <summary>Whether the nth of so many per cent is one of them: the first, and then in even steps.</summary>
    public static bool IsOneOf(int n, int percent) => n * percent / 100 != ((n - 1) * percent / 100) || n == 0 && percent > 0;

    /// <summary>A number shared out by weights, the largest remainders rounded up.</summary>
    public static ImmutableSortedDictionary<string, int> Share(int number, IReadOnlyDictionary<string, int> weights)
    {
        var all = weights.Values.Sum();
        var parts = weights.ToDictionary(weight => weight.Key, weight => number * weight.Value / all);
        foreach (var (key, _) in weights.OrderByDescending(weight => number * weight.Value % all).ThenBy(weight => weight.Key, StringComparer.Ordinal).Take(number - parts.Values.Sum()))
            parts[key]++;
        return parts.ToImmutableSortedDictionary();
    }
}
