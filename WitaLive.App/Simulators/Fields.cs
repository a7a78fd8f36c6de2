using WitaLive.Domain;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Simulators;

/// <summary>The checks that simulators share.</summary>
internal static class Fields
{
    /// <summary>The days a simulator answers about; the Gregorian holidays are certain in them.</summary>
    internal static readonly (DateOnly First, DateOnly Last) Days = (new(2000, 1, 1), new(2100, 12, 31));

    public static Formation? Formation(string? word, RulesInForce rules, FieldErrors errors)
    {
        var known = rules.Composition.Formations;
        if (word is null)
            errors.Add("formation", "Missing");
        else if (known.FirstOrDefault(f => f.Code == new FormationCode(word)) is { } formation)
            return formation;
        else
            errors.Add("formation", "UnknownWord", string.Join(", ", known.Select(f => f.Code.Value)));
        return null;
    }

    /// <summary>The groups to be filled in; of all formations while none is chosen.</summary>
    public static IEnumerable<GroupCode> Groups(Formation? formation, RulesInForce rules) => formation is null
        ? rules.Composition.Groups.Where(g => g.Votes).Select(g => g.Code)
        : rules.Composition.VotingGroups(formation.Code).Select(g => g.Code);

    public static int Most(GroupCode group, Formation? formation) => formation?.SeatsOf(group) ?? int.MaxValue;

    /// <summary>A number of seats from 0 to <paramref name="most"/>, or null and the fault.</summary>
    public static int? Seats(int? number, string field, int most, FieldErrors errors)
    {
        if (NotNegative(number, field, errors) is not { } seats)
            return null;
        if (seats <= most)
            return seats;
        errors.Add(field, "TooManySeats", most);
        return null;
    }

    /// <summary>A day a simulator answers about, or null and the fault.</summary>
    public static DateOnly? Day(DateOnly? day, string field, FieldErrors errors)
    {
        if (day >= Days.First && day <= Days.Last)
            return day;
        if (day is null)
            errors.Add(field, "Missing");
        else
            errors.Add(field, "DayOutOfRange", Days.First, Days.Last);
        return null;
    }

    /// <summary>Yes or no, or null and the fault.</summary>
    public static bool? Given(bool? answer, string field, FieldErrors errors)
    {
        if (answer is null)
            errors.Add(field, "Missing");
        return answer;
    }

    public static int? NotNegative(int? number, string field, FieldErrors errors)
    {
        if (number is >= 0)
            return number;
        errors.Add(field, number switch { null => "Missing", WholeNumber.None => "NotAWholeNumber", _ => "Negative" });
        return null;
    }
}
