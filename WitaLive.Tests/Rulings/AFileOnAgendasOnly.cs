using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Attestations;
using WitaLive.App.Files;
using WitaLive.App.Rulings;
using WitaLive.App.Year;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Rules;
using WitaLive.Domain.Rulings;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Rulings;

/// <summary>Put on an agenda by its number, without an application here: decided, written to and counted like any other, as far as it is known.</summary>
public class AFileOnAgendasOnly
{
    private static readonly FigurePeriod s_winter = new(new(2026, 11, 1), new(2027, 3, 31), new(2027, 3, 31));

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_in_time_by_the_legal_date_that_was_entered_and_in_no_share_without_one(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        await DecidedAsync(office, "2026-0417", new(2027, 1, 31));
        await DecidedAsync(office, "2026-0418", new(2026, 12, 31), "2027-01-12");
        await DecidedAsync(office, "2026-0419", null, "2027-01-19");
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var sentIn = await AnApplicant.SubmitAsync(office, who);
        Assert.Null(await AnApplicant.DoAsync(office, sentIn, new DeclareComplete()));
        Assert.Single(await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [sentIn], default));
        var chamber = (await AnApplicant.ReadAsync(office, sentIn)).Application.Chamber!.Value;
        await InAChamber.DecideAsync(office, sentIn, "refusal", form => (form.Chamber, form.Day) = (chamber.Value.ToString(), "2027-01-26"));

        var report = await office.Get<YearReading>().ReadAsync(PlanningOffice.Secretary, s_winter, default);

        Assert.Equal((4, 3, 2), (report[FigureKind.Decided], report.WithDueDate, report[FigureKind.InTime]));
        Assert.Equal((1, 1), (report.WithCompleteDay, report[FigureKind.InPlainTime]));
        Assert.Equal("2026-0417 · Ysaline Grosdent", (await ListAsync(FigureKind.InTime)).Lines[0].Name);
        Assert.Equal([false, false, false, true], (await ListAsync(FigureKind.Decided)).Lines.Select(line => line.Address is not null)); // there is no page of such a file
        foreach (var delay in report.Delays.Where(delay => delay.Of is FigureKind.Decided))
            Assert.Equal((delay.Name, 1), (delay.Name, (await office.Get<FigureList>().ReadAsync(PlanningOffice.Secretary, delay.Of, delay.Part, s_winter, 1, default))!.Total)); // the list of who is counted, and of nobody else
        Assert.All(report.Delays.Where(delay => delay.Of is FigureKind.Decided), delay => Assert.Equal(1, delay.Days!.Count));
        var tables = await Rendered.AsHtml<YearTables>("en", new() { [nameof(YearTables.Report)] = report, [nameof(YearTables.MayOpen)] = true }, office.AddTo);
        Assert.Contains("This is known of 3 of 4.", tables, StringComparison.Ordinal);
        Assert.Contains("66.7%", tables.Replace("\u00a0", "", StringComparison.Ordinal), StringComparison.Ordinal); // two of the three that have a legal date

        async Task<CountedPage> ListAsync(FigureKind kind) => (await office.Get<FigureList>().ReadAsync(PlanningOffice.Secretary, kind, "", s_winter, 1, default))!;
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Shows_where_its_letter_went_and_leads_nowhere(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var decided = await DecidedAsync(office, "2026-0417", null);
        await decided.HandInAsync(ADecidedFile.Text);
        await decided.SignAsync();
        await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default);
        var (post, today) = (office.Get<PostDesk>(), office.Get<PostDesk>().Today);
        Assert.Null((await decided.ReadAsync()).Delivery!.PostedOn);
        Assert.Equal("", Assert.Single(await post.ReadAsync(PlanningOffice.Secretary, default)).Address);
        if (engine is Engine.Sqlite)
        {
            await using var list = await APage.OpenAsync<PostPage>(office, PlanningOffice.Secretary);
            Assert.Contains("No address is known: to be asked for", await list.TextAsync(), StringComparison.Ordinal);
        }
        var lacking = Assert.IsType<LetterNeedsAddress>(await post.PostAsync(PlanningOffice.Secretary, [decided.Ruling], today, default, new Dictionary<Guid, string> { [decided.Ruling] = " " }));
        Assert.Equal((decided.Ruling, "2026-0417"), (Assert.Single(lacking.Letters), lacking.References));
        Assert.IsType<TextTooLong>(await post.PostAsync(PlanningOffice.Secretary, [decided.Ruling], today, default, new Dictionary<Guid, string> { [decided.Ruling] = new('a', 201) }));
        Assert.Null((await decided.ReadAsync()).Delivery!.PostedOn);
        Assert.Null(await post.PostAsync(PlanningOffice.Secretary, [decided.Ruling], today, default, new Dictionary<Guid, string> { [decided.Ruling] = " Quai des Absents 3,\n1000 Bruxelles " }));
        office.Clock.Advance(TimeSpan.FromDays(30));

        var sheet = await decided.ReadAsync();
        Assert.Equal((today, true, null), (sheet.Delivery!.PostedOn, sheet.IsOnAgendasOnly, sheet.FileAddress));
        Assert.Equal("Quai des Absents 3, 1000 Bruxelles", sheet.Delivery.PostedTo);
        Assert.Equal(1, (await office.Get<YearReading>().ReadAsync(PlanningOffice.Secretary, s_winter, default))[FigureKind.Notified]);
        if (engine is not Engine.Sqlite)
            return;
        await using var page = await APage.OpenAsync<RulingPage>(office, PlanningOffice.Secretary, new() { ["Id"] = decided.Ruling });
        var html = await page.HtmlAsync();
        Assert.Contains("Posted on Tuesday 5", html.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains(" to Quai des Absents 3, 1000 Bruxelles.", html, StringComparison.Ordinal);
        Assert.Contains("This file is known here from agendas alone", html, StringComparison.Ordinal);
        Assert.Contains("A court has ruled", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"files/", html, StringComparison.Ordinal);
    }

    /// <summary>The day of the post becomes that of the notification: nobody is notified by a letter that went nowhere.</summary>
    [Fact]
    public async Task Is_marked_as_posted_with_all_that_were_chosen_once_each_says_where_it_went()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (first, second) = (await DecidedAsync(office, "2026-0417", null), await DecidedAsync(office, "2026-0418", null, "2027-01-12"));
        foreach (var decided in new[] { first, second })
        {
            await decided.HandInAsync(ADecidedFile.Text);
            await decided.SignAsync();
            await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default);
        }
        await using var page = await APage.OpenAsync<PostPage>(office, PlanningOffice.Secretary);
        foreach (var box in new[] { 0, 2 })
            await page.FillAsync("input", true, box);
        await page.FillAsync("input", "Quai des Absents 3", 1);

        await page.SubmitAsync();

        var html = await page.HtmlAsync();
        Assert.Contains("Nothing was marked: no address is known for 2026-0418.", html, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(html, "Give the address to which this letter was posted")); // at its line, and not at the other
        Assert.Matches($"id=\"posted-to-{second.Ruling}\"[^>]* aria-invalid=\"true\"", html);
        Assert.DoesNotMatch($"id=\"posted-to-{first.Ruling}\"[^>]* aria-invalid", html);
        Assert.Contains("value=\"Quai des Absents 3\"", html, StringComparison.Ordinal);
        Assert.Null((await first.ReadAsync()).Delivery!.PostedOn);

        await page.FillAsync("input", "Kaai der Afwezigen 4", 3);
        Assert.DoesNotContain("Give the address to which this letter was posted", await page.HtmlAsync(), StringComparison.Ordinal);
        await page.SubmitAsync();
        Assert.Contains("Posted: 2.", await page.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(("Quai des Absents 3", "Kaai der Afwezigen 4"), ((await first.ReadAsync()).Delivery!.PostedTo, (await second.ReadAsync()).Delivery!.PostedTo));
    }

    /// <summary>Law, art. 6: its decision is one like any other. It has no journal here: court and day stand in the decision that carries the judgment out.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Is_judged_once_its_decision_is_signed(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var decided = await DecidedAsync(office, "2026-0417", null, outcome: "plus");
        var (judgments, judgment) = (office.Get<RulingJudgments>(), new Judgment("Tribunal du travail de Liège", new(2027, 3, 1), "ordinary"));
        Assert.False((await decided.ReadAsync()).CanJudge);
        Assert.IsType<NotToCorrect>(Why(await judgments.ReplaceAsync(PlanningOffice.Secretary, decided.Ruling, judgment with { Day = new(2027, 1, 5) }, default)));
        await decided.HandInAsync(ADecidedFile.Text with { Reasons = [] });
        await decided.SignAsync();
        await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default);
        office.Clock.Advance(TimeSpan.FromDays(90));
        var (reading, first, died) = (office.Get<AttestationReading>(), await TheirsAsync(), new DateOnly(2027, 4, 2));
        Assert.Null(await office.Get<RegisterDeaths>().RecordAsync(PlanningOffice.Secretary, first.Number, died, default));
        var before = await office.Get<YearReading>().ReadAsync(PlanningOffice.Secretary, s_winter, default);
        Assert.True((await decided.ReadAsync()).CanJudge);

        foreach (var wrong in new[] { judgment with { Court = " " }, judgment with { Outcome = "warning" }, judgment with { Day = new(2027, 1, 4) }, judgment with { Day = new(2028, 1, 1) } })
            Assert.IsType<JudgmentUnusable>(Why(await judgments.ReplaceAsync(PlanningOffice.Secretary, decided.Ruling, wrong, default)));
        var draft = Assert.IsType<Result<Guid>.Ok>(await judgments.ReplaceAsync(PlanningOffice.Secretary, decided.Ruling, judgment, default)).Value;
        Assert.IsType<NotToCorrect>(Why(await judgments.ReplaceAsync(PlanningOffice.Secretary, decided.Ruling, judgment, default)));
        var second = await TheirsAsync();
        Assert.Equal(("ordinary", judgment.Day, died), (second.Type, second.From, second.DiedOn)); // whoever had no account had their death noted on it alone
        Assert.Equal(new Verdict(false, null), await reading.CheckAsync(first.Code, default));
        Assert.Equal(draft, Assert.IsType<Result<Guid>.Ok>(await judgments.ReplaceAsync(PlanningOffice.Secretary, draft, new("Cour du travail de Liège", new(2027, 4, 1), "refusal"), default)).Value);

        Assert.Equal(new("Tribunal du travail de Liège", new(2027, 3, 1), "ordinary"), Assert.Single((await decided.ReadAsync(draft)).Facts.Overruled));
        Assert.Equal(MeasureRule.Annulment, (await TheirsAsync()).Measure);
        foreach (var code in new[] { first.Code, second.Code })
            Assert.Equal(new Verdict(false, null), await reading.CheckAsync(code, default));
        await decided.HandInAsync((await decided.ReadAsync(draft)).Text, draft);
        await decided.SignAsync(draft);
        Assert.Equal(1, (await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default)).Sent);
        var post = office.Get<PostDesk>();
        Assert.Equal(draft, Assert.Single(await post.ReadAsync(PlanningOffice.Secretary, default)).Id); // and not the letter that it replaces
        Assert.Null(await post.PostAsync(PlanningOffice.Secretary, [draft], post.Today, default, new Dictionary<Guid, string> { [draft] = "Quai des Absents 3" }));
        Assert.Contains("Cour du travail de Liège", (await decided.ReadAsync(draft)).Document.Decision[0], StringComparison.Ordinal);
        Assert.Equal(before[FigureKind.Decided], (await office.Get<YearReading>().ReadAsync(PlanningOffice.Secretary, s_winter, default))[FigureKind.Decided]);
        await using var db = office.Databases.CreateDbContext();
        Assert.Equal((FileState.Decided, "refusal"), await db.Set<ApplicationFile>().Where(f => f.Id == decided.File).Select(f => new ValueTuple<FileState, string?>(f.State, f.Outcome)).SingleAsync());
        Assert.Empty(await FileJournal.EventsAsync(db, decided.File, default));

        async Task<Attestation> TheirsAsync() => Assert.Single((await office.Get<RegisterList>().ReadAsync(PlanningOffice.Secretary, new(), default)).Lines).Attestation;
    }

    [Fact]
    public async Task Is_told_from_one_that_came_in_here_whose_page_is_the_secretariats_alone()
    {
        await using var office = await PlanningOffice.OnAsync();
        var decided = await ADecidedFile.InAsync(office);

        var (secretary, president) = (await decided.ReadAsync(), (await decided.Reading.ReadAsync(await decided.PresidentAsync(), decided.Ruling, default))!);

        Assert.Equal(($"files/{decided.File.Value}", false), (secretary.FileAddress, secretary.IsOnAgendasOnly));
        Assert.Null(president.FileAddress);
        Assert.NotEmpty(secretary.Outcomes);
    }

    private static Refusal Why(Result<Guid> result) => Assert.IsType<Result<Guid>.Refused>(result).Why;

    private static async Task<ADecidedFile> DecidedAsync(PlanningOffice office, string number, DateOnly? due, string day = "2027-01-05", string outcome = "refusal")
    {
        var file = new ApplicationFile { Id = new(Guid.NewGuid()), Number = number, Kind = FileKind.Application, Applicant = "Ysaline Grosdent", Language = "fr", Domain = "plasticArts", State = FileState.Ready, DueOn = due };
        await office.DoAsync(db => db.Add(file));
        var (meeting, room) = await InAChamber.SitAsync(office, file.Id, form => form.Day = day);
        await InAChamber.VoteAsync(room, outcome);
        var chair = room.Meeting.InTheChair!.Person;
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        await InAChamber.DoAsync(room, new CloseMeeting());
        Assert.Equal(1, await office.Get<RulingDrafts>().DraftAsync(PlanningOffice.Secretary, meeting, default));
        return new(office, Who.With(), file.Id, meeting, Assert.Single(await office.Get<RulingReading>().OfFileAsync(PlanningOffice.Secretary, file.Id, default)).Id, chair);
    }
}
