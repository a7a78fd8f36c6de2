using WitaLive.Domain;

namespace WitaLive.Tests.Year;

/// <summary>When each person cannot come, made up at random: holidays that are known long before, illnesses that are not, and a fortnight of influenza.</summary>
internal sealed class Absences(Random random, IEnumerable<PersonId> people, int year)
{
    private readonly Dictionary<PersonId, List<(DateOnly From, DateOnly Until, bool IsForeseen)>> _of = people.ToDictionary(person => person, _ => Make(random, year));

    public bool IsAway(PersonId person, DateOnly day) => _of[person].Exists(a => a.From <= day && day <= a.Until);

    /// <summary>Whether someone knows on one day that they cannot come on another.</summary>
    public bool Knows(PersonId person, DateOnly today, DateOnly day) => _of[person].Exists(a => a.From <= day && day <= a.Until && (a.IsForeseen || a.From <= today));

    private static List<(DateOnly, DateOnly, bool)> Make(Random random, int year)
    {
        var (made, first) = (new List<(DateOnly, DateOnly, bool)>(), new DateOnly(year, 1, 1));
        for (var day = random.Next(60); day < 365; day += 20 + random.Next(60))
        {
            var isForeseen = random.Next(2) == 0;
            made.Add((first.AddDays(day), first.AddDays(day + (isForeseen ? 4 + random.Next(10) : 1 + random.Next(5))), isForeseen));
        }
        if (random.Next(100) < 80)
            made.Add((new DateOnly(year, 2, 8).AddDays(random.Next(3)), new DateOnly(year, 2, 22), false)); // influenza
        return made;
    }
}
