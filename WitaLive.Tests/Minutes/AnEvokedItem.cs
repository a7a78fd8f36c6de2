using WitaLive.Domain.Meetings;
using WitaLive.Tests.Data;
using WitaLive.Tests.Spreadsheets;

namespace WitaLive.Tests.Minutes;

public class AnEvokedItem
{
    [Fact]
    public async Task Stands_in_the_report_as_referred_with_its_reasons_though_nobody_voted_on_it()
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        await using var report = new AReport(databases);
        await report.DoAsync(new PrepareMeeting(AReport.Named(A.Restricted(2))), A.Secretary);
        await report.DoAsync(new EvokeItem(A.Item(2), "D’accord", "Lecture commune nécessaire"), A.By(1));
        for (var seat = 1; seat <= 6; seat++)
            await report.SignInAsync(A.Person(seat));
        await report.ChairAsync(new OpenMeeting());
        await report.ChairAsync(new CloseMeeting("fini"));

        using var file = await report.WriteAsync();

        var agenda = Sheets.Rows(file, "Intitulé", "Issue", "Renvoyé à", "Motif").Single(row => row["Motif"].Text.Contains("Lecture commune nécessaire", StringComparison.Ordinal));
        Assert.Equal(("Renvoyé", "Chambre élargie"), (agenda["Issue"].Text, agenda["Renvoyé à"].Text));
        Assert.Matches("^Motif de la demande\\s: Lecture commune nécessaire.*Motif de la décision\\s: D’accord", agenda["Motif"].Text);
    }
}
