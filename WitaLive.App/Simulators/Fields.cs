using WitaLive.Domain;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Simulators;

/// <summary>The checks that both simulators share.</summary>
internal static class Fields
{
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

    public static int? NotNegative(int? number, string field, FieldErrors errors)
    {
        if (number is >= 0)
            return number;
        errors.Add(field, number is null ? "Missing" : "Negative");
        return null;
    }
}
