using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Applications;
using WitaLive.App.Attestations;
using WitaLive.App.Bodies;
using WitaLive.App.Rulings;
using WitaLive.App.Year;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Attestations;
using WitaLive.Domain.Rulings;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Bodies;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Rulings;

/// <summary>Law, art. 6: the labour court judges, and its judgment takes the place of the decision.</summary>
public class AJudgment
{
    private static readonly Judgment s_granted = new("Tribunal du travail de Liège", new(2027, 3, 1), "plus");

    [Theory, OnSqlite, OnPostgres]
    public async Task Takes_the_place_of_a_refusal_its_outcome_and_attestation_and_both_stay_told(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var decided = await ADecidedFile.InAsync(office);
        var judgments = office.Get<RulingJudgments>();
        Assert.IsType<NotToCorrect>(Why(await judgments.ReplaceAsync(PlanningOffice.Secretary, decided.Ruling, s_granted, default))); // not signed
        await decided.HandInAsync(ADecidedFile.Text);
        await decided.SignAsync();
        await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default);
        Assert.IsType<JudgmentUnusable>(Why(await judgments.ReplaceAsync(PlanningOffice.Secretary, decided.Ruling, s_granted, default))); // of a day to come
        office.Clock.Advance(TimeSpan.FromDays(90));
        foreach (var wrong in new[] { s_granted with { Court = " " }, s_granted with { Outcome = "warning" }, s_granted with { Day = new(2026, 1, 1) } })
            Assert.IsType<JudgmentUnusable>(Why(await judgments.ReplaceAsync(PlanningOffice.Secretary, decided.Ruling, wrong, default)));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => judgments.ReplaceAsync(decided.Applicant, decided.Ruling, s_granted, default));
        Assert.Empty(await office.Get<AttestationReading>().MineAsync(decided.Applicant, default));

        var executed = Assert.IsType<Result<Guid>.Ok>(await judgments.ReplaceAsync(PlanningOffice.Secretary, decided.Ruling, s_granted, default)).Value;

        Assert.IsType<NotToCorrect>(Why(await judgments.ReplaceAsync(PlanningOffice.Secretary, decided.Ruling, s_granted, default)));
        if (engine is Engine.Sqlite)
        {
            await using var page = await APage.OpenAsync<RulingPage>(office, PlanningOffice.Secretary, new() { ["Id"] = decided.Ruling });
            Assert.Contains("A court has ruled: this decision holds no more.", await page.TextAsync(), StringComparison.Ordinal);
            await using var panel = await APage.OpenAsync<FileRulings>(office, PlanningOffice.Secretary, new() { ["File"] = decided.File });
            Assert.Contains("Execution of the judgment", await panel.TextAsync(), StringComparison.Ordinal);
        }
        var year = await office.Get<YearReading>().ReadAsync(PlanningOffice.Secretary, FigurePeriod.OfYear(2027), default);
        Assert.Equal(1, year[FigureKind.Refused, ADecidedFile.Text.Reasons[0]]); // the chamber refused, for its reason
        var file = await AnApplicant.ReadAsync(office, decided.File);
        Assert.Equal(("plus", "plus", false), (file.File.Outcome, file.Application.Outcome, file.CanAppeal));
        Assert.IsType<JudgmentReplaced>(file.Events[^1]);
        Assert.Equal(s_granted.Day, Assert.Single(await office.Get<AttestationReading>().MineAsync(decided.Applicant, default)).Attestation.From);
        Assert.IsType<NothingToAppeal>(Assert.IsType<Result<FileId>.Refused>(await office.Get<AppealDesk>().AppealAsync(decided.Applicant, decided.File, "Encore", [], default)).Why);

        await decided.HandInAsync((await decided.ReadAsync(executed)).Text, executed);
        Assert.IsType<NotYoursToSign>(await decided.SignAsync(Who.With(decided.Chair), executed));
        await decided.SignAsync(executed);
        await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default);
        var letters = await decided.Reading.OwnAsync(decided.Applicant, decided.File, default);
        Assert.Equal([(executed, false), (decided.Ruling, true)], letters.Select(one => (one.Id, one.IsReplaced)));
        Assert.Contains(s_granted.Court, letters[0].Document!.Decision[0], StringComparison.Ordinal);
        Assert.Contains("« plus »", letters[0].Document!.Decision[1].Replace('\u00a0', ' ').Replace('\u202f', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("recours interne", string.Concat(letters[0].Document!.Appeal), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Takes_an_attestation_back()
    {
        await using var office = await PlanningOffice.OnAsync();
        var decided = await ADecidedFile.InAsync(office, "plus");
        await decided.HandInAsync((await decided.ReadAsync()).Text);
        await decided.SignAsync();
        await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default);
        office.Clock.Advance(TimeSpan.FromDays(90));

        var held = await TheirsAsync(office, decided);
        Assert.True((await office.Get<AttestationReading>().CheckAsync(held.Code, default))!.IsValid);
        Assert.Equal(decided.File, (await decided.Reading.CheckAsync((await decided.ReadAsync()).Ruling.Code!, default))?.File);
        var onem = await ARepresentative.OfAsync(office, BodyKind.Institution, "ONEM");
        Assert.Single(Assert.IsType<Result<ImmutableArray<ToldAttestation>>.Ok>(await office.Get<Consulting>().AskAsync(onem, (await decided.ReadAsync()).Ruling.Code!, "C181", default)).Value);

        Assert.IsType<Result<Guid>.Ok>(await office.Get<RulingJudgments>().ReplaceAsync(PlanningOffice.Secretary, decided.Ruling, s_granted with { Outcome = "refusal" }, default));

        // Whoever holds the paper is told what it is worth, and not that it was never one of ours.
        Assert.Equal(new Verdict(false, null), await office.Get<AttestationReading>().CheckAsync(held.Code, default));
        Assert.Equal(Standing.Annulled, Assert.Single(await office.Get<AttestationReading>().MineAsync(decided.Applicant, default)).Standing);
        Assert.Equal(Standing.Annulled, Assert.Single((await office.Get<RegisterList>().ReadAsync(PlanningOffice.Secretary, new(), default)).Lines).Standing);

        Assert.Equal(new Verdict(false, null), await office.Get<AttestationReading>().CheckAsync(decided.File, default)); // so says the letter's code

        // No measure that a chamber decides or takes back gives it to them again.
        await office.DoAsync(db => ActivatorUtilities.CreateInstance<AttestationSanctions>(office.Services).PutAsync(db, held.Id, null, default).GetAwaiter().GetResult());
        Assert.Equal(Standing.Annulled, Assert.Single(await office.Get<AttestationReading>().MineAsync(decided.Applicant, default)).Standing);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Puts_one_of_another_type_in_its_place_whose_code_is_new(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var decided = await ADecidedFile.InAsync(office, "plus");
        await decided.HandInAsync((await decided.ReadAsync()).Text);
        await decided.SignAsync();
        await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default);
        office.Clock.Advance(TimeSpan.FromDays(90));
        var held = await TheirsAsync(office, decided);

        Assert.IsType<Result<Guid>.Ok>(await office.Get<RulingJudgments>().ReplaceAsync(PlanningOffice.Secretary, decided.Ruling, s_granted with { Outcome = "ordinary" }, default));

        var now = await TheirsAsync(office, decided);
        Assert.Equal((held.Code, held.Number, "ordinary", s_granted.Day), (now.FormerCode, now.Number, now.Type, now.From));
        Assert.Equal(new Verdict(true, now.Until), await office.Get<AttestationReading>().CheckAsync(now.Code, default));
        Assert.Equal(new Verdict(false, null), await office.Get<AttestationReading>().CheckAsync(held.Code, default)); // that paper says «plus»
    }

    /// <summary>What was notified is the decision of before: its day is not the judgment's.</summary>
    [Fact]
    public async Task Is_notified_by_its_own_letter()
    {
        await using var office = await PlanningOffice.OnAsync();
        var decided = await ADecidedFile.InAsync(office);
        await decided.HandInAsync(ADecidedFile.Text);
        await decided.SignAsync();
        await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default);
        var desk = office.Get<PostDesk>();
        Assert.Null(await desk.PostAsync(PlanningOffice.Secretary, [decided.Ruling], desk.Today, default));
        office.Clock.Advance(TimeSpan.FromDays(90));
        Assert.Null((await AnApplicant.ReadAsync(office, decided.File)).Application.AwaitsExecution);

        var executed = Assert.IsType<Result<Guid>.Ok>(await office.Get<RulingJudgments>().ReplaceAsync(PlanningOffice.Secretary, decided.Ruling, s_granted, default)).Value;
        Assert.Equal(s_granted.Day, (await AnApplicant.ReadAsync(office, decided.File)).Application.AwaitsExecution);
        await decided.HandInAsync((await decided.ReadAsync(executed)).Text, executed);
        await decided.SignAsync(executed);
        await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default);
        Assert.Null(await desk.PostAsync(PlanningOffice.Secretary, [executed], desk.Today, default));

        var told = (await AnApplicant.ReadAsync(office, decided.File)).Application;
        Assert.Equal((null, (DateOnly?)desk.Today), (told.AwaitsExecution, told.NotifiedOn));
    }

    private static async Task<Attestation> TheirsAsync(PlanningOffice office, ADecidedFile decided)
    {
        await using var db = office.Databases.CreateDbContext();
        return await db.Set<Attestation>().AsNoTracking().SingleAsync(a => a.FileId == decided.File);
    }

    private static Refusal Why(Result<Guid> result) => Assert.IsType<Result<Guid>.Refused>(result).Why;
}
