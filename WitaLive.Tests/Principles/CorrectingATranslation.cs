using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Access;
using WitaLive.App.Principles;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Principles;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;
using WitaLive.Tests.Domain.Principles;
using WitaLive.Tests.Meetings;
using static WitaLive.Tests.Principles.APlenary;

namespace WitaLive.Tests.Principles;

/// <summary>The plenary votes on the languages that the rules want; the others are translations, which nobody has to vote on again.</summary>
public class CorrectingATranslation
{
    private static readonly Translation s_german = new("de", "Proben", "Bezahlte Proben zählen.");

    [Theory, OnSqlite, OnPostgres]
    public async Task Needs_no_ballot_and_keeps_every_earlier_one_with_who_and_when(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (desk, adopted, member) = (office.Get<TranslationDesk>(), office.Get<AdoptedTexts>(), (await office.ChamberAsync()).Members.First());
        var secretary = Who.With(member.Id, Roles.Secretariat);
        var id = await AdoptAsync(office, AProposal.Principle(), "2027-01-05");

        Assert.Null(await desk.CorrectAsync(secretary, id, await SeenAsync(office, id), s_german with { Title = " Prben\u202E " }, isRead: true, default));
        var first = office.Clock.GetUtcNow();
        office.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await desk.CorrectAsync(secretary, id, await SeenAsync(office, id), s_german, isRead: true, default));

        var sheet = (await desk.ReadAsync(Who.With(), id, default))!;
        Assert.Equal([(s_german, first.AddDays(1)), (s_german with { Title = "Prben" }, first)], sheet.Corrections.Select(c => (c.Said, c.At)));
        Assert.All(sheet.Corrections, correction => Assert.Equal(member.FullName, correction.By));
        var version = Assert.Single((await adopted.FindAsync(ProposalSubject.Principle, "2026-P-0001", default))!.Versions);
        Assert.Equal(new Said("Proben", "de"), version.Content.Proposal.Wording.Title("de"));
        Assert.Equal(("Répétitions", "Repetities"), (version.Content.Proposal.Wording.Title("fr").Text, version.Content.Proposal.Wording.Title("nl").Text));
        Assert.Equal([("de", first.AddDays(1))], version.Content.Corrected.ToArray());
    }

    [Theory]
    [InlineData("fr", "Répétitions", "Texte", typeof(NotATranslation))]
    [InlineData("nl", "Repetities", "Tekst", typeof(NotATranslation))]
    [InlineData("eo", "Provoj", "Teksto", typeof(NotATranslation))]
    [InlineData("de", "", "Text", typeof(ProposalLacksLanguage))]
    [InlineData("de", "Proben", " \n", typeof(ProposalLacksLanguage))]
    [InlineData("de", "Proben", "Wie für Ysaline Grosdents Antrag", typeof(ProposalNamesSomebody))]
    [InlineData("en", "Rehearsals", "Paid ones count.", null)]
    public async Task Is_refused_where_the_plenary_voted_where_it_is_empty_and_where_it_names_somebody(string language, string title, string text, Type? why)
    {
        await using var office = await PlanningOffice.OnAsync();
        await office.AddFileAsync("WITA/24/77");
        var id = await AdoptAsync(office, AProposal.Principle(), "2027-01-05");

        Assert.Equal(why, (await office.Get<TranslationDesk>().CorrectAsync(PlanningOffice.Secretary, id, await SeenAsync(office, id), new(language, title, text), isRead: true, default))?.GetType());
    }

    [Fact]
    public async Task Is_the_secretariats_of_what_was_adopted_as_it_was_seen_and_read_over()
    {
        await using var office = await PlanningOffice.OnAsync();
        var desk = office.Get<TranslationDesk>();
        var discussed = await ProposedAsync(office, AProposal.Principle());
        Assert.IsType<TranslationNotYet>(await desk.CorrectAsync(PlanningOffice.Secretary, discussed, await RevisionAsync(office, discussed), s_german, isRead: true, default));
        Assert.Null(await desk.ReadAsync(Who.With(), discussed, default));
        var id = await AdoptAsync(office, AProposal.Principle(), "2027-01-05");
        var seen = await SeenAsync(office, id);

        var (applicant, _) = await AnApplicant.ArriveAsync(office);
        foreach (var stranger in new[] { Who.With(), applicant, Who.Nobody })
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.CorrectAsync(stranger, id, seen, s_german, isRead: true, default));
        foreach (var stranger in new[] { applicant, Who.Nobody })
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.ReadAsync(stranger, id, default));
        Assert.IsType<ProposalNotReadOver>(await desk.CorrectAsync(PlanningOffice.Secretary, id, seen, s_german, isRead: false, default));
        Assert.Null(await desk.CorrectAsync(PlanningOffice.Secretary, id, seen, s_german, isRead: true, default));
        Assert.IsType<ProposalChangedMeanwhile>(await desk.CorrectAsync(PlanningOffice.Secretary, id, seen, s_german with { Title = "Andere" }, isRead: true, default));
        Assert.Single((await desk.ReadAsync(Who.With(), id, default))!.Corrections);
    }

    [Fact]
    public async Task Goes_with_the_adoption_that_it_was_made_for()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (desk, id) = (office.Get<TranslationDesk>(), await ProposedAsync(office, AProposal.Principle()));
        var (_, room) = await SitAsync(office, id);
        await InAChamber.VoteAsync(room, "adopted");
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        Assert.Null(await desk.CorrectAsync(PlanningOffice.Secretary, id, await SeenAsync(office, id), s_german, isRead: true, default));
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await InAChamber.DoAsync(room, new UndoConclusion(room.Meeting.Items[0].Id));
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        InAChamber.ComesToStand(office, room);

        Assert.Empty((await desk.ReadAsync(Who.With(), id, default))!.Corrections);
        Assert.Equal("fr", Assert.Single((await office.Get<AdoptedTexts>().FindAsync(ProposalSubject.Principle, "2026-P-0001", default))!.Versions).Content.Proposal.Wording.Title("de").Language);
    }

    [Fact]
    public async Task Is_told_to_whoever_reads_what_is_published()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await AdoptAsync(office, AProposal.Principle(), "2027-01-05");
        Assert.Null(await office.Get<TranslationDesk>().CorrectAsync(PlanningOffice.Secretary, id, await SeenAsync(office, id), s_german, isRead: true, default));
        var history = (await office.Get<AdoptedTexts>().FindAsync(ProposalSubject.Principle, "2026-P-0001", default))!;

        var shown = await Rendered.AsHtml<VersionHistory>("de", new() { ["History"] = history, ["Shown"] = history.Versions[0], ["Today"] = new DateOnly(2027, 1, 5) }, office.AddTo);
        Assert.Contains("Übersetzung auf Deutsch berichtigt am Dienstag, 5.\u00a0Januar 2027.", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_offered_to_the_secretariat_in_each_language_on_which_nobody_voted_and_shown_to_all()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await AdoptAsync(office, AProposal.Principle(), "2027-01-05");
        Assert.Null(await office.Get<TranslationDesk>().CorrectAsync(PlanningOffice.Secretary, id, await SeenAsync(office, id), s_german, isRead: true, default));

        var offered = await ShownAsync(office, id, PlanningOffice.Secretary);
        foreach (var part in new[] { "auf Deutsch berichtigen", "auf Englisch berichtigen", "id=\"translated-title-de\"", "id=\"translated-text-en\"", "value=\"Proben\"", "auf Französisch, auf Niederländisch" })
            Assert.Contains(part, offered, StringComparison.Ordinal);
        Assert.DoesNotContain("translated-title-fr", offered, StringComparison.Ordinal);
        var read = await ShownAsync(office, id, Who.With());
        Assert.Contains("Bezahlte Proben zählen.", read, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", read, StringComparison.Ordinal);
    }

    private static Task<string> ShownAsync(PlanningOffice office, ProposalId id, ClaimsPrincipal who) => Rendered.AsHtml<TranslationPanel>("de", new() { ["Id"] = id }, services =>
    {
        office.AddTo(services);
        services.AddSingleton<AuthenticationStateProvider>(new Signed(who)).AddSingleton<CurrentPerson>();
    });

    private static async Task<int> SeenAsync(PlanningOffice office, ProposalId id) => (await office.Get<TranslationDesk>().ReadAsync(PlanningOffice.Secretary, id, default))!.Revision;
}
