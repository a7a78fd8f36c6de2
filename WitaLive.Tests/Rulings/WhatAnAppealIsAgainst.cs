using WitaLive.App.Applications;
using WitaLive.App.Files;
using WitaLive.App.Rulings;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Rulings;

/// <summary>Royal decree, art. 22: another chamber looks at the decision again, and has to read it for that.</summary>
public class WhatAnAppealIsAgainst
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Is_read_with_its_reasons_by_whoever_decides_on_the_appeal_and_by_no_other_member(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var decided = await ADecidedFile.InAsync(office);
        var today = office.Get<PostDesk>().Today;
        Assert.IsType<DecisionIsDraft>(await AnApplicant.DoAsync(office, decided.File, new NotifyDecision(today)));
        await decided.HandInAsync(ADecidedFile.Text);
        Assert.IsType<DecisionIsDraft>(await AnApplicant.DoAsync(office, decided.File, new NotifyDecision(today))); // it is not signed yet
        await decided.SignAsync();
        Assert.Equal(1, (await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default)).Sent);
        Assert.Null(await office.Get<PostDesk>().PostAsync(PlanningOffice.Secretary, [decided.Ruling], today, default));
        var appeal = Assert.IsType<Result<FileId>.Ok>(await office.Get<AppealDesk>().AppealAsync(decided.Applicant, decided.File, "Le contrat signé.", [], default)).Value;
        await AnApplicant.DoAsync(office, appeal, new DeclareComplete());
        Assert.Equal([appeal], (await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [appeal], default)).ToArray());
        var chamber = (await AnApplicant.ReadAsync(office, appeal)).Application.Chamber!.Value;
        var (meeting, room) = await InAChamber.SitAsync(office, appeal, form => (form.Chamber, form.Day) = (chamber.Value.ToString(), "2027-01-12"));
        var (member, decisions) = (Who.With(room.Meeting.Plan!.Seats[0].Effective), office.Get<ContestedDecisions>());

        var contested = (await decisions.OfAsync(member, meeting, appeal, default))!;
        Assert.Equal(((await decided.ReadAsync()).Facts.Case.Number, "refusal", today), (contested.Number, contested.Outcome, contested.DecidedOn));
        Assert.Equal(ADecidedFile.Text.Motivation, contested.Ruling!.Letter!.Motivation);
        if (engine is Engine.Sqlite)
        {
            await using var page = await APage.OpenAsync<ContestedPanel>(office, member, new() { ["Meeting"] = meeting, ["File"] = appeal });
            var html = await page.HtmlAsync();
            Assert.Contains("Les pièces ne montrent pas de vente.", html, StringComparison.Ordinal);
            Assert.DoesNotContain((await decided.ReadAsync()).Document.Receiver[1], html, StringComparison.Ordinal); // where letters reach the applicant is for the secretariat
        }
        Assert.Null(await decisions.OfAsync(Who.With(new PersonId(Guid.NewGuid())), meeting, appeal, default));
        Assert.Null(await decisions.OfAsync(member, meeting, decided.File, default)); // it is on no agenda of theirs
        Assert.Contains((await office.Get<FileReading>().ReadOwnAsync(decided.Applicant, decided.File, default))!.Openings, opening => opening.ForMeeting);
    }
}
