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
    private static readonly Judgment s_onAppeal = new("Cour du travail de Liège", new(2027, 4, 1), "starter");

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
        Assert.Equal((0, 0), (letters[0].Document!.Activities.Length, letters[0].Document!.Sums.Length)); // nothing beside the judgment that says otherwise
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

        Assert.Equal(new Verdict(false, null), await office.Get<AttestationReading>().CheckAsync(decided.File, "plus", default)); // so says the letter's code
        Assert.Null(await office.Get<AttestationReading>().CheckAsync(decided.File, "refusal", default)); // the letter that says so is no attestation
        foreach (var typed in new[] { held.Number, held.Code, (await decided.ReadAsync()).Ruling.Code! })
            Assert.Equal((held.Id, "plus", false), await ToldAsync(office, onem, typed));

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
        Assert.Equal((held.Number, "ordinary", s_granted.Day), (now.Number, now.Type, now.From));
        Assert.NotEqual(held.Code, now.Code);
        Assert.Equal(new Verdict(true, now.Until), await office.Get<AttestationReading>().CheckAsync(now.Code, default));
        Assert.Equal(new Verdict(false, null), await office.Get<AttestationReading>().CheckAsync(held.Code, default)); // that paper says «plus»
        var onem = await ARepresentative.OfAsync(office, BodyKind.Institution, "ONEM");
        foreach (var typed in new[] { now.Number, now.Code, held.Code, (await decided.ReadAsync()).Ruling.Code! })
            Assert.Equal((now.Id, "ordinary", true), await ToldAsync(office, onem, typed)); // by what it was as by what it is
    }

    /// <summary>On appeal, before anybody signed how the first one is carried out: no letter of what no longer holds is written first.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Takes_the_place_of_another_one_whose_execution_is_a_draft(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var decided = await ADecidedFile.InAsync(office, "plus");
        await decided.HandInAsync((await decided.ReadAsync()).Text);
        await decided.SignAsync();
        await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default);
        office.Clock.Advance(TimeSpan.FromDays(90));
        var (judgments, first) = (office.Get<RulingJudgments>(), await TheirsAsync(office, decided));
        var draft = Assert.IsType<Result<Guid>.Ok>(await judgments.ReplaceAsync(PlanningOffice.Secretary, decided.Ruling, s_granted with { Outcome = "ordinary" }, default)).Value;
        Assert.True((await decided.ReadAsync(draft)).CanJudge);
        Assert.False((await decided.ReadAsync()).CanJudge); // there is a draft to record it from
        Assert.Null(await decided.Desk.AskAsync(PlanningOffice.Secretary, draft, default));
        await decided.HandInAsync(ADecidedFile.Text with { Reasons = [] }, draft);
        var (second, written) = (await TheirsAsync(office, decided), (await decided.ReadAsync(draft)).Ruling);
        Assert.Equal(RulingStage.ToSign, written.Stage);

        Assert.IsType<JudgmentUnusable>(Why(await judgments.ReplaceAsync(PlanningOffice.Secretary, draft, s_onAppeal with { Day = s_granted.Day.AddDays(-1) }, default)));
        Assert.IsType<RulingNotAsShown>(Why(await judgments.ReplaceAsync(PlanningOffice.Secretary, draft, s_onAppeal, default, written.Version - 1)));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => judgments.ReplaceAsync(decided.Applicant, draft, s_onAppeal, default));
        Assert.Equal(second.Id, (await TheirsAsync(office, decided)).Id);
        Assert.Equal(draft, Assert.IsType<Result<Guid>.Ok>(await judgments.ReplaceAsync(PlanningOffice.Secretary, draft, s_onAppeal, default, written.Version)).Value);

        // Of what was written for the first one nothing is left to be signed.
        Assert.NotNull(await decided.Signing.SignAsync(await decided.PresidentAsync(), draft, written.Version, default));
        var sheet = await decided.ReadAsync(draft);
        Assert.Equal((RulingStage.Drafted, "", 0, true), (sheet.Ruling.Stage, sheet.Text.Motivation, sheet.Findings.Length, sheet.Ruling.IsAsked));
        Assert.Equal((s_onAppeal.Court, s_onAppeal.Day, "starter"), (sheet.Facts.Court, sheet.Facts.DecidedOn, sheet.Facts.Outcome));
        Assert.Equal(new OverruledJudgment(s_granted.Court, s_granted.Day, "ordinary"), Assert.Single(sheet.Facts.Overruled));
        Assert.Equal([decided.Ruling, draft], (await decided.Reading.OfFileAsync(PlanningOffice.Secretary, decided.File, default)).Select(one => one.Id));

        var file = await AnApplicant.ReadAsync(office, decided.File);
        Assert.Equal([(s_granted.Court, "ordinary"), (s_onAppeal.Court, "starter")], file.Events.OfType<JudgmentReplaced>().Select(one => (one.Court, one.Outcome)));
        Assert.Equal(("starter", "starter", s_onAppeal.Day), (file.File.Outcome, file.Application.Outcome, file.Application.AwaitsExecution));
        var (now, reading) = (await TheirsAsync(office, decided), office.Get<AttestationReading>());
        Assert.Equal(("starter", s_onAppeal.Day), (now.Type, now.From));
        Assert.Equal("starter", Assert.Single((await office.Get<RegisterList>().ReadAsync(PlanningOffice.Secretary, new(), default)).Lines).Attestation.Type);
        Assert.Equal(new Verdict(true, now.Until), await reading.CheckAsync(now.Code, default));
        var onem = await ARepresentative.OfAsync(office, BodyKind.Institution, "ONEM");
        foreach (var former in new[] { first.Code, second.Code })
        {
            Assert.Equal(new Verdict(false, null), await reading.CheckAsync(former, default)); // every paper that was ever shown
            Assert.Equal((now.Id, "starter", true), await ToldAsync(office, onem, former));
        }

        await decided.HandInAsync(sheet.Text, draft);
        await decided.SignAsync(draft);
        await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default);
        var letters = await decided.Reading.OwnAsync(decided.Applicant, decided.File, default);
        Assert.Equal([(draft, false), (decided.Ruling, true)], letters.Select(one => (one.Id, one.IsReplaced)));
        Assert.Contains(s_onAppeal.Court, letters[0].Document!.Decision[0], StringComparison.Ordinal);
        Assert.DoesNotContain(s_granted.Court, string.Concat(letters[0].Document!.Decision), StringComparison.Ordinal);

        // Once it is signed, the next one has a decision of its own again; and what took everything away is known by every code.
        Assert.NotEqual(draft, Assert.IsType<Result<Guid>.Ok>(await judgments.ReplaceAsync(PlanningOffice.Secretary, draft, s_onAppeal with { Outcome = "refusal" }, default)).Value);
        foreach (var code in new[] { first.Code, second.Code, now.Code })
        {
            Assert.Equal(new Verdict(false, null), await reading.CheckAsync(code, default));
            Assert.Equal((now.Id, "starter", false), await ToldAsync(office, onem, code));
        }
    }

    [Fact]
    public async Task Is_recorded_from_the_page_of_the_draft_which_then_shows_what_it_carries_out()
    {
        await using var office = await PlanningOffice.OnAsync();
        var decided = await ADecidedFile.InAsync(office);
        await decided.HandInAsync(ADecidedFile.Text);
        await decided.SignAsync();
        await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default);
        office.Clock.Advance(TimeSpan.FromDays(90));
        var draft = Assert.IsType<Result<Guid>.Ok>(await office.Get<RulingJudgments>().ReplaceAsync(PlanningOffice.Secretary, decided.Ruling, s_granted, default)).Value;
        await decided.HandInAsync((await decided.ReadAsync(draft)).Text, draft);

        await using var page = await APage.OpenAsync<RulingPage>(office, PlanningOffice.Secretary, new() { ["Id"] = draft });
        Assert.Contains("A later judgment has come", await page.TextAsync(), StringComparison.Ordinal);
        await page.FillAsync("input", s_onAppeal.Court);
        await page.FillAsync("input", "2027-04-01", 1);
        await page.FillAsync("select", "refusal");
        await page.SubmitAsync();
        Assert.Contains("The judgment of Monday 1 March 2027 holds no more", (await page.TextAsync()).Replace('\u00a0', ' '), StringComparison.Ordinal);
        await page.PressAsync("Record the judgment");

        var text = (await page.TextAsync()).Replace('\u00a0', ' ');
        Assert.Contains("Recorded", text, StringComparison.Ordinal);
        Assert.Contains($"Judgment of Monday 1 March 2027 ({s_granted.Court})", text, StringComparison.Ordinal);
        Assert.Equal("refusal", (await decided.ReadAsync(draft)).Facts.Outcome);
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

    private static async Task<(Guid Id, string Type, bool IsValid)> ToldAsync(PlanningOffice office, System.Security.Claims.ClaimsPrincipal body, string typed)
    {
        var told = Assert.Single(Assert.IsType<Result<ImmutableArray<ToldAttestation>>.Ok>(await office.Get<Consulting>().AskAsync(body, typed, "Demande C181", default)).Value);
        return (told.Attestation.Id, told.Attestation.Type, told.IsValid);
    }

    private static Refusal Why(Result<Guid> result) => Assert.IsType<Result<Guid>.Refused>(result).Why;
}
