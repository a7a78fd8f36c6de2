using WitaLive.Domain.Rules;

namespace WitaLive.Domain.Applications;

/// <summary>Days on which the clock stands still for a reason that a file has of its own, both included.</summary>
public readonly record struct Pause
{
    /// <exception cref="ArgumentException">The end is before the start.</exception>
    public Pause(DateOnly from, DateOnly to)
    {
        if (to < from)
            throw new ArgumentException($"A pause cannot end on {to:O}, before it starts on {from:O}.", nameof(to));
        (From, To) = (from, to);
    }

    public DateOnly From { get; }

    public DateOnly To { get; }
}

/// <summary>Why days do not count.</summary>
public enum StopReason
{
    /// <summary>Months in which no clock runs, such as July and August.</summary>
    Months,

    /// <summary>A pause of the file itself, outside those months.</summary>
    Pause,
}

/// <summary>Days in a row that did not count, both included.</summary>
public readonly record struct Stop(StopReason Reason, DateOnly From, DateOnly To)
{
    public int Days => To.DayNumber - From.DayNumber + 1;
}

/// <summary>Until when a decision is due, with the working. The due day is <see cref="Days"/> plus all days of <see cref="Stops"/> after the file was complete.</summary>
/// <param name="Days">How many days have to run.</param>
/// <param name="WithoutStops">The day it would be if no day were stopped.</param>
/// <param name="Stops">In order; none overlaps another.</param>
public sealed record DueDate(DateOnly CompleteOn, int Days, DateOnly WithoutStops, ImmutableArray<Stop> Stops, DateOnly DueOn)
{
    /// <summary>Counts day by day from the day after the file was declared complete.</summary>
    /// <param name="pauses">May overlap each other and the stopped months, and lie outside the time that matters.</param>
    /// <remarks>Source: royal decree of 13 March 2023, art. 13; rules of procedure, art. 24 and 43.</remarks>
    public static DueDate Count(DecisionTime rule, DateOnly completeOn, IEnumerable<Pause> pauses)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(pauses);
        var withoutStops = completeOn.AddMonths(rule.Months);
        var days = withoutStops.DayNumber - completeOn.DayNumber;
        var waiting = new Queue<Pause>(Joined(pauses));
        var stops = ImmutableArray.CreateBuilder<Stop>();
        var day = completeOn;
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            while (waiting.TryPeek(out var next) && next.To < day)
                waiting.Dequeue();
            if (rule.StoppedMonths.Contains(day.Month))
                Stand(StopReason.Months);
            else if (waiting.TryPeek(out var pause) && pause.From <= day)
                Stand(StopReason.Pause);
            else
                left--;
        }
        return new(completeOn, days, withoutStops, stops.ToImmutable(), day);

        void Stand(StopReason reason)
        {
            if (stops.Count > 0 && stops[^1] is var last && last.Reason == reason && last.To == day.AddDays(-1))
                stops[^1] = last with { To = day };
            else
                stops.Add(new(reason, day, day));
        }
    }

    private static IEnumerable<Pause> Joined(IEnumerable<Pause> pauses)
    {
        Pause? open = null;
        foreach (var pause in pauses.OrderBy(p => p.From))
        {
            if (open is { } before && pause.From <= before.To)
            {
                open = new(before.From, pause.To > before.To ? pause.To : before.To);
                continue;
            }
            if (open is { } done)
                yield return done;
            open = pause;
        }
        if (open is { } last)
            yield return last;
    }
}
