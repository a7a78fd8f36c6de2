using WitaLive.Domain.Rules;

namespace WitaLive.Domain.Chambers;

/// <summary>A seat and those who may occupy it, as far as its place in a formation depends on them.</summary>
/// <param name="Duo">Effective member and substitute, as many as there are; empty for a vacant seat.</param>
public sealed record Sitting(Seat Seat, ImmutableArray<Person> Duo);

/// <summary>How many seats of a group a formation has, and how many of them have to come from each section.</summary>
/// <param name="Total">Unit: seats, each duo once.</param>
/// <param name="Least">The smallest number from a section, by section; empty where the law sets none.</param>
public sealed record GroupSeats(GroupCode Group, int Total, ImmutableDictionary<string, int> Least);

/// <summary>What makes a set of seats a formation. Data: data/rules/composition.json.</summary>
/// <param name="OneSection">Whether all seats come from one section.</param>
/// <param name="AdHocLeastPassive">In a chamber formed for a language: the smallest number of members who follow it.</param>
/// <remarks>Source: royal decree of 13 March 2023, art. 4 § 1, 5 § 1, 6 and 14; rules of procedure, art. 45 § 2.</remarks>
public sealed record FormationComposition(FormationCode Formation, ImmutableArray<GroupSeats> Groups, bool OneSection, int AdHocLeastPassive)
{
    /// <summary>The conditions of a formation in the rules of a day.</summary>
    /// <exception cref="ArgumentException">There is no such formation.</exception>
    public static FormationComposition Of(Composition rules, FormationCode code, string? adHocLanguage = null)
    {
        var formation = rules.Formation(code);
        return new(
            code,
            [.. rules.VotingGroups(code).Select(g => new GroupSeats(
                g.Code, formation.SeatsOf(g.Code), formation.LanguageMinima.GetValueOrDefault(g.Code, ImmutableDictionary<string, int>.Empty)))],
            OneSection: !formation.Bilingual,
            rules.AdHocChambers.FirstOrDefault(c => c.Language == adHocLanguage && c.Formation == code)?.MembersWithLanguage ?? 0);
    }

    /// <summary>Every condition these seats do not meet; empty when they make the formation.</summary>
    /// <param name="section">The section of the chamber, where it has one.</param>
    /// <param name="adHocLanguage">The language the chamber is formed for, if any.</param>
    /// <remarks>Consultative seats (groups this formation does not count) neither help nor harm.</remarks>
    public ImmutableArray<Refusal> Lacking(IReadOnlyCollection<Sitting> seats, string? section = null, string? adHocLanguage = null)
    {
        var lacking = ImmutableArray.CreateBuilder<Refusal>();
        var voting = seats.Where(s => Groups.Any(g => g.Group == s.Seat.Group)).ToList();
        foreach (var group in Groups)
        {
            var mine = voting.Where(s => s.Seat.Group == group.Group).ToList();
            if (mine.Count != group.Total)
                lacking.Add(new WrongNumberOfSeats(group.Group, mine.Count, group.Total));
            foreach (var (language, least) in group.Least.OrderBy(l => l.Key, StringComparer.Ordinal))
                if (mine.Count(s => s.Seat.Section == language) is var count && count < least)
                    lacking.Add(new TooFewOfSection(group.Group, language, count, least));
        }

        if (OneSection && voting.Find(s => s.Seat.Section != (section ?? voting[0].Seat.Section)) is { } stranger)
            lacking.Add(new SeatOfAnotherSection(stranger.Seat.Id, stranger.Seat.Group, stranger.Seat.Number, stranger.Seat.Section));
        if (adHocLanguage is not null
            && voting.Count(s => s.Duo.Any(p => p.Follows(adHocLanguage))) is var following && following < AdHocLeastPassive)
            lacking.Add(new TooFewFollow(adHocLanguage, following, AdHocLeastPassive));
        return lacking.ToImmutable();
    }
}

public sealed record WrongNumberOfSeats(GroupCode Group, int Count, int Needed) : Refusal
{
    public override ImmutableArray<object> Gaps => [Group, Count, Needed];
}

public sealed record TooFewOfSection(GroupCode Group, string Section, int Count, int Needed) : Refusal
{
    public override ImmutableArray<object> Gaps => [Group, Section, Count, Needed];
}

public sealed record SeatOfAnotherSection(SeatId Seat, GroupCode Group, int Number, string Section) : Refusal
{
    public override ImmutableArray<object> Gaps => [Group, Number, Section];
}

public sealed record TooFewFollow(string Language, int Count, int Needed) : Refusal
{
    public override ImmutableArray<object> Gaps => [Language, Count, Needed];
}
