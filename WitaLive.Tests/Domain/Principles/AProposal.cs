using WitaLive.Domain.Applications;
using WitaLive.Domain.Principles;

namespace WitaLive.Tests.Domain.Principles;

/// <summary>Proposals that could be made.</summary>
internal static class AProposal
{
    public static Proposal Principle(string title = "Répétitions", string text = "Les répétitions payées comptent.") => new(
        ProposalSubject.Principle, ProposalChange.Begin, "", null, Said(new() { ["fr"] = title, ["nl"] = "Repetities" }, new() { ["fr"] = text, ["nl"] = "Betaalde repetities tellen mee." }), ["theatre"], [], null);

    public static Proposal Activity(string code = "puppeteer", ProposalChange change = ProposalChange.Begin, string title = "Marionnettiste", DateOnly? from = null) => new(
        ProposalSubject.Activity, change, code, from, Said(new() { ["fr"] = title, ["nl"] = "Poppenspeler", ["de"] = "Figurenspiel" }, []), ["theatre"], [], ActivityKind.Artistic);

    public static Wording Said(Dictionary<string, string> titles, Dictionary<string, string> texts) => Wording.Typed(titles, texts);
}
