using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Access;
using WitaLive.App.Applications;
using WitaLive.App.Rulings;
using WitaLive.App.Start;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Rulings;

/// <summary>Law, art. 5 and 6: what holds no more is told to nobody, and takes no right away.</summary>
public class WhatAnotherDecisionReplaced
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Is_neither_sent_nor_said_to_wait(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var decided = await ASignedOneAsync(office, "plus");
        var secretary = SignedInPerson.Of(PlanningOffice.Secretary)!;
        var tasks = office.Services.GetServices<IStartTask>().Single(task => task.GetType().Name == "RulingTask");
        Assert.Contains(await tasks.ForAsync(secretary, default), task => task.Text.Contains('1', StringComparison.Ordinal));
        Assert.Single((await decided.Reading.OfMeetingAsync(PlanningOffice.Secretary, decided.Meeting, default))!.ToSend);
        office.Clock.Advance(TimeSpan.FromDays(90));

        Assert.IsType<Result<Guid>.Ok>(await office.Get<RulingJudgments>().ReplaceAsync(PlanningOffice.Secretary, decided.Ruling, new("Tribunal du travail de Liège", new(2027, 2, 1), "refusal"), default));

        Assert.Empty((await decided.Reading.OfMeetingAsync(PlanningOffice.Secretary, decided.Meeting, default))!.ToSend);
        Assert.Equal(new LettersSent(0, 0), await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default));
        Assert.Empty(await decided.Reading.OwnAsync(decided.Applicant, decided.File, default));
        Assert.DoesNotContain(await tasks.ForAsync(secretary, default), task => task.Text.Contains("sent", StringComparison.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Leaves_the_appeal_open_until_its_correction_is_notified(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var decided = await ASignedOneAsync(office, "refusal");
        await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default);
        var post = office.Get<PostDesk>();
        var first = post.Today;
        Assert.Null(await AnApplicant.DoAsync(office, decided.File, new NotifyDecision(first)));
        var correction = Assert.IsType<Result<Guid>.Ok>(await decided.Desk.CorrectAsync(PlanningOffice.Secretary, decided.Ruling, "Une date était fausse.", default)).Value;
        await decided.HandInAsync(ADecidedFile.Text, correction);
        await decided.SignAsync(correction);
        Assert.Equal((null, first.AddMonths(1)), await ToldAsync()); // of a correction they hear by its letter
        office.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal(1, (await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default)).Sent);

        Assert.Equal((first.AddDays(10), null), await ToldAsync());
        office.Clock.Advance(TimeSpan.FromDays(60));
        Assert.True((await AnApplicant.ReadAsync(office, decided.File)).CanAppeal);
        Assert.Null(await AnApplicant.DoAsync(office, decided.File, new NotifyDecision(post.Today, Number: 2)));
        Assert.Equal((null, post.Today.AddMonths(1)), await ToldAsync());
        Assert.IsType<Result<FileId>.Ok>(await office.Get<AppealDesk>().AppealAsync(decided.Applicant, decided.File, "Le contrat que voici.", [], default));

        async Task<(DateOnly?, DateOnly?)> ToldAsync()
        {
            var sheet = await AnApplicant.ReadAsync(office, decided.File);
            return (sheet.Application.AwaitsCorrection, sheet.AppealUntil);
        }
    }

    [Fact]
    public async Task Is_said_above_the_letter_that_its_applicant_has_though_what_replaced_it_never_went_out()
    {
        await using var office = await PlanningOffice.OnAsync();
        var decided = await ASignedOneAsync(office, "refusal");
        await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default);
        var correction = Assert.IsType<Result<Guid>.Ok>(await decided.Desk.CorrectAsync(PlanningOffice.Secretary, decided.Ruling, "Une date était fausse.", default)).Value;
        await decided.HandInAsync(ADecidedFile.Text, correction);
        await decided.SignAsync(correction);
        Assert.False(Assert.Single(await decided.Reading.OwnAsync(decided.Applicant, decided.File, default)).IsReplaced);
        office.Clock.Advance(TimeSpan.FromDays(90));

        Assert.IsType<Result<Guid>.Ok>(await office.Get<RulingJudgments>().ReplaceAsync(PlanningOffice.Secretary, correction, new("Tribunal du travail de Liège", new(2027, 2, 1), "plus"), default));

        Assert.True(Assert.Single(await decided.Reading.OwnAsync(decided.Applicant, decided.File, default)).IsReplaced);
    }

    [Fact]
    public async Task Is_said_beside_an_appeal_against_it_once_a_court_has_judged()
    {
        await using var office = await PlanningOffice.OnAsync();
        var decided = await ASignedOneAsync(office, "refusal");
        await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default);
        var appeal = Assert.IsType<Result<FileId>.Ok>(await office.Get<AppealDesk>().AppealAsync(decided.Applicant, decided.File, "Le contrat que voici.", [], default)).Value;
        Assert.Null((await AnApplicant.ReadAsync(office, appeal)).ContestedJudgedOn);
        office.Clock.Advance(TimeSpan.FromDays(90));

        Assert.IsType<Result<Guid>.Ok>(await office.Get<RulingJudgments>().ReplaceAsync(PlanningOffice.Secretary, decided.Ruling, new("Tribunal du travail de Liège", new(2027, 2, 1), "plus"), default));

        Assert.Equal(new DateOnly(2027, 2, 1), (await AnApplicant.ReadAsync(office, appeal)).ContestedJudgedOn);
        Assert.Null((await AnApplicant.ReadAsync(office, decided.File)).ContestedJudgedOn);
    }

    private static async Task<ADecidedFile> ASignedOneAsync(PlanningOffice office, string outcome)
    {
        var decided = await ADecidedFile.InAsync(office, outcome);
        await decided.HandInAsync(outcome == "refusal" ? ADecidedFile.Text : (await decided.ReadAsync()).Text);
        await decided.SignAsync();
        return decided;
    }
}
