using System.Globalization;
using WitaLive.App.Files;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Meetings;

/// <summary>Makes lines of an agenda: from a file, or from any other point.</summary>
public sealed class AgendaLines(Names names)
{
    /// <summary>A point that is no file answers with what this kind allows.</summary>
    public const string PointKind = "point";

    /// <summary>The title names the kind and the number, not the applicant: it is what a big screen shows.</summary>
    /// <exception cref="ArgumentException">The rules in force know no such kind of file.</exception>
    /// <param name="isRenewal">It asks to follow an attestation, and is called so.</param>
    public AgendaLine Of(ApplicationFile file, RulesInForce rules, int minutes, LateRequest? request = null, bool isRenewal = false) => new()
    {
        Id = new(Guid.CreateVersion7()),
        FileId = file.Id,
        Reference = file.Number,
        Applicant = file.Applicant,
        Titles = Person.Languages.ToImmutableSortedDictionary(
            language => language, language => $"{names.Of($"fileKind.{(isRenewal ? "renewal" : file.Kind)}", new CultureInfo(language))} {file.Number}"),
        Outcomes = [.. KindOf(rules, file.Kind).Outcomes],
        Minutes = minutes,
        RequestedBy = request?.By,
        RequestedOn = request?.On,
    };

    /// <param name="proposal">What it puts to the vote, and its number.</param>
    public AgendaLine Of(
        ImmutableSortedDictionary<string, string> titles, RulesInForce rules, int minutes, LateRequest? request = null, (ProposalId Id, string Number)? proposal = null) => new()
    {
        Id = new(Guid.CreateVersion7()),
        ProposalId = proposal?.Id,
        Reference = proposal?.Number,
        Titles = titles,
        Outcomes = [.. PointOutcomes(rules)],
        Minutes = minutes,
        RequestedBy = request?.By,
        RequestedOn = request?.On,
    };

    /// <summary>What may be put to the vote on a point that is no file.</summary>
    public static ImmutableArray<string> PointOutcomes(RulesInForce rules) => KindOf(rules, PointKind).Outcomes;

    private static FileKind KindOf(RulesInForce rules, string kind) =>
        rules.FileKinds.Find(kind) ?? throw new ArgumentException($"There is no kind of file {kind}.", nameof(kind));
}
