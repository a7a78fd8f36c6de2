using System.Security.Claims;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Access;
using WitaLive.App.Attestations;
using WitaLive.App.Files;
using WitaLive.App.Import;
using WitaLive.App.Jobs;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Measures;
using WitaLive.App.Spreadsheets;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Attestations;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Rules;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Attestations;
using WitaLive.Tests.Chambers;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;
using WitaLive.Tests.Spreadsheets;

namespace WitaLive.Tests.Import;

public class ImportingApplications
{
    private static readonly string[] s_headings =
        ["Demande", "Prénom", "Nom", "E-mail", "Langue", "Activité ou revenu", "Numéro de l’activité", "Principale ou périphérique", "Domaine", "Nature de l’activité", "Fonction", "Apport nécessaire", "Débute le", "Projet", "Année civile", "Montant brut en euros", "Nature du revenu", "De quelle œuvre"];

    [Theory, OnSqlite, OnPostgres]
    public async Task Come_in_as_if_their_applicants_had_sent_them_and_only_once(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        using var sheet = Csv([.. One("a"), .. One("b")]);

        var shown = (await Import(office).CheckAsync(PlanningOffice.Secretary, sheet, null, default)).Value();
        Assert.Equal((4, 0, false), (shown.Rows, shown.Problems.Length, shown.IsWritten));
        Assert.Equal([("NewFiles", 2), ("Activities", 2), ("Incomes", 2), ("NewPersons", 2)], shown.Counts.AsEnumerable());
        await using (var db = office.Databases.CreateDbContext())
            Assert.Empty(await db.Set<ApplicationFile>().ToListAsync());

        Assert.True((await Import(office).CarryOutAsync(PlanningOffice.Secretary, sheet, null, default)).Value().IsWritten);
        var again = (await Import(office).CarryOutAsync(PlanningOffice.Secretary, sheet, null, default)).Value();
        Assert.Equal((false, "2 Email AnotherOpen, 4 Email AnotherOpen"), (again.IsWritten, Said(again)));
        await using var after = office.Databases.CreateDbContext();
        var files = await after.Set<ApplicationFile>().OrderBy(f => f.Number).ToListAsync();
        Assert.Equal(["2026-A-000001", "2026-A-000002"], files.Select(f => f.Number));
        Assert.All(files, f => Assert.Equal((FileState.Submitted, "fr", "music"), (f.State, f.Language, f.Domain)));
        var read = await AnApplicant.ReadAsync(office, files[0].Id);
        Assert.Equal((1, 1250.50m, SignedInPerson.Of(PlanningOffice.Secretary)!.Id), (read.Submission.Profile.Activities.Length, read.Submission.Profile.Incomes.Single().Amount, read.Events.Single().By!.Value));
        Assert.Equal(read.Submission.Profile.Activities[0].Id, read.Submission.Profile.Incomes[0].Activity);
        Assert.Equal(2, await after.Set<OutgoingMail>().CountAsync(m => m.Purpose == ApplicationMails.Purpose)); // a receipt each
        Assert.Null(await AnApplicant.DoAsync(office, files[0].Id, new DeclareComplete())); // and they go on like any other
    }

    [Fact]
    public async Task Name_each_faulty_cell_and_leave_only_sound_ones_to_be_taken()
    {
        await using var office = await PlanningOffice.OnAsync();
        var member = (await office.ChamberAsync()).Members.First().Email;
        using var sheet = Csv(
        [
            .. One("a"),
            Activity("b", "b@example.org", domain: "cuisine"), Income("b", amount: "1.234"),
            Activity("c", "c@example.org"), Income("c", activity: "7"), Income("c", amount: "=SUM(A1:A9)"), Income("c", amount: "999999999999"),
            Activity("d", "d@example.org", weight: "périphérique"),
            Income("e"),
            Activity("f", member), Activity("g", "a@example.org"), Activity("h", "no address"), Activity("", "i@example.org"),
        ]);

        var shown = (await Import(office).CheckAsync(PlanningOffice.Secretary, sheet, null, default)).Value();
        Assert.Equal(
            "4 Domain NotInList, 5 Amount NotAnAmount, 8 Amount Formula, 9 Amount NotAnAmount, 10 Weight NoCoreActivity, 11 Email Missing, 11 ActivityNumber NoSuchActivity, 11 Weight NoCoreActivity, "
            + "12 Email OfTheCommission, 13 Email AnotherOpen, 14 Email NotAnAddress, 15 Reference Missing", Said(shown));
        Assert.Equal((1, false), (shown.Sound, shown.IsWritten));
        Assert.False((await Import(office).CarryOutAsync(PlanningOffice.Secretary, sheet, null, default)).Value().IsWritten);

        var done = (await Import(office).CarryOutSoundAsync(PlanningOffice.Secretary, sheet, null, default)).Value();
        Assert.Equal((true, 1), (done.IsWritten, done.Lines.Length));
        await using var db = office.Databases.CreateDbContext();
        Assert.Equal("Anne Exemple", (await db.Set<ApplicationFile>().SingleAsync()).Applicant);
        foreach (var language in new[] { "en", "fr", "nl", "de" })
            Assert.DoesNotContain("{0", await Components.Rendered.AsHtml<ImportResult>(language, new() { ["Preview"] = shown, ["Kind"] = ImportKind.Applications }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Have_every_fault_of_a_row_said_at_once()
    {
        await using var office = await PlanningOffice.OnAsync();
        var member = (await office.ChamberAsync()).Members.First().Email;
        using var sheet = Csv(
        [
            With(Activity("a", "no address", domain: "cuisine"), (4, "klingon"), (10, "")),
            With(Activity("b", member), (4, "klingon")),
            Activity("c", "c@example.org"), With(Income("c", activity: "7"), (1, "Anne"), (2, "Exemple"), (3, "c@example.org"), (4, "klingon")),
            With(Activity("d", "d@example.org", weight: "périphérique"), (4, "klingon")),
            With(Activity("e", "\u200b"), (1, " \u200b")),
        ]);

        var shown = (await Import(office).CheckAsync(PlanningOffice.Secretary, sheet, null, default)).Value();

        Assert.Equal(
            "2 Email NotAnAddress, 2 Language NotInList, 2 Domain NotInList, 2 Function Missing, 3 Language NotInList, 3 Email OfTheCommission, 5 Language NotInList, 5 ActivityNumber NoSuchActivity, "
            + "6 Language NotInList, 6 Weight NoCoreActivity, 7 GivenName Missing, 7 Email Missing", Said(shown));
        Assert.Equal(0, shown.Sound);
    }

    /// <summary>Royal decree, art. 18 § 2: whoever has no account is treated as those who have one.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Follow_the_attestation_that_came_over_with_the_same_address(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var today = office.Clock.GetUtcNow().DayInBrussels();
        var (theirs, other) = (AHolder.Of(null, "plus", today.AddYears(-4), today.AddMonths(4), "V-7", "Anne Marie Exemple", "a@example.org"), AHolder.Of(null, "plus", today.AddYears(-4), today.AddMonths(4), "V-8", address: "b@example.org"));
        await office.DoAsync(db => db.AddRange(theirs, other));
        using var sheet = Csv([.. One("a")]);

        Assert.True((await Import(office).CarryOutAsync(PlanningOffice.Secretary, sheet, null, default)).Value().IsWritten);

        await using var db = office.Databases.CreateDbContext();
        var file = await db.Set<ApplicationFile>().SingleAsync();
        Assert.Equal([(file.ApplicantId, null), (null, "b@example.org")], (await db.Set<Attestation>().OrderBy(a => a.Number).ToListAsync()).Select(a => (a.HolderId, a.Address)));
        Assert.Equal([file.Id], (await office.Get<FileList>().ReadAsync(PlanningOffice.Secretary, new(), default)).Renewals);
        Assert.Equal((true, true), ((await AnApplicant.ReadAsync(office, file.Id)).Submission.Profile.Background.HeldBefore, (await AnApplicant.ReadAsync(office, file.Id)).Submission.Profile.Background.HeldPlus)); // so that the sums are those of a later one
        Assert.Contains("V-7", (await db.Set<OutgoingMail>().SingleAsync(m => m.Purpose == ApplicationMails.Purpose)).Text, StringComparison.Ordinal);
    }

    /// <summary>Royal decree, art. 18 and 19: nor of whom only an attestation is known, which came over with their address.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Are_not_taken_too_early_nor_while_a_measure_stands_against_it(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var today = office.Clock.GetUtcNow().DayInBrussels();
        Attestation Held(string address, DateOnly until, DateOnly? died = null, string name = "Anne Exemple")
        {
            var held = AHolder.Of(null, "plus", today.AddYears(-3), until, address, name, $"{address}@example.org");
            held.NoteDeath(died, null, null);
            return held;
        }
        var (early, due, examined, banned, mistyped) = (Held("early", today.AddYears(2).AddDays(1)), Held("due", today.AddYears(2)), Held("examined", today.AddMonths(4)), Held("banned", today.AddMonths(4)), Held("dead", today.AddYears(3), today));
        banned.Put(new Sanction(MeasureRule.Annulment, today.AddMonths(-1), today.AddMonths(1)));
        await office.DoAsync(db => db.AddRange(early, due, examined, banned, mistyped, Held("other", today.AddYears(3), name: "Otto Exemple")));
        Assert.IsType<Result<FileId>.Ok>(await office.Get<MeasureRequests>().RequestAsync(PlanningOffice.Secretary, examined.Id, new(FileKind.Suspension, "onem", "abuse", "Revenus non déclarés.", today), "fr", default));
        using var sheet = Csv([.. One("early"), .. One("due"), .. One("examined"), .. One("banned"), .. One("dead"), .. One("other")]);

        var shown = (await Import(office).CheckAsync(PlanningOffice.Secretary, sheet, null, default)).Value();

        Assert.Equal(("2 Email TooEarlyToRenew, 6 Email AttestationIsExamined, 8 Email BannedFromApplying", 3, 3), (Said(shown), shown.Sound, shown.Counts.Single(count => count.Key == "NewPersons").Count));
        Assert.Equal([today.AddDays(1), today.AddMonths(1)], shown.Problems.SelectMany(problem => problem.Gaps));
        Assert.True((await Import(office).CarryOutSoundAsync(PlanningOffice.Secretary, sheet, null, default)).Value().IsWritten);
        var again = (await Import(office).CheckAsync(PlanningOffice.Secretary, sheet, null, default)).Value();
        Assert.Equal("2 Email TooEarlyToRenew, 4 Email AnotherOpen, 6 Email AttestationIsExamined, 8 Email BannedFromApplying, 10 Email AnotherOpen, 12 Email AnotherOpen", Said(again));
        foreach (var language in new[] { "en", "fr", "nl", "de" })
            Assert.DoesNotContain("{0", await Components.Rendered.AsHtml<ImportResult>(language, new() { ["Preview"] = shown, ["Kind"] = ImportKind.Applications }), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Tell_whoever_has_no_account_how_to_enter(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        using var sheet = Csv([.. One("a")]);
        await Import(office).CarryOutAsync(PlanningOffice.Secretary, sheet, null, default);
        async Task<List<OutgoingMail>> MailsAsync()
        {
            await using var db = office.Databases.CreateDbContext();
            return await db.Set<OutgoingMail>().Where(m => m.ToAddress == "a@example.org").ToListAsync();
        }
        Assert.Contains("/account/sign-up", Assert.Single(await MailsAsync()).Text, StringComparison.Ordinal);

        var door = ActivatorUtilities.CreateInstance<Invitations>(office.Services);
        Assert.Null(await door.SignUpAsync("Quelqu’un", "D’autre", "A@example.org", "nl", office.Clock.GetUtcNow(), default));
        var link = Assert.Single(await MailsAsync(), mail => mail.Purpose == "sign-up");
        Assert.Equal(("Anne Exemple", "fr"), (link.ToName, link.Language)); // as the sheet has them
        Assert.Null(await door.SignUpAsync("Anne", "Exemple", "a@example.org", "fr", office.Clock.GetUtcNow(), default));
        Assert.Single(await MailsAsync(), mail => mail.Purpose == "reset"); // the account is there now

        await using var db = office.Databases.CreateDbContext();
        var file = await db.Set<ApplicationFile>().SingleAsync();
        Assert.Null(await AnApplicant.DoAsync(office, file.Id, new DeclareComplete()));
        Assert.DoesNotContain("/account/sign-up", (await MailsAsync()).Single(mail => mail.Purpose == ApplicationMails.Purpose && mail.Text.Contains("complète", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hold_no_year_that_cannot_be()
    {
        await using var office = await PlanningOffice.OnAsync(); // it is 2026
        using var sheet = Csv(
        [
            Activity("a", "a@example.org"), With(Income("a"), (14, "2026")), With(Income("a"), (14, "2027")), With(Income("a"), (14, "2030/Récital")), With(Income("a"), (14, "20255")), With(Income("a"), (14, "1949")),
            With(Activity("b", "b@example.org"), (12, "01/02/0204")), With(Activity("c", "c@example.org"), (12, "2101-01-01")), With(Activity("d", "d@example.org"), (12, "2027-01-01")),
        ]);

        var shown = (await Import(office).CheckAsync(PlanningOffice.Secretary, sheet, null, default)).Value();

        Assert.Equal("4 Year NotANumber, 5 Year NotANumber, 6 Year NotANumber, 7 Year NotANumber, 8 Begins YearImpossible, 9 Begins YearImpossible, 10 Begins YearImpossible", Said(shown));
        Assert.Equal([1950, 2026], shown.Problems[0].Gaps.AsEnumerable());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Come_out_as_the_text_that_came_in(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        using var text = Csv([With(Activity("<i>1</i>", "a@example.org"), (1, "<b>Anne</b>"), (2, "Ex<script>alert(1)</script>\u202e"), (10, "<img src=x onerror=alert(1)>"))]);
        var preview = (await Import(office).CheckAsync(PlanningOffice.Secretary, text, null, default)).Value();
        Assert.True((await Import(office).CarryOutAsync(PlanningOffice.Secretary, text, null, default)).Value().IsWritten);

        await using var db = office.Databases.CreateDbContext();
        var file = await db.Set<ApplicationFile>().SingleAsync(f => f.Applicant.Contains("Anne"));
        Assert.Equal("<b>Anne</b> Ex<script>alert(1)</script>", file.Applicant);
        Assert.Equal("<img src=x onerror=alert(1)>", (await AnApplicant.ReadAsync(office, file.Id)).Submission.Profile.Activities[0].Function);
        var mail = await db.Set<OutgoingMail>().SingleAsync(m => m.ToAddress == "a@example.org");
        Assert.Contains("&lt;b&gt;Anne&lt;/b&gt; Ex&lt;script&gt;", MailHtml.From(mail), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", MailHtml.From(mail), StringComparison.Ordinal);
        Assert.Equal($"<i>1</i> · {file.Applicant}", Assert.Single(preview.Lines).Name);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Come_in_once_when_two_take_the_same_sheet_at_the_same_moment(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        await office.DoAsync(db => db.Add(Person.Applying(new(Guid.NewGuid()), "Anne", "Exemple", "a@example.org", "fr")));

        var done = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            using var sheet = Csv(One("a"));
            return (await Import(office).CarryOutAsync(PlanningOffice.Secretary, sheet, null, default)).Value();
        })));

        Assert.Single(done, one => one.IsWritten);
        await using var db = office.Databases.CreateDbContext();
        Assert.Single(await db.Set<ApplicationFile>().ToListAsync());
    }

    [Fact]
    public async Task Go_to_nobody_of_another_name()
    {
        await using var office = await PlanningOffice.OnAsync();
        await office.DoAsync(db => db.AddRange(
            Person.Applying(new(Guid.NewGuid()), "ANNE", "Éxemple", "a@example.org", "fr"), Person.Applying(new(Guid.NewGuid()), "Ysaline", "Grosdent", "b@example.org", "fr")));
        using var sheet = Csv([.. One("a"), .. One("b")]);

        var shown = (await Import(office).CheckAsync(PlanningOffice.Secretary, sheet, null, default)).Value();

        Assert.Equal(("4 Email KnownAs", 1), (Said(shown), shown.Sound));
    }

    [Fact]
    public async Task Go_to_nobody_where_one_address_stands_with_two_names()
    {
        await using var office = await PlanningOffice.OnAsync();
        using var sheet = Csv([.. One("a"), With(Activity("b", "A@example.org"), (1, "Otto")), .. One("c"), With(Activity("d", "c@example.org"), (1, "ÀNNE"))]);

        var shown = (await Import(office).CheckAsync(PlanningOffice.Secretary, sheet, null, default)).Value();

        Assert.Equal(("2 Email NameInSheet, 4 Email AnotherOpen, 7 Email AnotherOpen", 1), (Said(shown), shown.Sound)); // the last two are one person, who applies once
    }

    [Fact]
    public async Task Are_looked_at_without_holding_up_whoever_writes()
    {
        await using var office = await PlanningOffice.OnAsync();
        await using var db = office.Databases.CreateDbContext();
        await using var writing = await db.Database.BeginTransactionAsync();
        using var sheet = Csv(One("a"));

        Assert.Equal(2, (await Import(office).CheckAsync(PlanningOffice.Secretary, sheet, null, default)).Value().Rows);
    }

    [Theory]
    [InlineData("utf-8", ';'), InlineData("utf-8", ','), InlineData("utf-8", '\t'), InlineData("windows-1252", ';'), InlineData("utf-16", '\t')]
    public async Task Are_read_from_csv_of_every_kind(string encoding, char between)
    {
        await using var office = await PlanningOffice.OnAsync();
        using var sheet = Csv(One("a"), between, encoding switch
        {
            "utf-8" => new UTF8Encoding(true),
            "utf-16" => Encoding.Unicode, // the «Unicode text» of Windows programs
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        });

        var shown = (await Import(office).CheckAsync(PlanningOffice.Secretary, sheet, null, default)).Value();
        Assert.Equal(("", 2), (Said(shown), shown.Rows));
    }

    [Fact]
    public async Task Are_refused_in_a_sentence_from_a_file_that_is_none()
    {
        await using var office = await PlanningOffice.OnAsync();
        async Task<Refusal> Why(Stream file) => (await Import(office).CheckAsync(PlanningOffice.Secretary, file, null, default)).Why();

        using var prose = new MemoryStream("Madame, Monsieur,\nvoici mes demandes."u8.ToArray());
        Assert.IsType<WrongSheet>(await Why(prose));
        using var lacking = new MemoryStream("Demande;Prénom;Nom;E-mail\n1;A;B;a@example.org"u8.ToArray());
        Assert.IsType<ColumnMissing>(await Why(lacking));
        using var empty = Csv([]);
        Assert.IsType<SpreadsheetEmpty>(await Why(empty));
        using var late = Csv([.. Enumerable.Range(0, 200).SelectMany(i => One($"r{i}")), With(Activity("z", "z@example.org"), (13, "Réci\0tal"))]);
        Assert.Equal(new ZeroInText(402), await Why(late));
        using var early = Csv([With(Activity("z", "z@example.org"), (13, "Réci\0tal"))]);
        Assert.Equal(new ZeroInText(2), await Why(early));
        using var unmarked = new MemoryStream(Encoding.Unicode.GetBytes("Demande;Prénom"));
        Assert.Equal(new ZeroInText(1), await Why(unmarked));
        using var program = new MemoryStream([0x4D, 0x5A, 0, 0, 1, 2, 3]);
        Assert.IsType<NotASpreadsheet>(await Why(program));
        using var template = Sheets.Written(new Templates(Demo.Law, Demo.Rules, AgendaNames.Shipped, TimeProvider.System).WriteApplications);
        Assert.IsType<SpreadsheetEmpty>(await Why(template));
        foreach (var who in new[] { Who.With(Roles.Administrator), AnApplicant.Outside(new(Guid.NewGuid())), new ClaimsPrincipal(new ClaimsIdentity("test")) })
        {
            using var sheet = Csv(One("a"));
            Assert.IsType<ImportNotAllowed>((await Import(office).CarryOutSoundAsync(who, sheet, null, default)).Why());
        }
    }

    [Fact]
    public void Have_a_template_that_explains_them_and_not_the_members()
    {
        var members = new MemberSheet(Demo.Law).Columns.Select(c => c.Help).Concat(new AgendaSheet(Demo.Law, Demo.Rules.On(new(2026, 11, 23)), AgendaNames.Shipped).Columns.Select(c => c.Help));

        Assert.Equal(["GivenName"], new ApplicationSheet(Demo.Law, new(2026, 11, 23)).Columns.Select(c => c.Help).Intersect(members)); // how long it may be, and no more
    }

    [Theory]
    [InlineData("1250,50", "1250.50"), InlineData("1250.5", "1250.5"), InlineData("1.250,50", "1250.50"), InlineData("1 250,50 €", "1250.50"), InlineData("1,250,000.00", "1250000.00"), InlineData("0", "0")]
    [InlineData("1.250", null), InlineData("12,5,0", null), InlineData("1.2.3", null), InlineData("-5", null), InlineData("1e3", null), InlineData("12.50,00", null), InlineData("100000000", null), InlineData(",5", null), InlineData("5,", null)]
    public void Have_amounts_that_can_be_read_in_one_way_only(string typed, string? amount)
    {
        var problems = new List<CellProblem>();
        var row = new SheetRow(2, ImmutableDictionary<string, int>.Empty.Add("Amount", 0), [new(typed)]);

        Assert.Equal(amount is null ? null : decimal.Parse(amount, CultureInfo.InvariantCulture), new RowCheck(row, problems).Amount("Amount", ProfileCheck.LargestAmount));
        Assert.Equal(amount is null ? 1 : 0, problems.Count);
    }

    [Fact]
    public void Hold_nothing_that_no_database_keeps()
    {
        var row = new SheetRow(2, ImmutableDictionary<string, int>.Empty.Add("Work", 0).Add("GivenName", 1), [new("Récital\0\r\nen deux\u0007 parties"), new("An\0ne\n")]);
        var cells = new RowCheck(row, []);

        Assert.Equal(("Récital\nen deux parties", "An ne"), (cells.Text("Work", 200), cells.Line("GivenName", 100)));
    }

    private static string Said(ImportPreview preview) => string.Join(", ", preview.Problems.Select(p => $"{p.Row} {p.Column} {p.Key}"));

    private static ApplicationImport Import(PlanningOffice office) => new(
        office.Databases, Demo.Law, new(office.Get<FileJournal>(), office.Get<ApplicationMails>(), office.Get<HolderLinks>(), Demo.Rules, office.Clock), new JobBell([]), office.Clock);

    private static string[][] One(string reference) => [Activity(reference, $"{reference}@example.org"), Income(reference)];

    private static string[] Activity(string reference, string email, string domain = "musique", string weight = "principale") =>
        [reference, "Anne", "Exemple", email, "français", "activité", "1", weight, domain, "artistique", "Pianiste \"à l’œuvre\"", "Elle joue;\nelle compose.", "01/02/2024", "Récital", "", "", "", ""];

    private static string[] Income(string reference, string activity = "1", string amount = "1.250,50") =>
        [reference, "", "", "", "", "revenu", activity, "", "", "", "", "", "", "", "2025", amount, "revenu professionnel", "Récital"];

    private static string[] With(string[] row, params (int Column, string Text)[] cells) => [.. row.Select((text, i) => cells.Where(cell => cell.Column == i).Select(cell => cell.Text).FirstOrDefault(text))];

    private static MemoryStream Csv(string[][] rows, char between = ';', Encoding? encoding = null)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(s_headings))
            text.Append(string.Join(between, row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))).Append("\r\n");
        var written = encoding ?? new UTF8Encoding(false);
        return new([.. written.GetPreamble(), .. written.GetBytes(text.ToString())]);
    }
}
