using WitaLive.App.Bodies;
using WitaLive.App.Files;
using WitaLive.App.Measures;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Attestations;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Bodies;

/// <summary>A service asks for a measure by itself, reads what became of what it asked for, and nothing of what another service did.</summary>
public class AskingForAnInspection
{
    private static readonly ServiceRequest s_request = new("2024-a-000007", "abuse", "Un contrat qui n'a jamais existé.", "", "fr");

    [Theory, OnSqlite, OnPostgres]
    public async Task Opens_a_file_as_the_secretariat_does_and_is_told_the_decision_once_it_stands(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, id) = await AnApplicant.ArriveAsync(office);
        await office.DoAsync(db => db.Add(AHolder.Of(id, "plus", new(2024, 1, 1), new(2028, 12, 31), "2024-A-000007")));
        await AnApplicant.FillAsync(office.Services, who);
        var (onss, onem) = (await ARepresentative.OfAsync(office, BodyKind.Inspection, "onss"), await ARepresentative.OfAsync(office, BodyKind.Inspection, "onem"));
        var desk = office.Get<ServiceRequests>();

        var (number, isByLetter) = Assert.IsType<Result<SentRequest>.Ok>(await desk.RequestAsync(onss, s_request, default)).Value;
        Assert.False(isByLetter);

        var file = Assert.Single(await desk.MineAsync(onss, default));
        Assert.Equal((number, "Ysaline Grosdent", FileState.AwaitingHearing), (file.Number, file.Applicant, file.State));
        Assert.Empty(await desk.MineAsync(onem, default));
        Assert.Equal([file.Id], (await office.Get<MeasureReading>().MineAsync(who, default)).Select(one => one.Id)); // the person is told at once
        Assert.Equal("onss", (await office.Get<MeasureReading>().ReadAsync(PlanningOffice.Secretary, file.Id, default))!.Application.Measure!.Requester);
        Assert.Equal(("onss", true), (await office.Get<MeasureReading>().ListAsync(PlanningOffice.Secretary, 1, default)).Asked[file.Id]);
        Assert.IsType<Result<SentRequest>.Refused>(await desk.RequestAsync(onem, s_request, default)); // one is open

        Assert.Null(await office.Get<FileDesk>().DoOwnAsync(who, file.Id, new ConfirmHearing(), default));
        Assert.Equal([file.Id], (await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file.Id], default)).ToArray());
        var (_, room) = await InAChamber.SitAsync(office, file.Id);
        await InAChamber.VoteAsync(room, MeasureRule.Annulment);
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        Assert.Null(Assert.Single(await desk.MineAsync(onss, default)).Outcome);
        InAChamber.ComesToStand(office, room);
        Assert.Equal(MeasureRule.Annulment, Assert.Single(await desk.MineAsync(onss, default)).Outcome);
        Assert.IsType<AnnulledAlready>(Assert.IsType<Result<SentRequest>.Refused>(await desk.RequestAsync(onem, s_request, default)).Why);
    }

    [Theory]
    [InlineData(true, "the person is told by mail", "by letter"), InlineData(false, "tells the person by letter", "by mail")]
    public async Task Is_told_by_which_way_the_person_learns_of_it(bool hasAccount, string said, string other)
    {
        await using var office = await PlanningOffice.OnAsync();
        var (_, id) = await AnApplicant.ArriveAsync(office);
        await office.DoAsync(db => db.Add(AHolder.Of(hasAccount ? id : null, "plus", new(2024, 1, 1), new(2028, 12, 31), "2024-A-000007")));
        await using var page = await APage.OpenAsync<InspectionPage>(office, await ARepresentative.OfAsync(office, BodyKind.Inspection, "onss"));
        await page.FillAsync("input", "2024-A-000007");
        await page.FillAsync("select", "abuse");
        await page.FillAsync("textarea", "Un contrat qui n'a jamais existé.");
        await page.PressAsync("Send");
        await page.PressAsync("Send", 1);
        if (!hasAccount)
        {
            Assert.Contains("Give the postal address", await page.TextAsync(), StringComparison.Ordinal);
            await page.FillAsync("textarea", "Quai des Absents 3", 1);
            await page.PressAsync("Send");
            await page.PressAsync("Send", 1);
        }

        var text = await page.TextAsync();
        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.DoesNotContain(other, text, StringComparison.Ordinal);
        await using var list = await APage.OpenAsync<MeasuresPage>(office, PlanningOffice.Secretary);
        Assert.Contains(", filed by the service itself", await list.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_refused_in_words_what_cannot_be_asked()
    {
        await using var office = await PlanningOffice.OnAsync();
        await office.DoAsync(db => db.Add(AHolder.Of(null, "plus", new(2024, 1, 1), new(2028, 12, 31), "2024-A-000007")));
        var (onss, desk) = (await ARepresentative.OfAsync(office, BodyKind.Inspection, "onss"), office.Get<ServiceRequests>());

        Assert.IsType<NoSuchThing>(await WhyAsync(s_request with { Number = "2024-A-000008" }));
        Assert.IsType<NoSuchThing>(await WhyAsync(s_request with { Number = " " }));
        Assert.IsType<GroundNotOfIt>(await WhyAsync(s_request with { Ground = "" }));
        Assert.IsType<HolderNeedsAddress>(await WhyAsync(s_request with { Address = " \r\n" }));
        await WhyAsync(s_request with { Reasons = " ", Address = "Quai des Absents 3" });
        Assert.Empty(await desk.MineAsync(onss, default));
        await using var page = await APage.OpenAsync<InspectionPage>(office, onss);
        Assert.Contains("Your service has not asked for anything yet.", await page.TextAsync(), StringComparison.Ordinal);

        async Task<Refusal> WhyAsync(ServiceRequest request) => Assert.IsType<Result<SentRequest>.Refused>(await desk.RequestAsync(onss, request, default)).Why;
    }
}
