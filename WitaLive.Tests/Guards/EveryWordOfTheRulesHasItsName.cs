using WitaLive.App.Languages;
using WitaLive.App.Rules;
using WitaLive.Tests.Domain;

namespace WitaLive.Tests.Guards;

public class EveryWordOfTheRulesHasItsName
{
    private static readonly Names s_names = new(File.ReadAllText(Path.Combine(Repository.Root, "data", "names.json")));

    [Fact]
    public void In_the_four_languages()
    {
        foreach (var rules in TheRules.Book.Beginnings.Select(TheRules.Book.On))
        {
            var composition = rules.Composition;
            string[] words =
            [
                .. composition.Groups.Select(g => $"group.{g.Code}"),
                .. composition.Sections.Select(s => $"section.{s.Code}"),
                .. composition.Domains.Select(d => $"domain.{d}"),
                .. composition.Formations.Select(f => $"formation.{f.Code}"),
                .. composition.AdHocChambers.Select(c => $"adHocChamber.{c.Language}"),
                .. composition.Formations.SelectMany(f => rules.Quorum(f.Code).Chairs).Select(c => $"role.{c.Value}"),
                .. composition.Formations.SelectMany(f => rules.Quorum(f.Code).Blocs).Select(b => $"bloc.{b.Name}"),
                .. rules.Notice.Holidays.Select(h => $"holiday.{h.Name}"),
                .. rules.FileKinds.Kinds.Select(k => $"fileKind.{k.Code}"),
                .. rules.FileKinds.Kinds.SelectMany(k => k.Outcomes).Select(o => $"outcome.{o}"),
                .. rules.FileKinds.ActivityReasons.SelectMany(r => new[] { $"activityReason.{r}", $"activityInLetter.{r}" }),
                .. rules.Rulings.Reasons.Select(r => $"rulingReason.{r.Code}"),
                .. rules.Rulings.Reasons.Where(r => r.Outcomes.Any(outcome => !rules.Thresholds.ValidityInYears.ContainsKey(outcome))).Select(r => $"rulingReasonBrief.{r.Code}"),
                .. rules.Rulings.Signers.Select(r => $"role.{r.Value}"),
                .. rules.Procedure.Measures.SelectMany(m => m.Requesters).Select(r => $"requester.{r}"),
                .. rules.Procedure.Measures.SelectMany(m => m.Grounds).Select(g => $"ground.{g}"),
                .. rules.Fees.Travel.Means.Select(m => $"travel.{m.Code}"),
                .. rules.Figures.Report.Sections.Select(section => $"annualSection.{section}"),
                .. rules.OpenPoints.Points.Select(p => $"openPoint.{p.Number}"),
            ];

            Assert.Empty(words.Except(s_names.Keys));
        }
    }

    [Fact]
    public void And_every_source_is_said_in_full()
    {
        foreach (var source in TheRules.InForce.Composition.Formations.SelectMany(f =>
            TheRules.InForce.DecisionSources(f.Code).AddRange(TheRules.InForce.QuorumSources(f.Code)).AddRange(f.Source)))
        {
            var said = Language.All.Select(language => s_names.OfSource(source, language.Culture)).ToList();
            Assert.Equal(said.Count, said.Distinct().Count());
            Assert.All(said, text => Assert.True(text.Length > source.Length + 10, text));
        }
    }
}
