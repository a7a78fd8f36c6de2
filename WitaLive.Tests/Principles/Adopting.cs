using WitaLive.App.Meetings;
using WitaLive.App.Principles;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Domain.Principles;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;
using WitaLive.Tests.Domain.Principles;
using WitaLive.Tests.Meetings;
using static WitaLive.Tests.Principles.APlenary;

namespace WitaLive.Tests.Principles;

/// <summary>Rules of procedure, art. 35 § 2 and 36: from the secretariat's draft to what anyone may read.</summary>
public class Adopting
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_decision_of_principle_is_the_ballot_of_the_plenary_and_its_undo_takes_it_back(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (adopted, reading) = (office.Get<AdoptedTexts>(), office.Get<ProposalReading>());
        var id = await ProposedAsync(office, AProposal.Principle());
        var (meeting, room) = await SitAsync(office, id);
        Assert.Equal(ProposalStage.OnAgenda, await StageAsync(office, id));
        Assert.IsType<ProposalIsSettled>(Why(await office.Get<ProposalDesk>().SaveAsync(PlanningOffice.Secretary, id, (await SheetAsync(office, id)).Revision, AProposal.Principle("Autre"), default)));
        Assert.Equal("Principebesluit 2026-P-0001: Repetities", room.Meeting.Items[0].Planned.Titles["nl"]);

        await InAChamber.VoteAsync(room, "adopted");
        Assert.Empty(await adopted.ReadAsync(ProposalSubject.Principle, default));
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        Assert.Equal(ProposalStage.Adopted, await StageAsync(office, id));
        office.Clock.Advance(room.Meeting.Plan!.UndoFor);
        Assert.Empty(await adopted.ReadAsync(ProposalSubject.Principle, default)); // it can still be taken back, and nobody is told of it
        Assert.Equal(office.Clock.GetUtcNow(), (await SheetAsync(office, id)).PublishedFrom); // and its page says until when
        await InAChamber.DoAsync(room, new UndoConclusion(room.Meeting.Items[0].Id));
        office.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await adopted.FindAsync(ProposalSubject.Principle, "2026-P-0001", default));
        office.Clock.Advance(TimeSpan.FromDays(-1));
        Assert.Equal(ProposalStage.OnAgenda, await StageAsync(office, id));

        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!); // a second click
        if (engine is Engine.Sqlite)
            await SaysAsync("it is published after [^<]*2027", isLinked: false);
        InAChamber.ComesToStand(office, room);
        Assert.Null((await SheetAsync(office, id)).PublishedFrom);
        if (engine is Engine.Sqlite)
            await SaysAsync(@"what is adopted is published\.", isLinked: true);
        var version = Assert.Single((await adopted.FindAsync(ProposalSubject.Principle, "2026-P-0001", default))!.Versions);
        Assert.Equal((1, new DateOnly(2027, 1, 5), (DateOnly?)null, "2026-P-0001", (DateOnly?)new DateOnly(2027, 1, 5)), (version.Number, version.From, version.Until, version.Content.Number, version.Content.AdoptedOn));
        Assert.Equal(meeting, (await SheetAsync(office, id)).Meeting);
        Assert.Equal("2026-P-0001", Assert.Single(await reading.ListAsync(Who.With(), default)).Number);

        async Task SaysAsync(string words, bool isLinked)
        {
            await using var page = await APage.OpenAsync<ProposalPage>(office, Who.With(), new() { ["Id"] = id.Value });
            var html = await page.HtmlAsync();
            Assert.Matches(words, html);
            Assert.Equal(isLinked, html.Contains("href=\"principles/2026-P-0001\"", StringComparison.Ordinal));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_activity_begins_changes_and_ends_in_the_cadastre_from_the_day_it_says(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var adopted = office.Get<AdoptedTexts>();
        await AdoptAsync(office, AProposal.Activity(from: new(2027, 2, 1)), "2027-01-05");
        Assert.Contains(await adopted.OptionsAsync("fr", default), one => one is { Choice.Code: "puppeteer", IsValid: false });
        await AdoptAsync(office, AProposal.Activity(change: ProposalChange.Renew, title: "Manipulation de marionnettes", from: new(2027, 4, 1)), "2027-02-09");
        await AdoptAsync(office, AProposal.Activity("painter", ProposalChange.End), "2027-03-09");

        var puppeteer = (await adopted.FindAsync(ProposalSubject.Activity, "puppeteer", default))!;
        Assert.Equal("1 2027-02-01..2027-03-31, 2 2027-04-01..", string.Join(", ", puppeteer.Versions.Select(v => $"{v.Number} {v.From:O}..{v.Until:O}")));
        Assert.Equal("Marionnettiste", puppeteer.On(adopted.Today)!.Content.Proposal.Wording.Title("en").Text);
        var painter = (await adopted.FindAsync(ProposalSubject.Activity, "painter", default))!;
        Assert.Equal(new DateOnly(2027, 3, 8), Assert.Single(painter.Versions).Until);
        var chosen = AnApplicant.Painting with { Entry = new("painter", 1) };
        var readings = await adopted.AboutAsync([chosen], default);
        Assert.Equal(new Said("Peintre", "fr"), readings.TitleOf(chosen, "fr")); // who chose it is still called so
        Assert.Null(readings.TitleOf(chosen with { Entry = new("painter", 2) }, "fr"));

        Assert.Equal(new ActivityCodeTaken("puppeteer"), Why(await SaveAsync(office, AProposal.Activity())));
        Assert.Equal(new NothingToChange("painter"), Why(await SaveAsync(office, AProposal.Activity("painter", ProposalChange.End))));
        Assert.Equal(new NothingToChange("baker"), Why(await SaveAsync(office, AProposal.Principle() with { Activities = ["dancer", "baker"] })));
    }

    [Fact]
    public async Task Nothing_is_adopted_by_another_formation_or_by_a_point_that_was_put_off()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await ProposedAsync(office, AProposal.Principle());
        Assert.IsType<NotForThisFormation>(await PlaceAsync(office, id, await office.PlanAsync(0)));

        var (meeting, room) = await SitAsync(office, id);
        await InAChamber.DoAsync(room, new ConcludeItems([room.Meeting.Items[0].Id], ConclusionKind.Postponed, null, "à relire"));
        Assert.Equal(ProposalStage.Discussed, await StageAsync(office, id));
        Assert.Empty(await office.Get<AdoptedTexts>().ReadAsync(ProposalSubject.Principle, default));

        var next = await office.PlanAsync(0, form => form.Day = "2027-02-09", "plenary", null);
        Assert.IsType<PlenaryStillSits>(await PlaceAsync(office, id, next)); // it can still undo what it concluded
        await InAChamber.DoAsync(room, new CloseMeeting());
        Assert.Null(await PlaceAsync(office, id, next));
        Assert.IsType<ProposalNotDiscussed>(await PlaceAsync(office, id, next));
        Assert.Null(await office.Get<AgendaPlanning>().RemoveAsync(PlanningOffice.Secretary, next, (await office.ReadAsync(next)).Agenda[0].Id, default));
        Assert.Equal((ProposalStage.Discussed, (MeetingId?)null), (await StageAsync(office, id), (await SheetAsync(office, id)).Meeting));
        Assert.Null(await office.Get<ProposalDesk>().WithdrawAsync(PlanningOffice.Secretary, id, await RevisionAsync(office, id), default));
        Assert.IsType<ProposalNotDiscussed>(await PlaceAsync(office, id, next));
        Assert.NotEqual(meeting, next);
    }

    [Fact]
    public async Task A_plenary_without_quorum_leaves_it_to_the_second_one_and_a_cancelled_one_to_the_members()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await ProposedAsync(office, AProposal.Principle());
        var (first, room) = await EnterAsync(office, id);
        await office.ConveneAsync(first);
        var chair = room.Meeting.Plan!.Presiders[0].Person;
        Assert.IsType<Outcome.Ok>(await room.SendAsync(new SignIn(chair, AttendanceMode.OnSite), new(chair)));
        office.Clock.Advance(TimeSpan.FromHours(2));
        await InAChamber.DoAsync(room, new AdjournMeeting());
        Assert.Equal((ProposalStage.Discussed, (MeetingId?)null), (await StageAsync(office, id), (await SheetAsync(office, id)).Meeting)); // no second convocation yet: it is free
        var day = (await office.Get<SecondProposals>().ReadAsync(PlanningOffice.Secretary, first, default))!.Days[0].Day;

        var (second, why) = await office.Get<SecondConvening>().ConveneAsync(PlanningOffice.Secretary, first, day, new(9, 0), null, default);
        Assert.Null(why);
        Assert.Equal((ProposalStage.OnAgenda, second), (await StageAsync(office, id), (await SheetAsync(office, id)).Meeting));
        Assert.Equal(id, Assert.Single((await office.ReadAsync(second!.Value)).Agenda).ProposalId);

        Assert.Null(await office.Get<MeetingChanges>().CancelAsync(PlanningOffice.Secretary, second.Value, "la salle est inondée", default));
        Assert.Equal((ProposalStage.Discussed, (MeetingId?)null), (await StageAsync(office, id), (await SheetAsync(office, id)).Meeting));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_is_laid_before_the_members_that_names_an_applicant_a_member_or_a_file(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var desk = office.Get<ProposalDesk>();
        await office.AddFileAsync("WITA/24/77");
        var member = (await office.ChamberAsync()).Members.First();
        var draft = Id(await SaveAsync(office, AProposal.Principle("Zaak Grosdent", $"Ysaline Grosdent, WITA/24/77, et {member.FullName}.\n85.07.30-033 28, y@example.org")));

        Assert.Equal(new ProposalNamesSomebody(5), await desk.ProposeAsync(PlanningOffice.Secretary, draft, await RevisionAsync(office, draft), isRead: true, default));
        var traces = (await SheetAsync(office, draft)).Traces;
        Assert.Equal([TraceKind.Name, TraceKind.Name, TraceKind.FileNumber, TraceKind.NationalNumber, TraceKind.MailAddress], traces.Where(t => t.IsCertain).Select(t => t.Kind));
        Assert.Contains(new Trace(TraceKind.FamilyName, "fr", true, 1, "Grosdent"), traces); // perhaps a word: it is read, not refused

        Assert.IsType<Result<ProposalId>.Ok>(await desk.SaveAsync(PlanningOffice.Secretary, draft, (await SheetAsync(office, draft)).Revision, AProposal.Principle(), default));
        Assert.IsType<ProposalNotReadOver>(await desk.ProposeAsync(PlanningOffice.Secretary, draft, await RevisionAsync(office, draft), isRead: false, default));
        Assert.Null(await desk.ProposeAsync(PlanningOffice.Secretary, draft, await RevisionAsync(office, draft), isRead: true, default));
        Assert.Equal(new ProposalNamesSomebody(1), Why(await desk.SaveAsync(PlanningOffice.Secretary, draft, (await SheetAsync(office, draft)).Revision, AProposal.Principle(text: "Ysaline Grosdent"), default)));
    }

    [Fact]
    public async Task Members_read_and_discuss_what_the_secretariat_alone_writes_proposes_and_places()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (desk, reading, member) = (office.Get<ProposalDesk>(), office.Get<ProposalReading>(), Who.With((await office.ChamberAsync()).Members.First().Id));
        var (applicant, _) = await AnApplicant.ArriveAsync(office);
        var draft = Id(await SaveAsync(office, AProposal.Principle()));

        Assert.Empty(await reading.ListAsync(member, default));
        Assert.Null(await reading.ReadAsync(member, draft, default));
        Assert.IsType<ProposalNotDiscussed>(await desk.RemarkAsync(member, draft, Guid.NewGuid(), "Trop tôt.", default));
        foreach (var stranger in new[] { member, applicant, Who.Nobody })
        {
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.SaveAsync(stranger, null, 0, AProposal.Principle(), default));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.ProposeAsync(stranger, draft, 1, isRead: true, default));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.WithdrawAsync(stranger, draft, 1, default));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => office.Get<ProposalPlacing>().PlaceAsync(stranger, draft, 1, new(Guid.NewGuid()), isRead: true, default));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => office.Get<ProposalDrafts>().ReadAsync(stranger, draft, ProposalSubject.Principle, default));
        }
        foreach (var stranger in new[] { applicant, Who.Nobody })
        {
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => reading.ListAsync(stranger, default));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => reading.ReadAsync(stranger, draft, default));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.RemarkAsync(stranger, draft, Guid.NewGuid(), "Non.", default));
        }

        Assert.Null(await desk.ProposeAsync(PlanningOffice.Secretary, draft, await RevisionAsync(office, draft), isRead: true, default));
        var remark = Guid.NewGuid();
        Assert.Null(await desk.RemarkAsync(member, draft, remark, "Et les répétitions non payées ?", default));
        Assert.Null(await desk.RemarkAsync(member, draft, remark, "Et les répétitions non payées ?", default)); // sent again
        Assert.IsType<RemarkUnusable>(await desk.RemarkAsync(member, draft, Guid.NewGuid(), " \n", default));
        var known = (await office.ChamberAsync()).Members.First().FullName;
        Assert.Equal(new RemarkNamesSomebody(known), await desk.RemarkAsync(member, draft, Guid.NewGuid(), $"Comme chez {known} en mai.", default));
        Assert.Equal(new RemarkNamesSomebody("2026-A-000004"), await desk.RemarkAsync(member, draft, Guid.NewGuid(), "Zoals in 2026-A-0000\u200B04.", default));
        var sheet = (await reading.ReadAsync(member, draft, default))!;
        Assert.Equal((await office.ChamberAsync()).Members.First().FullName, Assert.Single(sheet.Remarks).By);
        Assert.Empty(sheet.Meetings); // where it could be put is the secretariat's business
        Assert.IsType<ProposalChangedMeanwhile>(Why(await desk.SaveAsync(PlanningOffice.Secretary, draft, 0, AProposal.Principle(), default)));
    }

    [Fact]
    public async Task Two_at_once_get_numbers_of_their_own()
    {
        await using var office = await PlanningOffice.OnAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SaveAsync(office, AProposal.Principle())));
        Assert.Equal(["2026-P-0004", "2026-P-0003", "2026-P-0002", "2026-P-0001"], (await office.Get<ProposalReading>().ListAsync(PlanningOffice.Secretary, default)).Select(line => line.Number));
    }
}
