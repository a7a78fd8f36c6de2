using WitaLive.App.Principles;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Principles;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Domain.Principles;
using WitaLive.Tests.Meetings;
using static WitaLive.Tests.Principles.APlenary;

namespace WitaLive.Tests.Principles;

/// <summary>Between a draft and the ballot others write, are adopted, or become known.</summary>
public class MeetingOthersOnTheWay
{
    [Fact]
    public async Task Nobody_answers_for_a_text_that_another_wrote_meanwhile()
    {
        await using var office = await PlanningOffice.OnAsync();
        var desk = office.Get<ProposalDesk>();
        var draft = Id(await SaveAsync(office, AProposal.Principle()));
        var read = await RevisionAsync(office, draft);
        Assert.IsType<Result<ProposalId>.Ok>(await desk.SaveAsync(PlanningOffice.Secretary, draft, read, AProposal.Principle(text: "Autre texte."), default));

        Assert.IsType<ProposalChangedMeanwhile>(await desk.ProposeAsync(PlanningOffice.Secretary, draft, read, isRead: true, default));
        Assert.IsType<ProposalChangedMeanwhile>(await desk.WithdrawAsync(PlanningOffice.Secretary, draft, read, default));
        Assert.Null(await desk.ProposeAsync(PlanningOffice.Secretary, draft, read + 1, isRead: true, default));
        var plenary = await office.PlanAsync(0, form => form.Day = "2027-01-05", "plenary", null);
        Assert.IsType<ProposalChangedMeanwhile>(await office.Get<ProposalPlacing>().PlaceAsync(PlanningOffice.Secretary, draft, read, plenary, isRead: true, default));
        Assert.Equal(ProposalStage.Discussed, await StageAsync(office, draft));
    }

    [Fact]
    public async Task What_is_written_anew_while_it_is_discussed_is_read_over_again_before_a_plenary_gets_it()
    {
        await using var office = await PlanningOffice.OnAsync();
        var desk = office.Get<ProposalDesk>();
        var id = await ProposedAsync(office, AProposal.Principle());
        var plenary = await office.PlanAsync(0, form => form.Day = "2027-01-05", "plenary", null);
        Assert.True((await SheetAsync(office, id)).IsReadOver);
        Assert.IsType<Result<ProposalId>.Ok>(await desk.SaveAsync(PlanningOffice.Secretary, id, await RevisionAsync(office, id), AProposal.Principle() with { Code = "2026-P-0001" }, default));
        Assert.True((await SheetAsync(office, id)).IsReadOver); // nothing was changed
        Assert.IsType<Result<ProposalId>.Ok>(await desk.SaveAsync(PlanningOffice.Secretary, id, await RevisionAsync(office, id), AProposal.Principle(text: "Le violoniste de Huy."), default));

        Assert.False((await SheetAsync(office, id)).IsReadOver);
        Assert.IsType<ProposalNotReadOver>(await PlaceAsync(office, id, plenary));
        Assert.Null(await PlaceAsync(office, id, plenary, isRead: true));
    }

    [Theory, Data.OnSqlite, Data.OnPostgres]
    public async Task Whoever_became_known_since_is_found_before_a_plenary_gets_it(Data.Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var id = await ProposedAsync(office, AProposal.Principle(text: "Comme pour Ysaline\nGrosdent, wita 24-77."));
        var plenary = await office.PlanAsync(0, form => form.Day = "2027-01-05", "plenary", null);
        await office.AddFileAsync("WITA/24/77");

        Assert.Equal(new ProposalNamesSomebody(2), await PlaceAsync(office, id, plenary));
        Assert.Equal(ProposalStage.Discussed, await StageAsync(office, id));
    }

    [Fact]
    public async Task An_activity_is_not_named_after_anybody_in_its_address()
    {
        await using var office = await PlanningOffice.OnAsync();
        await office.AddFileAsync("WITA/24/77");
        var draft = Id(await SaveAsync(office, AProposal.Activity("ysaline-grosdent")));

        Assert.Equal(new ProposalNamesSomebody(1), await office.Get<ProposalDesk>().ProposeAsync(PlanningOffice.Secretary, draft, 1, isRead: true, default));
        Assert.Equal("", Assert.Single((await SheetAsync(office, draft)).Traces).Language);
    }

    [Fact]
    public async Task Two_new_activities_of_one_name_never_both_come_before_plenaries()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (one, other) = (await ProposedAsync(office, AProposal.Activity()), await ProposedAsync(office, AProposal.Activity(title: "Artiste marionnettiste")));
        var plenary = await office.PlanAsync(0, form => form.Day = "2027-01-05", "plenary", null);
        Assert.Null(await PlaceAsync(office, one, plenary));
        Assert.Equal(new ActivityCodeTaken("puppeteer"), await PlaceAsync(office, other, plenary));

        var third = await ProposedAsync(office, AProposal.Activity("juggler"));
        await AdoptAsync(office, AProposal.Activity("juggler"), "2027-01-12");
        Assert.Equal(new ActivityCodeTaken("juggler"), await PlaceAsync(office, third, await office.PlanAsync(0, form => form.Day = "2027-03-09", "plenary", null)));
    }

    [Fact]
    public async Task What_a_sitting_plenary_put_off_waits_until_it_cannot_come_back_to_it()
    {
        await using var office = await PlanningOffice.OnAsync();
        var desk = office.Get<ProposalDesk>();
        var id = await ProposedAsync(office, AProposal.Principle());
        var (_, room) = await SitAsync(office, id);
        await InAChamber.DoAsync(room, new ConcludeItems([room.Meeting.Items[0].Id], ConclusionKind.Postponed, null, "à relire"));

        Assert.IsType<PlenaryStillSits>(Why(await desk.SaveAsync(PlanningOffice.Secretary, id, await RevisionAsync(office, id), AProposal.Principle("Autre"), default)));
        Assert.IsType<PlenaryStillSits>(await desk.WithdrawAsync(PlanningOffice.Secretary, id, await RevisionAsync(office, id), default));
        await InAChamber.DoAsync(room, new UndoConclusion(room.Meeting.Items[0].Id));
        await InAChamber.VoteAsync(room, "adopted");
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        Assert.Equal(ProposalStage.Adopted, await StageAsync(office, id)); // what it votes on is what it had before it
    }

    [Fact]
    public async Task What_names_somebody_by_now_can_still_be_ended_and_says_what_it_said()
    {
        await using var office = await PlanningOffice.OnAsync();
        await AdoptAsync(office, AProposal.Principle(text: "Comme pour Ysaline Grosdent."), "2027-01-05");
        await office.AddFileAsync("WITA/24/77");
        var end = await ProposedAsync(office, AProposal.Principle("Un tout autre titre") with { Change = ProposalChange.End, Code = "2026-P-0001" });

        var sheet = await SheetAsync(office, end);
        Assert.Equal("Répétitions", sheet.Line.Proposal.Wording.Titles["fr"]);
        Assert.Empty(sheet.Traces);
    }

    [Fact]
    public async Task A_remark_that_is_sent_again_is_recorded_whatever_became_of_the_proposal()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (desk, member, remark) = (office.Get<ProposalDesk>(), Who.With((await office.ChamberAsync()).Members.First().Id), Guid.NewGuid());
        var id = await ProposedAsync(office, AProposal.Principle());
        Assert.Null(await desk.RemarkAsync(member, id, remark, "Non.", default));
        Assert.Null(await desk.WithdrawAsync(PlanningOffice.Secretary, id, await RevisionAsync(office, id), default));

        Assert.Null(await desk.RemarkAsync(member, id, remark, "Non.", default));
        Assert.IsType<ProposalNotDiscussed>(await desk.RemarkAsync(member, id, Guid.NewGuid(), "Non.", default));
        Assert.Single((await SheetAsync(office, id)).Remarks);
    }
}
