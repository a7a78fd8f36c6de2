using System.Text.Json.Serialization;

namespace WitaLive.Domain.Rules;

/// <summary>A group of the Commission.</summary>
/// <param name="Letter">One letter for narrow places.</param>
/// <param name="Votes">False for a group with a consultative voice only.</param>
/// <param name="Seats">Seats by section.</param>
public sealed record Group(GroupCode Code, string Letter, bool Votes, ImmutableDictionary<string, int> Seats, ImmutableArray<string> Source);

/// <summary>A language section; its code is its language.</summary>
public sealed record Section(string Code, ImmutableArray<string> Source);

/// <summary>One way in which the Commission sits.</summary>
/// <param name="Seats">Voting seats by group.</param>
/// <param name="LanguageMinima">By group, then section: so many members at least. A condition of composition, not of presence (O-16).</param>
public sealed record Formation(
    FormationCode Code,
    bool Bilingual,
    ImmutableDictionary<GroupCode, int> Seats,
    ImmutableDictionary<GroupCode, ImmutableDictionary<string, int>> LanguageMinima,
    ImmutableArray<string> Source)
{
    public int SeatsOf(GroupCode group) => Seats.GetValueOrDefault(group);

    public int AllSeats => Seats.Values.Sum();
}

/// <summary>The usual split of a section's work into chambers by domain. Rules of procedure, art. 12 § 3.</summary>
public sealed record StandingChamber(int Number, FormationCode Formation, ImmutableArray<string> Domains, ImmutableArray<string> Source);

/// <summary>A chamber formed in a section for files in a language that has no section of its own.</summary>
/// <param name="MembersWithLanguage">So many members at least understand the language.</param>
public sealed record AdHocChamber(string Language, string Section, FormationCode Formation, int MembersWithLanguage, ImmutableArray<string> Source);

/// <summary>Where whoever presides in a role comes from.</summary>
[JsonConverter(typeof(WordConverter<ChairHolder>))]
public enum ChairHolder
{
    /// <summary>Appointed to an office of that name.</summary>
    Office,

    /// <summary>Elected by the chamber to preside it.</summary>
    ElectedChair,

    /// <summary>Elected by the chamber to stand in for its chair.</summary>
    ElectedSubstitute,

    /// <summary>Any jurist of the secretariat.</summary>
    Jurists,
}

/// <summary>Who makes up the Commission. Groups, sections and formations stand in the order of the data.</summary>
public sealed record Composition(
    DateOnly From,
    ImmutableArray<Group> Groups,
    ImmutableArray<Section> Sections,
    ImmutableArray<string> Domains,
    ImmutableArray<Formation> Formations,
    ImmutableArray<StandingChamber> Chambers,
    ImmutableArray<AdHocChamber> AdHocChambers,
    ImmutableArray<string> Source,
    ImmutableDictionary<ChairRole, ChairHolder>? ChairHolders = null) : IDated
{
    /// <summary>Who presides in a role; of one that the data do not mention, whoever holds the office of that name.</summary>
    public ChairHolder HolderOf(ChairRole role) => ChairHolders?.GetValueOrDefault(role) ?? ChairHolder.Office;

    /// <exception cref="ArgumentException">There is no such formation.</exception>
    public Formation Formation(FormationCode code) =>
        Formations.FirstOrDefault(f => f.Code == code) ?? throw new ArgumentException($"There is no formation {code}.", nameof(code));

    /// <summary>The groups that vote in a formation, in the order of the data.</summary>
    /// <exception cref="ArgumentException">There is no such formation.</exception>
    public ImmutableArray<Group> VotingGroups(FormationCode code)
    {
        var formation = Formation(code);
        return [.. Groups.Where(g => g.Votes && formation.SeatsOf(g.Code) > 0)];
    }

    internal void Check(string file)
    {
        Distinct(file, "groups", Groups.Select(g => g.Code.Value));
        Distinct(file, "groups", Groups.Select(g => g.Letter));
        Distinct(file, "sections", Sections.Select(s => s.Code));
        Distinct(file, "domains", Domains);
        Distinct(file, "formations", Formations.Select(f => f.Code.Value));
        foreach (var group in Groups)
        {
            Require(group.Seats.Keys.All(IsSection), file, $"groups.{group.Code}.seats", "a section is not known.");
            Require(group.Seats.Values.All(n => n >= 0), file, $"groups.{group.Code}.seats", "a number of seats is negative.");
        }
        foreach (var formation in Formations)
        {
            var place = $"formations.{formation.Code}";
            Require(formation.Seats.Count > 0 && formation.Seats.Values.All(n => n > 0), file, $"{place}.seats", "each group named has at least one seat.");
            Require(formation.Seats.Keys.All(code => Groups.Any(g => g.Votes && g.Code == code)), file, $"{place}.seats", "a group is not known, or has no vote.");
            Require(formation.LanguageMinima.All(m => m.Value.Keys.All(IsSection) && m.Value.Values.Sum() <= formation.SeatsOf(m.Key)),
                file, $"{place}.languageMinima", "a section is not known, or the minima are more than the group's seats.");
        }
        Require(Chambers.All(c => c.Domains.All(Domains.Contains) && IsFormation(c.Formation)), file, "chambers", "a domain or formation is not known.");
        Require(AdHocChambers.All(c => IsSection(c.Section) && IsFormation(c.Formation)), file, "adHocChambers", "a section or formation is not known.");

        bool IsSection(string code) => Sections.Any(s => s.Code == code);
        bool IsFormation(FormationCode code) => Formations.Any(f => f.Code == code);
    }

    private void Distinct(string file, string place, IEnumerable<string> words) =>
        Require(words.GroupBy(w => w).All(g => g.Count() == 1), file, place, "a word stands twice.");

    private void Require(bool condition, string file, string place, string why)
    {
        if (!condition)
            throw new RuleDataException(file, $"version of {From:O}, {place}", why);
    }
}
