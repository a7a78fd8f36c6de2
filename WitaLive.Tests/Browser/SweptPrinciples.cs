using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Principles;
using WitaLive.Domain;
using WitaLive.Domain.Principles;
using WitaLive.Tests.Access;
using WitaLive.Tests.Domain.Principles;

namespace WitaLive.Tests.Browser;

/// <summary>What plenaries of years ago adopted, a proposal that is discussed, and a draft.</summary>
internal static class SweptPrinciples
{
    public const string Activity = "puppeteer";

    private const string Number = "2025-P-0001";

    public static async Task<(string Number, Guid Adopted, Guid Discussed, Guid Draft)> WriteAsync(IServiceProvider services, DateTimeOffset now)
    {
        var principle = AProposal.Principle(text: "Les répétitions payées comptent comme activité principale.\n\nLa Commission regarde le contrat, et non le nombre de jours.") with { Code = Number, Activities = ["actor", Activity] };
        var adopted = await AdoptAsync(services, Number, principle, now.AddDays(-400));
        await AdoptAsync(services, "2025-P-0002", principle with { Change = ProposalChange.Renew }, now.AddDays(-100));
        await AdoptAsync(services, "2025-P-0003", AProposal.Activity(Activity), now.AddDays(-300));
        await AdoptAsync(services, "2025-P-0004", AProposal.Activity(Activity, ProposalChange.Renew, "Manipulation de marionnettes", now.DayInBrussels().AddDays(60)), now.AddDays(-20));
        await AdoptAsync(services, "2025-P-0005", AProposal.Activity("magician", ProposalChange.End), now.AddDays(-20));

        var (desk, secretary) = (services.GetRequiredService<ProposalDesk>(), Who.With(App.Access.Roles.Secretariat));
        var discussed = Id(await desk.SaveAsync(secretary, null, 0, principle with { Change = ProposalChange.Renew }, default));
        Assert.Null(await desk.ProposeAsync(secretary, discussed, 1, isRead: true, default));
        Assert.Null(await services.GetRequiredService<TranslationDesk>().CorrectAsync(secretary, adopted, 2, new("de", "Proben", "Bezahlte Proben zählen.\nAuf den Vertrag kommt es an."), isRead: true, default));
        await using var db = await services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
        var member = await db.Persons.SingleAsync(p => p.Email == "aline.delvausart@example.org");
        Assert.Null(await desk.RemarkAsync(Who.With(member.Id), discussed, Guid.NewGuid(), "Et les répétitions que personne ne paie ?\nElles prennent autant de temps.", default));
        Assert.IsType<Result<ProposalId>.Ok>(await desk.SaveAsync(secretary, discussed, 2, principle with
        {
            Change = ProposalChange.Renew, Domains = ["theatre", "music"],
            Wording = AProposal.Principle(text: "Les répétitions payées comptent toujours comme activité principale.\n\nLa Commission regarde le contrat.").Wording,
        }, default)); // a member who spoke of it is told
        var draft = Id(await desk.SaveAsync(secretary, null, 0, AProposal.Principle("Dossier Delvausart", "Comme dans 2023-A-000006, décidé pour Aline Delvausart."), default));
        return (Number, adopted.Value, discussed.Value, draft.Value);
    }

    private static ProposalId Id(Result<ProposalId> saved) => Assert.IsType<Result<ProposalId>.Ok>(saved).Value;

    private static async Task<ProposalId> AdoptAsync(IServiceProvider services, string number, Proposal proposal, DateTimeOffset at)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
        var stored = new StoredProposal { Id = new(Guid.NewGuid()), Number = number, CreatedAt = at };
        stored.Write(proposal);
        stored.Course = new(ProposalStage.Adopted, null);
        stored.Adopt(at.DayInBrussels(), at);
        db.Add(stored);
        await db.SaveChangesAsync();
        return stored.Id;
    }
}
