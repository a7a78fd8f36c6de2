namespace WitaLive.Domain.Principles;

/// <summary>Something adopted, and from when on.</summary>
public sealed record Adopted<T>(ProposalChange Change, DateOnly From, T Content);

/// <summary>What holds from a day until another, both included.</summary>
/// <param name="Number">From 1, in the order in which they were adopted: a later adoption changes no earlier number.</param>
/// <param name="Until">Null while nothing ends it.</param>
public sealed record DatedVersion<T>(int Number, DateOnly From, DateOnly? Until, T Content)
{
    public bool HoldsOn(DateOnly day) => From <= day && !(Until < day);
}

/// <summary>Makes of what was adopted, one after the other, what holds on each day.</summary>
public static class Timeline
{
    /// <summary>The versions, earliest first. Each holds until the day before the next change; one that another replaces from its own first day on never held, nor one that was to begin after an end adopted later.</summary>
    /// <param name="adopted">In the order of adoption.</param>
    public static ImmutableArray<DatedVersion<T>> Of<T>(IEnumerable<Adopted<T>> adopted)
    {
        var number = 0;
        var byDay = new SortedList<DateOnly, (int Number, DateOnly From, T Content)>();
        foreach (var one in adopted)
        {
            if (one.Change is ProposalChange.End)
                foreach (var day in byDay.Keys.Where(day => day > one.From).ToList())
                    byDay.Remove(day);
            byDay[one.From] = (one.Change is ProposalChange.End ? 0 : ++number, one.From, one.Content);
        }
        var changes = byDay.Values;
        return
        [
            .. from i in Enumerable.Range(0, changes.Count)
               let change = changes[i]
               where change.Number > 0
               select new DatedVersion<T>(change.Number, change.From, i + 1 < changes.Count ? changes[i + 1].From.AddDays(-1) : null, change.Content),
        ];
    }

    public static DatedVersion<T>? On<T>(this ImmutableArray<DatedVersion<T>> versions, DateOnly day) => versions.FirstOrDefault(version => version.HoldsOn(day));
}
