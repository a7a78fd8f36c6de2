using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Import;
using WitaLive.App.Spreadsheets;
using WitaLive.Tests.Access;
using WitaLive.Tests.Chambers;
using WitaLive.Tests.Data;
using WitaLive.Tests.Spreadsheets;

namespace WitaLive.Tests.Import;

public class ImportingMembers
{
    private static readonly LegalComposition s_law = Demo.Law;
    private static readonly string[] s_headings =
        ["Section", "Group", "Seat", "Body", "Chamber", "Role in chamber", "Effective or substitute", "Given name", "Family name", "E-mail", "Language", "Passive languages", "Term from", "Term until", "Office", "Telephone"];

    [Fact]
    public async Task Shows_what_would_change_and_writes_nothing()
    {
        await using var databases = await WithTheLawAsync();
        using var file = Chamber();

        var preview = (await Import(databases).CheckAsync(Secretary, file, null, CancellationToken.None)).Value();

        Assert.Empty(preview.Problems);
        Assert.Equal(15, Count(preview, "NewPersons"));
        Assert.Equal(6, Count(preview, "NewMandates"));
        Assert.Equal(3, Count(preview, "NewOffices"));
        Assert.False(preview.IsWritten);
        await using var db = databases.CreateDbContext();
        Assert.False(await db.Persons.AnyAsync());
    }

    [Fact]
    public async Task Stores_people_seats_chairs_and_offices_once()
    {
        await using var databases = await WithTheLawAsync();
        using var file = Chamber();

        Assert.True((await Import(databases).CarryOutAsync(Secretary, file, null, CancellationToken.None)).Value().IsWritten);
        var again = (await Import(databases).CarryOutAsync(Secretary, file, null, CancellationToken.None)).Value();

        Assert.True(again.ChangesNothing, string.Join(", ", again.Counts));
        await using var db = databases.CreateDbContext();
        Assert.Equal(15, await db.Persons.CountAsync());
        Assert.Equal(15, await db.Users.CountAsync());
        Assert.Equal(6, await db.Mandates.CountAsync());
        Assert.Equal(2, await db.UserRoles.CountAsync());
        var commission = await new CommissionDirectory(databases, Demo.Rules).ReadAsync(new(2026, 6, 1));
        Assert.Equal("Pia Person0", commission.President?.FullName);
        var chamber = commission.Chambers.Single(c => c is { Section: "fr", Number: 1 });
        Assert.Equal(("Eff Experts1", "Sub Experts1"), (chamber.Chair?.FullName, chamber.SubstituteChair?.FullName));
        Assert.Equal(12, chamber.VotingSeats.SelectMany(s => s.Duo).Count());
    }

    [Theory, InlineData("01/02/2026"), InlineData("1/2/2026"), InlineData("01.02.2026"), InlineData("2026-02-01"), InlineData(" 1.2.2026 ")]
    public async Task Reads_a_day_that_was_typed_as_text(string typed)
    {
        await using var databases = await WithTheLawAsync();
        using var file = Members(Row(section: "fr", group: "experts", seat: "9", capacity: "effective", given: "Eff", family: "Neuf", mail: "neuf@example.org", from: typed));

        Assert.Empty((await Import(databases).CarryOutAsync(Secretary, file, null, CancellationToken.None)).Value().Problems);

        await using var db = databases.CreateDbContext();
        Assert.Equal(new DateOnly(2026, 2, 1), (await db.Mandates.SingleAsync()).Term.From);
    }

    [Theory, InlineData("31/02/2026"), InlineData("2026"), InlineData("février 2026")]
    public async Task Names_the_cell_of_a_day_that_is_none(string typed)
    {
        await using var databases = await WithTheLawAsync();
        using var file = Members(Row(section: "fr", group: "experts", seat: "9", capacity: "effective", given: "Eff", family: "Neuf", mail: "neuf@example.org", from: typed));

        var problem = Assert.Single((await Import(databases).CheckAsync(Secretary, file, null, CancellationToken.None)).Value().Problems);

        Assert.Equal((2, "NotADay"), (problem.Row, problem.Key));
    }

    [Fact]
    public async Task Names_the_row_whose_cell_was_merged_into_the_one_above()
    {
        await using var databases = await WithTheLawAsync();
        using var plain = Members(
            Row(section: "fr", group: "experts", seat: "8", capacity: "effective", given: "Eff", family: "Huit", mail: "huit@example.org", from: "01/01/2026"),
            Row(group: "experts", seat: "9", capacity: "effective", given: "Eff", family: "Neuf", mail: "neuf@example.org", from: "01/01/2026"));
        using var file = Sheets.Merged(plain, "A2:A3");

        var problems = (await Import(databases).CheckAsync(Secretary, file, null, CancellationToken.None)).Value().Problems;

        Assert.NotEmpty(problems);
        Assert.All(problems, problem => Assert.Equal(3, problem.Row)); // what stands in the merged cell counts for its first row alone, and that is said
    }

    [Fact]
    public async Task Confirmed_twice_at_the_same_moment_stores_once()
    {
        await using var databases = await WithTheLawAsync();
        using var file = Chamber();
        using var same = Chamber();

        var both = await Task.WhenAll(
            Task.Run(() => Import(databases).CarryOutAsync(Secretary, file, null, CancellationToken.None)),
            Task.Run(() => Import(databases).CarryOutAsync(Secretary, same, null, CancellationToken.None)));

        Assert.All(both, outcome => Assert.Empty(outcome.Value().Problems));
        await using var db = databases.CreateDbContext();
        Assert.Equal((15, 6), (await db.Persons.CountAsync(), await db.Mandates.CountAsync()));
    }

    [Fact]
    public async Task Ends_the_mandate_before_when_others_take_the_seat()
    {
        await using var databases = await WithTheLawAsync();
        using var first = Members(Seat("fr", "experts", 9, "a", from: new(2024, 1, 1)));
        using var next = Members(Seat("fr", "experts", 9, "b", from: new(2026, 7, 1)));
        using var late = Members(Seat("fr", "experts", 9, "c", from: new(2026, 7, 1)));

        await Import(databases).CarryOutAsync(Secretary, first, null, CancellationToken.None);
        var preview = (await Import(databases).CarryOutAsync(Secretary, next, null, CancellationToken.None)).Value();
        var refused = (await Import(databases).CheckAsync(Secretary, late, null, CancellationToken.None)).Value();

        Assert.Equal((1, 1), (Count(preview, "NewMandates"), Count(preview, "EndedMandates")));
        Assert.Equal("SeatHeld", Assert.Single(refused.Problems).Key);
        await using var db = databases.CreateDbContext();
        Assert.Equal([new(2026, 6, 30), null], (await db.Mandates.ToListAsync()).OrderBy(m => m.Term.From).Select(m => m.Term.Until));
    }

    [Fact]
    public async Task Gives_nobody_a_second_seat_beside_one_that_the_file_does_not_name()
    {
        await using var databases = await WithTheLawAsync();
        using var first = Members(Seat("fr", "experts", 9, "a", from: new(2024, 1, 1)));
        using var second = Members(Seat("fr", "experts", 8, "a", from: new(2026, 7, 1)), Seat("fr", "experts", 7, "b", from: new(2026, 7, 1)));
        using var moved = Members(Seat("fr", "experts", 8, "a", from: new(2026, 7, 1)), Seat("fr", "experts", 9, "c", from: new(2026, 7, 1)));

        await Import(databases).CarryOutAsync(Secretary, first, null, CancellationToken.None);
        var refused = (await Import(databases).CarryOutAsync(Secretary, second, null, CancellationToken.None)).Value();
        var changed = (await Import(databases).CarryOutAsync(Secretary, moved, null, CancellationToken.None)).Value();

        Assert.Equal((2, "Email", "SeatElsewhere"), (Assert.Single(refused.Problems).Row, refused.Problems[0].Column, refused.Problems[0].Key));
        Assert.False(refused.IsWritten);
        Assert.True(changed.IsWritten); // somebody else takes the first seat on the same day
    }

    [Fact]
    public async Task Notes_where_to_telephone_and_forgets_no_number_for_an_empty_cell()
    {
        await using var databases = await WithTheLawAsync();
        foreach (var (phone, known) in new[] { ("+32 2 555 01 00", "+32 2 555 01 00"), ("", "+32 2 555 01 00"), ("0470/12.34.56", "0470/12.34.56") })
        {
            using var file = Members(
                Row(given: "Jo", family: "Jurist", mail: "jo@example.org", language: "fr", office: "jurist"),
                Row(given: "Jo", family: "Jurist", mail: "jo@example.org", language: "fr", office: "secretariat", phone: phone));
            Assert.True((await Import(databases).CarryOutAsync(Secretary, file, null, CancellationToken.None)).Value().IsWritten);
            await using var db = databases.CreateDbContext();
            Assert.Equal(known, (await db.Persons.SingleAsync()).Telephone);
        }
    }

    [Fact]
    public async Task Names_every_cell_that_is_wrong_and_stores_nothing()
    {
        await using var databases = await WithTheLawAsync();
        using var file = Members(
            Row(section: "fr", group: "poets", seat: "1", capacity: "effective", given: "A", family: "A", mail: "a@example.org", from: "2026-01-01"),
            Row(section: "fr", group: "experts", seat: "99", capacity: "effective", given: "B", family: "B", mail: "b@example.org", from: "2026-01-01"),
            Row(section: "fr", group: "experts", seat: "1", capacity: "effective", given: "", family: "C", mail: "nobody", from: "soon"),
            Row(section: "fr", group: "experts", seat: "2", capacity: "substitute", given: "D", family: "D", mail: "d@example.org", from: "2026-01-01"),
            Row(section: "fr", group: "experts", seat: "3", capacity: "effective", given: "E", family: "E", mail: "e@example.org", from: "2026-01-01", until: "2025-01-01"),
            Row(section: "fr", group: "experts", seat: "4", capacity: "effective", given: "F", family: "F", mail: "f-example.org", from: "2026-01-01", chamber: "7"),
            Row(section: "fr", group: "experts", seat: "5", capacity: "effective", given: "G", family: "G", mail: "g@example.org", from: "2026-01-01", chamber: "8"),
            Row(given: "H", family: "H", mail: "h@example.org"),
            Row(given: "I", family: "I", mail: "i@example.org", language: "fr", office: "jurist", phone: "ask Sam"));

        var preview = (await Import(databases).CarryOutAsync(Secretary, file, null, CancellationToken.None)).Value();

        Assert.Equal(
            ["2 Group NotInList", "3 Seat NotANumber", "4 From NotADay", "4 GivenName Missing", "5 Capacity SubstituteAlone", "6 Until EndsBeforeStart", "7 Email NotAnAddress", "8 Chamber NoSuchChamber", "9 Language Missing", "9 Office NeitherSeatNorOffice", "10 Telephone NotATelephone"],
            preview.Problems.OrderBy(p => p.Row).ThenBy(p => p.Column, StringComparer.Ordinal).Select(p => $"{p.Row} {p.Column} {p.Key}"));
        Assert.False(preview.IsWritten);
        await using var db = databases.CreateDbContext();
        Assert.False(await db.Persons.AnyAsync());
    }

    [Fact]
    public async Task Gives_nobody_a_role_unless_an_administrator_imports_it()
    {
        await using var databases = await WithTheLawAsync();
        var secretary = Who.With(Roles.Secretariat);
        Stream Sheet() => Members(
            Row(given: "Jo", family: "Jurist", mail: "jo@example.org", language: "fr", office: "jurist"),
            Row(given: "Pia", family: "Person", mail: "pia@example.org", language: "fr", office: "secretariat"),
            Row(given: "Vic", family: "Person", mail: "vic@example.org", language: "fr", from: "2026-01-01", office: "vicePresident"));
        using Stream refused = Sheet(), granted = Sheet(), again = Sheet();

        var problems = (await Import(databases).CarryOutAsync(secretary, refused, null, default)).Value().Problems;
        Assert.Equal([(2, "Office", "RoleNotYours"), (3, "Office", "RoleNotYours")], problems.Select(p => (p.Row, p.Column, p.Key)));
        await using (var db = databases.CreateDbContext())
            Assert.Equal((0, 0), (await db.UserRoles.CountAsync(), await db.Persons.CountAsync()));

        Assert.True((await Import(databases).CarryOutAsync(Secretary, granted, null, default)).Value().IsWritten);
        Assert.True((await Import(databases).CarryOutAsync(secretary, again, null, default)).Value().IsWritten); // what is held already is no grant
    }

    [Fact]
    public async Task Is_only_for_the_secretariat()
    {
        await using var databases = await WithTheLawAsync();
        using var file = Chamber();

        Assert.Equal(new ImportNotAllowed(), (await Import(databases).CarryOutAsync(new(new ClaimsIdentity("test")), file, null, CancellationToken.None)).Why());
        await using var db = databases.CreateDbContext();
        Assert.False(await db.Persons.AnyAsync());
    }

    [Theory, InlineData("fr"), InlineData("nl"), InlineData("de"), InlineData("en")]
    public async Task Takes_its_own_template_back_in_every_language(string language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo($"{language}-BE");
        try
        {
            await using var databases = await WithTheLawAsync();
            using var template = Sheets.Written(new Templates(s_law, Demo.Rules, AgendaNames.Shipped, TimeProvider.System).WriteMembers);
            Assert.Equal(new SpreadsheetEmpty(), (await Import(databases).CheckAsync(Secretary, template, null, CancellationToken.None)).Why());

            using var read = WorkbookReader.Open(template).Value();
            var help = read.Find(Sheets.Headings(ImportTexts.Here("HelpColumn"), ImportTexts.Here("HelpExample"), ImportTexts.Here("HelpOtherExample"))).Value().Rows().Select(r => r.Value()).ToList();
            foreach (var example in new[] { "HelpExample", "HelpOtherExample" })
            {
                using var filled = Sheets.OneSheet(
                    [.. help.Select(r => r[ImportTexts.Here("HelpColumn")].Text)], [.. help.Select(r => Cell.Text(r[ImportTexts.Here(example)].Text))]);
                Assert.Empty((await Import(databases).CheckAsync(Secretary, filled, null, CancellationToken.None)).Value().Problems.Where(p => p.Key != "SubstituteAlone"));
            }
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>Of the secretariat, and an administrator: may import roles as well.</summary>
    internal static ClaimsPrincipal Secretary { get; } = new(new ClaimsIdentity([new Claim(ClaimTypes.Role, Roles.Secretariat), new Claim(ClaimTypes.Role, Roles.Administrator)], "test"));

    internal static int Count(ImportPreview preview, string key) => preview.Counts.Single(c => c.Key == key).Count;

    internal static MemberImport Import(Databases databases) => new(databases, s_law);

    internal static async Task<Databases> WithTheLawAsync()
    {
        var databases = await Databases.OnAsync(Engine.Sqlite);
        await new CommissionLoading(databases, s_law).LoadLawAsync(CancellationToken.None);
        return databases;
    }

    /// <summary>A whole restricted chamber of the French-speaking section, the President, a secretary and a jurist.</summary>
    private static MemoryStream Chamber() => Members(
    [
        .. new[] { ("experts", 1), ("experts", 2), ("experts", 3), ("administrations", 1), ("unions", 1), ("employers", 1) }.SelectMany(seat => new[]
        {
            Row(section: "français", group: seat.Item1, seat: $"{seat.Item2}", chamber: "1", role: seat == ("experts", 1) ? "chair" : "", capacity: "effective",
                given: "Eff", family: Name(seat), mail: $"eff.{Name(seat)}@example.org", passive: "nl, Duits", from: "01/01/2026", until: "31/12/2029"),
            Row(section: "FR", group: seat.Item1, seat: $"{seat.Item2}", chamber: "chambre 1", role: seat == ("experts", 1) ? "Présidente suppléante" : "", capacity: "plaatsvervanger",
                given: "Sub", family: Name(seat), mail: $"SUB.{Name(seat)}@example.org", from: "1/1/2026", until: "31.12.2029"),
        }),
        Row(given: "Pia", family: "Person0", mail: "p0@example.org", language: "fr", from: "2026-01-01", office: "Präsidentin"),
        Row(given: "Sam", family: "Person1", mail: "p1@example.org", language: "nl", office: "secretariat"),
        Row(given: "Jo", family: "Person2", mail: "p2@example.org", language: "de", office: "juriste"),
    ]);

    private static string Name((string Group, int Number) seat) => char.ToUpperInvariant(seat.Group[0]) + seat.Group[1..] + seat.Number;

    private static Cell[] Seat(string section, string group, int number, string who, DateOnly from) =>
        Row(section: section, group: group, seat: $"{number}", capacity: "effective", given: who, family: who, mail: $"{who}@example.org", from: from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    internal static Cell[] Row(
        string section = "", string group = "", string seat = "", string chamber = "", string role = "", string capacity = "", string given = "", string family = "",
        string mail = "", string language = "", string passive = "", string from = "", string until = "", string office = "", string phone = "") =>
        [.. new[] { section, group, seat, "", chamber, role, capacity, given, family, mail, language, passive, from, until, office, phone }.Select(Cell.Text)];

    internal static MemoryStream Members(params Cell[][] rows) => Sheets.OneSheet(s_headings, rows);
}
