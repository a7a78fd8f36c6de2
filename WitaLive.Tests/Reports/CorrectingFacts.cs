using WitaLive.App.Access;
using WitaLive.App.Fees;
using WitaLive.App.Meetings;
using WitaLive.App.Minutes;
using WitaLive.App.Reports;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Reports;
using WitaLive.Tests.Access;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;
using WitaLive.Tests.Spreadsheets;

namespace WitaLive.Tests.Reports;

public class CorrectingFacts
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Shows_both_and_the_reason_and_ends_with_the_report(Engine engine)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("fr");
        await using var office = await PlanningOffice.OnAsync(engine);
        var id = await AHeldMeeting.HoldAsync(office, "2027-01-05");
        var (record, reading) = (office.Get<ReportRecord>(), office.Get<ReportReading>());
        var facts = (await reading.ReadAsync(PlanningOffice.Secretary, id, default))!.Facts;
        var (item, opened) = (facts.Meeting.Items[1].Id, facts.Meeting.OpenedAt!.Value);
        var member = Who.With(facts.Plan.Seats[2].Effective);
        var other = (await office.ChamberAsync(section: "nl")).Chair!; // not on the list of this meeting
        var end = facts.Meeting.Items[1].Conclusion!.At.AddMinutes(1);
        Assert.Equal(5, (await FeesAsync(office)).Fees);

        Assert.Null(await record.CorrectAsync(Who.With(other.Id, Roles.Secretariat), id, new CorrectHours(opened, end, "clôture oubliée"), default));
        Assert.Null(await record.CorrectAsync(PlanningOffice.Secretary, id, new CorrectConclusion(item, "le diplôme manque", "motif d’un autre dossier"), default));
        Assert.Null(await record.CorrectAsync(PlanningOffice.Secretary, id, new CorrectHearing(item, 0, ["Ondine Marcassin"], opened, end, "pas notée"), default));
        Assert.Null(await record.CorrectAsync(PlanningOffice.Secretary, id, new CorrectAttendance(facts.Plan.Seats[2].Effective, 0, opened, end.AddSeconds(-10), "partie \u202Eעברית avant la fin"), default));

        var sheet = (await reading.ReadAsync(PlanningOffice.Secretary, id, default))!;
        var document = Assert.Single(sheet.Documents);
        Assert.Equal(4, document.Corrections.Length);
        Assert.Matches($@"^Début et fin de la réunion : 14:\d\d:\d\d – .* ; auparavant : .*\. Rectifié le 05/01/2027 .* par {other.FullName} : clôture oubliée$", document.Corrections[0].Replace('\u202f', ' ').Replace('\u00a0', ' '));
        Assert.Contains("le diplôme manque ; auparavant : une pièce manque.", document.Corrections[1].Replace('\u202f', ' ').Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("auparavant : personne.", document.Corrections[2].Replace('\u202f', ' ').Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.EndsWith("\u2068partie \u202Eעברית avant la fin\u2069", document.Corrections[3], StringComparison.Ordinal); // it turns nothing else in that line
        Assert.Contains(document.Attendance, line => line.Times.EndsWith("\u2068partie \u202Eעברית avant la fin\u2069", StringComparison.Ordinal));
        Assert.Contains(document.Items[1].Facts, f => f is { Label: "Motif", Text: "le diplôme manque" });
        Assert.Contains(document.Items[1].Facts, f => f.Label == "Audition" && f.Text.StartsWith("Ondine Marcassin, de ", StringComparison.Ordinal));
        Assert.Contains(document.Facts, f => f.Label == "Fin" && f.Text == WitaLive.App.Languages.BrusselsTime.ToTime(end));
        Assert.Equal(0, (await FeesAsync(office)).Fees); // it was too short
        using (var file = Sheets.Written(workbook => office.Get<ReportWorkbook>().Write(sheet.Facts, workbook)))
            Assert.Equal(3, Sheets.Rows(file, "Objet", "Contenu", "De", "À").Count(r => r["Objet"].Text == "Rectifié après la réunion"));

        // Members read them, and correct nothing; nor does anything else pass for a correction.
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => record.CorrectAsync(member, id, new CorrectConclusion(item, "x", "y"), default));
        await Assert.ThrowsAsync<ArgumentException>(() => record.CorrectAsync(PlanningOffice.Secretary, id, new TakeNote(Guid.NewGuid(), null, "x"), default));
        Assert.IsType<DecisionsAreNotCorrected>(await record.CorrectAsync(PlanningOffice.Secretary, id, new CorrectConclusion(facts.Meeting.Items[0].Id, "x", "y"), default));
        Assert.IsType<NoSuchMeeting>(await record.CorrectAsync(PlanningOffice.Secretary, new(Guid.NewGuid()), new CorrectConclusion(item, "x", "y"), default));

        // With both confirmations it is over, in the room as well.
        var writing = office.Get<ReportWriting>();
        Assert.Null(await writing.SupplyAsync(PlanningOffice.Secretary, id, default));
        Assert.Equal(4, (await reading.ReadAsync(member, id, default))!.Documents[0].Corrections.Length);
        await AHeldMeeting.HoldAsync(office, "2027-02-02");
        Assert.Null(await writing.ConfirmAsync(Who.With(facts.Plan.Presiders[0].Person), id, default));
        Assert.False((await reading.ReadAsync(PlanningOffice.Secretary, id, default))!.Facts.Meeting.IsReportClosed);
        Assert.Null(await writing.ConfirmAsync(PlanningOffice.Secretary, id, default));
        Assert.True((await reading.ReadAsync(PlanningOffice.Secretary, id, default))!.Facts.Meeting.IsReportClosed);
        Assert.IsType<ReportIsClosed>(await record.CorrectAsync(PlanningOffice.Secretary, id, new CorrectConclusion(item, "x", "y"), default));
        var room = (await office.Get<RoomDoor>().EnterAsync(id))!;
        Assert.IsType<Result<ImmutableArray<MeetingEvent>>.Refused>(await room.SendAsync(new TakeNote(Guid.NewGuid(), null, "trop tard"), new(new(Guid.NewGuid()), IsSecretariat: true)));
    }

    [Fact]
    public async Task Ends_also_when_whoever_confirmed_last_got_no_answer()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await AHeldMeeting.HoldAsync(office, "2027-01-05");
        var (writing, room) = (office.Get<ReportWriting>(), (await office.Get<RoomDoor>().EnterAsync(id))!);
        Assert.Null(await writing.SupplyAsync(PlanningOffice.Secretary, id, default));
        await AHeldMeeting.HoldAsync(office, "2027-02-02");
        Assert.Null(await writing.ConfirmAsync(Who.With(room.Meeting.Plan!.Presiders[0].Person), id, default));
        // The server ends between the table and the journal.
        await office.DoAsync(db => db.Set<ReportStage>().Single(s => s.MeetingId == id).ConfirmAsSecretary(new(Guid.NewGuid()), office.Clock.GetUtcNow()));
        Assert.False(room.Meeting.IsReportClosed);

        Assert.IsType<ReportIsClosed>(await writing.ConfirmAsync(PlanningOffice.Secretary, id, default)); // the page is sent once more
        Assert.True(room.Meeting.IsReportClosed);
    }

    [Fact]
    public async Task Says_that_somebody_presided_from_when_they_were_there_and_of_when_a_quorum_was_counted()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("fr");
        await using var office = await PlanningOffice.OnAsync();
        var id = await AHeldMeeting.HoldAsync(office, "2027-01-05");
        var (record, reading) = (office.Get<ReportRecord>(), office.Get<ReportReading>());
        var facts = (await reading.ReadAsync(PlanningOffice.Secretary, id, default))!.Facts;
        var came = facts.Meeting.Attendances[facts.Presided[0].Presider!.Person].Stays[0].From;

        Assert.Null(await record.CorrectAsync(PlanningOffice.Secretary, id, new CorrectHours(came.AddHours(-2), facts.Meeting.EndedAt!.Value, "ouverte plus tôt"), default));

        var sheet = (await reading.ReadAsync(PlanningOffice.Secretary, id, default))!;
        Assert.Equal(came, sheet.Facts.Presided[0].From);
        Assert.Contains($"a été notée, à {WitaLive.App.Languages.BrusselsTime.ToTime(facts.Meeting.OpenedAt!.Value)}", sheet.Documents[0].Facts.Single(f => f.Label == "Quorum à l’ouverture").Text, StringComparison.Ordinal);
    }

    private static async Task<CountedFees> FeesAsync(PlanningOffice office) => (await office.Get<FeeDesk>().ReadAsync(PlanningOffice.Secretary, new(2027, 1), default)).Counted;
}
