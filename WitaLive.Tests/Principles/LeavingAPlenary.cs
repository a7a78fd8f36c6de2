using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.App.Principles;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Domain.Principles;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Components;
using WitaLive.Tests.Domain.Principles;
using WitaLive.Tests.Meetings;
using static WitaLive.Tests.Principles.APlenary;

namespace WitaLive.Tests.Principles;

/// <summary>A plenary that ends without deciding a proposal gives it back.</summary>
public class LeavingAPlenary
{
    [Fact]
    public async Task What_an_adjourned_plenary_left_can_go_to_another_one_and_its_second_convocation_leaves_it_there()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (gone, stays) = (await ProposedAsync(office, AProposal.Principle()), await ProposedAsync(office, AProposal.Principle("Costumes")));
        var first = await AdjournedAsync(office, gone, stays);
        var other = await office.PlanAsync(0, form => form.Day = "2027-03-09", "plenary", null);
        Assert.Null(await PlaceAsync(office, gone, other));

        Assert.Equal(stays, Assert.Single((await SecondAsync(office, first)).Agenda).ProposalId);
        Assert.Equal(other, (await SheetAsync(office, gone)).Meeting);
    }

    [Fact]
    public async Task What_was_written_anew_meanwhile_is_another_text_and_does_not_go_over()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (written, stays) = (await ProposedAsync(office, AProposal.Principle()), await ProposedAsync(office, AProposal.Principle("Costumes")));
        var first = await AdjournedAsync(office, written, stays);
        Assert.IsType<Result<ProposalId>.Ok>(await office.Get<ProposalDesk>().SaveAsync(PlanningOffice.Secretary, written, await RevisionAsync(office, written), AProposal.Principle(text: "Autrement."), default));

        Assert.Equal(stays, Assert.Single((await SecondAsync(office, first)).Agenda).ProposalId);
        Assert.Equal(ProposalStage.Discussed, await StageAsync(office, written));
    }

    [Fact]
    public async Task One_that_is_closed_puts_off_what_it_did_not_decide_and_frees_it()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await ProposedAsync(office, AProposal.Principle());
        var (_, room) = await SitAsync(office, id);
        await InAChamber.DoAsync(room, new CloseMeeting("l’heure est passée"));

        Assert.Equal(ProposalStage.Discussed, await StageAsync(office, id));
        Assert.Null(await PlaceAsync(office, id, await office.PlanAsync(0, form => form.Day = "2027-02-09", "plenary", null)));
    }

    [Fact]
    public async Task Is_not_entered_too_late_and_the_refusal_names_no_remedy_that_there_is_not()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, plenary) = (await ProposedAsync(office, AProposal.Principle()), await office.PlanAsync(0, form => form.Day = "2027-01-05", "plenary", null));
        office.Clock.Advance(TimeSpan.FromDays(37)); // six days before

        var why = Assert.IsType<ProposalTooLate>(await PlaceAsync(office, id, plenary));
        Assert.Equal(new DateOnly(2026, 12, 29), why.Latest);
        Assert.Matches(
            @"^Une proposition pour cette réunion devait parvenir aux membres au plus tard le mardi 29 décembre 2026 \(\D+23 ?§ ?3\D*\)\. Inscrivez-la .+ ; en séance, elle ne peut pas être ajoutée\.$",
            ReceiverLanguage.Run("fr", () => office.Get<PrincipleWords>().Of(why)).Replace('\u00a0', ' '));
    }

    [Fact]
    public async Task Says_on_its_page_for_which_plenary_it_is_too_late_and_that_urgency_changes_nothing()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await ProposedAsync(office, AProposal.Principle());
        var soon = await office.PlanAsync(0, form => form.Day = "2027-01-05", "plenary", null);
        Assert.Equal([(soon, null)], (await office.Get<ProposalReading>().ReadAsync(PlanningOffice.Secretary, id, default))!.Meetings.Select(m => (m.Id, m.WhyNot)));
        var later = await office.PlanAsync(0, form => form.Day = "2027-02-09", "plenary", null);
        office.Clock.Advance(TimeSpan.FromDays(37)); // six days before the first

        Assert.Equal([(soon, true), (later, false)], (await office.Get<ProposalReading>().ReadAsync(PlanningOffice.Secretary, id, default))!.Meetings.Select(m => (m.Id, m.WhyNot is ProposalTooLate)));
        await using var page = await APage.OpenAsync<ProposalPage>(office, PlanningOffice.Secretary, new() { ["Id"] = id.Value });
        var text = await page.TextAsync();
        Assert.Contains("Too late for", text, StringComparison.Ordinal);
        Assert.Contains("had to reach the members by Tuesday", text, StringComparison.Ordinal);
        Assert.Contains("the rules make no exception for urgency (art. 23 §3 and 4)", text, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{soon.Value}\"", await page.HtmlAsync(), StringComparison.Ordinal);
    }

    private static async Task<MeetingId> AdjournedAsync(PlanningOffice office, ProposalId one, ProposalId other)
    {
        var first = await office.PlanAsync(0, form => form.Day = "2027-01-05", "plenary", null);
        Assert.Null(await PlaceAsync(office, one, first));
        Assert.Null(await PlaceAsync(office, other, first));
        await office.ConveneAsync(first);
        var room = (await office.Get<RoomDoor>().EnterAsync(first))!;
        office.ComesToTheDayOf(room);
        var chair = room.Meeting.Plan!.Presiders[0].Person;
        Assert.IsType<Outcome.Ok>(await room.SendAsync(new SignIn(chair, AttendanceMode.OnSite), new(chair)));
        office.Clock.Advance(TimeSpan.FromHours(2));
        await InAChamber.DoAsync(room, new AdjournMeeting());
        return first;
    }

    private static async Task<PlannedMeeting> SecondAsync(PlanningOffice office, MeetingId first)
    {
        var day = (await office.Get<SecondProposals>().ReadAsync(PlanningOffice.Secretary, first, default))!.Days[0].Day;
        var (second, why) = await office.Get<SecondConvening>().ConveneAsync(PlanningOffice.Secretary, first, day, new(9, 0), null, default);
        Assert.Null(why);
        return await office.ReadAsync(second!.Value);
    }
}
