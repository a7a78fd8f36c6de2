using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Access;
using WitaLive.App.Principles;
using WitaLive.App.Start;
using WitaLive.Domain;
using WitaLive.Domain.Principles;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;
using WitaLive.Tests.Domain.Principles;
using WitaLive.Tests.Meetings;
using static WitaLive.Tests.Principles.APlenary;

namespace WitaLive.Tests.Principles;

/// <summary>Whoever read a proposal, or said something of it, is told when its text is another one.</summary>
public class ChangingWhatWasRead
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Is_told_to_whoever_read_it_and_to_nobody_else_until_they_read_it_again(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (versions, members) = (office.Get<ProposalVersions>(), (await office.ChamberAsync()).Members.ToList());
        var (reader, speaker, stranger) = (Who.With(members[0].Id), Who.With(members[1].Id), Who.With(members[2].Id));
        var id = await ProposedAsync(office, AProposal.Principle());
        await versions.MarkReadAsync(reader, id, 1, default);
        await versions.MarkReadAsync(reader, id, 2, default); // there is none yet
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await office.Get<ProposalDesk>().RemarkAsync(speaker, id, Guid.NewGuid(), "Et les costumes ?", default));
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([false, false, false], await ToldAsync(office, reader, speaker, stranger));

        await WriteAsync(office, id, AProposal.Principle(text: "Les répétitions payées comptent toujours."));
        Assert.Equal([true, true, false], await ToldAsync(office, reader, speaker, stranger));
        Assert.Contains(await TasksAsync(office, reader), task => task.Text == "1 proposal changed since you read it");
        Assert.DoesNotContain(await TasksAsync(office, stranger), task => task.Text.Contains("changed", StringComparison.Ordinal));
        var since = (await office.Get<ProposalReading>().ReadAsync(reader, id, default))!.Texts.ChangedSince!;
        Assert.Equal((1, "Les répétitions payées comptent."), (since.Number, since.Proposal.Wording.Texts["fr"]));

        await versions.MarkReadAsync(reader, id, 2, default);
        await versions.MarkReadAsync(reader, id, 1, default); // an older page, still open
        Assert.Equal([false, true, false], await ToldAsync(office, reader, speaker, stranger));
        await WriteAsync(office, id, AProposal.Principle(text: "Les répétitions payées comptent toujours.")); // nothing changed
        Assert.Equal([false, true, false], await ToldAsync(office, reader, speaker, stranger));
        Assert.Equal([1, 2], (await SheetAsync(office, id)).Texts.Versions.Select(version => version.Number));
    }

    [Fact]
    public async Task Is_for_the_Commission_and_says_nothing_of_drafts()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (versions, draft) = (office.Get<ProposalVersions>(), Id(await SaveAsync(office, AProposal.Principle())));
        await WriteAsync(office, draft, AProposal.Principle("Autre titre"));
        Assert.Empty((await SheetAsync(office, draft)).Texts.Versions);

        var (applicant, _) = await AnApplicant.ArriveAsync(office);
        foreach (var outsider in new[] { applicant, Who.Nobody })
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => versions.MarkReadAsync(outsider, draft, 1, default));
    }

    [Fact]
    public async Task Is_shown_word_by_word()
    {
        await using var office = await PlanningOffice.OnAsync();
        var reader = Who.With((await office.ChamberAsync()).Members.First().Id);
        var id = await ProposedAsync(office, AProposal.Principle());
        await office.Get<ProposalVersions>().MarkReadAsync(reader, id, 1, default);
        await WriteAsync(office, id, AProposal.Principle(text: "Les répétitions non payées comptent.") with { Domains = ["theatre", "music"] });

        var shown = await ShownAsync(office, id, reader);
        foreach (var part in new[] { "Modifications depuis votre lecture", "Ajouté", "non </ins>", "Domaines" })
            Assert.Contains(part, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("<del>", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("lang=\"nl\"", shown, StringComparison.Ordinal); // the Dutch text is the same
        await office.Get<ProposalVersions>().MarkReadAsync(reader, id, 2, default);
        Assert.DoesNotContain("Modifications depuis votre lecture", await ShownAsync(office, id, reader), StringComparison.Ordinal);
    }

    private static async Task<string> ShownAsync(PlanningOffice office, ProposalId id, ClaimsPrincipal who) =>
        await Rendered.AsHtml<ProposalVersionsPanel>("fr", new() { ["Id"] = id, ["Sheet"] = (await office.Get<ProposalReading>().ReadAsync(who, id, default))!.Texts }, services =>
        {
            office.AddTo(services);
            services.AddSingleton<AuthenticationStateProvider>(new Signed(who)).AddSingleton<CurrentPerson>();
        });

    private static async Task WriteAsync(PlanningOffice office, ProposalId id, Proposal proposal) =>
        Assert.IsType<Result<ProposalId>.Ok>(await office.Get<ProposalDesk>().SaveAsync(PlanningOffice.Secretary, id, await RevisionAsync(office, id), proposal, default));

    private static async Task<List<bool>> ToldAsync(PlanningOffice office, params ClaimsPrincipal[] readers)
    {
        List<bool> told = [];
        foreach (var reader in readers)
            told.Add(Assert.Single(await office.Get<ProposalReading>().ListAsync(reader, default)).IsChanged);
        return told;
    }

    private static async Task<IEnumerable<StartTask>> TasksAsync(PlanningOffice office, ClaimsPrincipal who) =>
        await office.Get<IEnumerable<IStartTask>>().OfType<ProposalTask>().Single().ForAsync(SignedInPerson.Of(who)!, default);
}
