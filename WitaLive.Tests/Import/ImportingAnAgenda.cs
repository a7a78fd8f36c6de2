using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Files;
using WitaLive.App.Import;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.App.Spreadsheets;
using WitaLive.Domain.Applications;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Chambers;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;
using WitaLive.Tests.Spreadsheets;

namespace WitaLive.Tests.Import;

public class ImportingAnAgenda
{
    private static readonly string[] s_headings =
        ["Composition", "Section", "Chambre", "Date", "Ordre", "Numéro de dossier", "Demandeur", "Langue", "Domaine", "Type", "Minutes", "Titre en français", "Échéance"];

    [Fact]
    public async Task Puts_files_on_the_agenda_of_a_planned_meeting_once()
    {
        await using var databases = await WithAMeetingAsync();
        using var file = Agenda(Row("2026/1", order: "2"), Row("2026/2", order: "1", title: "Recours"), Row("2026/3", day: "11/12/2026"));
        using var right = Agenda(Row("2026/1", order: "2"), Row("2026/2", order: "1", title: "Recours"));

        var refused = (await Import(databases).CarryOutAsync(Secretary, file, null, CancellationToken.None)).Value();
        var done = (await Import(databases).CarryOutAsync(Secretary, right, null, CancellationToken.None)).Value();
        var again = (await Import(databases).CarryOutAsync(Secretary, right, null, CancellationToken.None)).Value();

        Assert.Equal((4, "Day", "NoSuchMeeting"), (refused.Problems.Single().Row, refused.Problems[0].Column, refused.Problems[0].Key));
        Assert.Empty(done.Problems);
        Assert.Equal(2, done.Counts.Single(c => c.Key == "NewLines").Count);
        Assert.True(again.ChangesNothing, string.Join(", ", again.Counts));
        await using var db = databases.CreateDbContext();
        var meeting = await db.Set<PlannedMeeting>().Include(m => m.Agenda).SingleAsync();
        Assert.Equal(["2026/2 Recours", "2026/1"], meeting.Agenda.OrderBy(l => l.Position).Select(l => l.Reference + (l.Reference == "2026/2" ? " " + l.Titles["fr"] : "")));
        // Called like every other file, and by its applicant, whose name conflicts of interest are looked for by.
        var plain = meeting.Agenda.Single(l => l.Reference == "2026/1");
        Assert.Equal((4, "Application for an attestation 2026/1", true), (plain.Titles.Count, plain.Titles["en"], plain.Applicant is { Length: > 0 }));
        Assert.All(await db.Set<ApplicationFile>().ToListAsync(), f => Assert.Equal((FileState.OnAgenda, "fr", "music", new DateOnly(2026, 12, 24)), (f.State, f.Language, f.Domain, f.DueOn)));
    }

    [Fact]
    public async Task Names_every_cell_that_is_wrong()
    {
        await using var databases = await WithAMeetingAsync();
        using var file = Agenda(Row("a", kind: "poem"), Row("", chamber: "9"), Row("b", chamber: "9"), Row("c"), Row("c"), Row("d", minutes: "long"));

        var preview = (await Import(databases).CheckAsync(Secretary, file, null, CancellationToken.None)).Value();

        Assert.Equal(
            ["2 Kind NotInList", "3 FileNumber Missing", "4 Chamber NoSuchChamber", "6 FileNumber FileTwice", "7 Minutes NotANumber"],
            preview.Problems.Select(p => $"{p.Row} {p.Column} {p.Key}"));
    }

    [Fact]
    public async Task Puts_no_file_on_two_agendas()
    {
        await using var databases = await WithAMeetingAsync();
        await using (var db = databases.CreateDbContext())
        {
            db.Add(Meeting(new(2026, 12, 17)));
            await db.SaveChangesAsync();
        }
        using var both = Agenda(Row("2026/1"), Row("2026/1", day: "17/12/2026"));
        using var one = Agenda(Row("2026/1"));
        using var other = Agenda(Row("2026/1", day: "17/12/2026"));

        var first = (await Import(databases).CarryOutAsync(Secretary, both, null, CancellationToken.None)).Value();
        var second = (await Import(databases).CarryOutAsync(Secretary, one, null, CancellationToken.None)).Value();
        var third = (await Import(databases).CarryOutAsync(Secretary, other, null, CancellationToken.None)).Value();

        Assert.Equal(["3 FileNumber OtherAgenda"], first.Problems.Select(p => $"{p.Row} {p.Column} {p.Key}"));
        Assert.True(second.IsWritten);
        Assert.Equal(["2 FileNumber OtherAgenda"], third.Problems.Select(p => $"{p.Row} {p.Column} {p.Key}"));
    }

    /// <summary>Royal decree, art. 14 and 22: a chamber deals with what was sent to it.</summary>
    [Fact]
    public async Task Takes_of_what_came_in_here_only_files_that_wait_for_that_chamber_and_leaves_their_data_alone()
    {
        await using var office = await PlanningOffice.OnAsync();
        var import = new AgendaImport(office.Databases, Demo.Law, Demo.Rules, AgendaNames.Shipped, office.Clock);
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        var (first, second) = (await office.PlanAsync(0), await office.PlanAsync(0, await ToAsync(office, 2, "2027-01-12")));
        async Task<ImportPreview> PutAsync(int chamber, string day)
        {
            using var sheet = Agenda(Row("2026-A-000001", $"{chamber}", day));
            return (await import.CarryOutAsync(Secretary, sheet, null, CancellationToken.None)).Value();
        }

        Assert.Equal("FileElsewhere", Assert.Single((await PutAsync(1, "05/01/2027")).Problems).Key); // nobody has looked at it
        await AnApplicant.DoAsync(office, file, new DeclareComplete());
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default);
        Assert.Equal("FileElsewhere", Assert.Single((await PutAsync(2, "12/01/2027")).Problems).Key);
        Assert.True((await PutAsync(1, "05/01/2027")).IsWritten);

        var row = (await AnApplicant.ReadAsync(office, file)).File;
        Assert.Equal((FileState.OnAgenda, "Ysaline Grosdent", "plasticArts"), (row.State, row.Applicant, row.Domain));
        Assert.NotEqual(new DateOnly(2026, 12, 24), row.DueOn);
        Assert.Equal(file, Assert.Single((await office.ReadAsync(first)).Agenda).FileId);
        Assert.Empty((await office.ReadAsync(second)).Agenda);
    }

    private static async Task<Action<MeetingForm>> ToAsync(PlanningOffice office, int chamber, string day)
    {
        var id = (await office.ChamberAsync(number: chamber)).Id;
        return form => (form.Chamber, form.Day) = (id.Value.ToString(), day);
    }

    [Fact]
    public async Task Is_only_for_the_secretariat()
    {
        await using var databases = await WithAMeetingAsync();
        using var file = Agenda(Row("a"));

        Assert.Equal(new ImportNotAllowed(), (await Import(databases).CarryOutAsync(new(new ClaimsIdentity("test")), file, null, CancellationToken.None)).Why());
    }

    [Fact]
    public async Task Takes_its_own_template_back()
    {
        await using var databases = await WithAMeetingAsync();
        using var template = Sheets.Written(new Templates(Demo.Law, Demo.Rules, AgendaNames.Shipped, TimeProvider.System).WriteAgenda);

        Assert.Equal(new SpreadsheetEmpty(), (await Import(databases).CheckAsync(Secretary, template, null, CancellationToken.None)).Why());
    }

    private static ClaimsPrincipal Secretary { get; } = new(new ClaimsIdentity([new Claim(ClaimTypes.Role, Roles.Secretariat)], "test"));

    private static AgendaImport Import(Databases databases) => new(databases, Demo.Law, Demo.Rules, AgendaNames.Shipped, TimeProvider.System);

    private static async Task<Databases> WithAMeetingAsync()
    {
        var databases = await Databases.OnAsync(Engine.Sqlite);
        await new CommissionLoading(databases, Demo.Law).LoadLawAsync(CancellationToken.None);
        await using var db = databases.CreateDbContext();
        db.Add(Meeting(new(2026, 12, 10)));
        await db.SaveChangesAsync();
        return databases;
    }

    private static PlannedMeeting Meeting(DateOnly day)
    {
        var chamber = Demo.Law.Chambers.First(c => c is { Section: "fr", Number: 2 });
        return new()
        {
            Id = new(Guid.NewGuid()),
            ChamberId = chamber.Id,
            Formation = chamber.Formation,
            StartsAt = BrusselsTime.At(day, new(9, 30)),
            Minutes = 180,
            Mode = MeetingMode.OnSite,
            Place = "Bruxelles",
            Languages = ["fr"],
        };
    }

    private static Cell[] Row(string number, string chamber = "2", string day = "10/12/2026", string order = "", string kind = "application", string minutes = "10", string title = "") =>
        [.. new[] { "restricted", "fr", chamber, day, order, number, "A. B.", "", "musique", kind, minutes, title, "24/12/2026" }.Select(Cell.Text)];

    private static MemoryStream Agenda(params Cell[][] rows) => Sheets.OneSheet(s_headings, rows);
}
