using System.Text.RegularExpressions;
using WitaLive.App.Spreadsheets;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Data;
using WitaLive.Tests.Spreadsheets;

namespace WitaLive.Tests.Minutes;

public class TheReportOfAMeeting
{
    private static readonly string[] s_ballots =
        ["Vote n°", "Points", "Mis aux voix", "Groupe", "Sièges présents ou représentés", "Pour", "Contre", "Abstentions", "N’ont pas voté", "En faveur, exactement", "En faveur, arrondi vers le bas",
         "Formule", "Résultat", "Suspendu et repris", "Annulé", "Votes attestés", "Ayant voix", "Ont voté", "Remarques"];

    [Fact]
    public async Task Counts_no_seat_for_a_proxy_whose_holder_never_came()
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        await using var report = new AReport(databases);
        await report.DoAsync(new PrepareMeeting(AReport.Named(A.Restricted(6))), A.Secretary);
        await report.DoAsync(new ReceiveProxy(A.Seat(6), A.Person(5), A.Start.AddDays(-1)), A.Secretary);
        foreach (var seat in new[] { 1, 2, 3, 4 })
            await report.SignInAsync(A.Person(seat));

        Assert.Equal(4, (await report.ReadAsync()).SeatsThere);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Counts_each_ballot_of_a_restricted_chamber(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        await using var report = new AReport(databases);
        await Stories.RestrictedAsync(report);
        using var file = await report.WriteAsync();
        Assert.Equal(6, (await report.ReadAsync()).SeatsThere); // five in their seats, one by proxy

        var whole = Sheets.Rows(file, s_ballots).Where(r => r["Groupe"].Text == "Tous les groupes").ToList();

        Assert.Equal(
            [
                "1|1|Attestation « plus »|6|5|0|1|0|5/6|Pour 5 ≥ 1\u202f; Contre 0 = 0|Adopté|1",
                "2|2|Attestation « plus »|6|4|1|0|1|2/3|Pour 4 ≥ 1\u202f; Contre 1 > 0|Non adopté|0",
                "3|3, 5|Attestation ordinaire|6|6|0|0|0|1|Pour 6 ≥ 1\u202f; Contre 0 = 0|Adopté|0",
                "4|6|Attestation « plus »|5|1|0|0|4|||Annulé|0",
                "5|6|Attestation « plus »|5|0|5|0|0|0|Pour 0 < 1\u202f; Contre 5 > 0|Non adopté|0",
                "5|6|Attestation ordinaire|5|5|0|0|0|1|Pour 5 ≥ 1\u202f; Contre 0 = 0|Adopté|0",
                "5|6|Refus|5|0|5|0|0|0|Pour 0 < 1\u202f; Contre 5 > 0|Non adopté|0",
            ],
            whole.Select(r => string.Join('|', ((string[])["Vote n°", "Points", "Mis aux voix", "Sièges présents ou représentés", "Pour", "Contre", "Abstentions", "N’ont pas voté",
                "En faveur, exactement", "Formule", "Résultat", "Votes attestés"]).Select(key => r[key].Text))));
        Assert.Contains("mauvaise question", whole[3]["Annulé"].Text, StringComparison.Ordinal);
        Assert.StartsWith("Quorum perdu à ", whole[1]["Suspendu et repris"].Text, StringComparison.Ordinal);
        Assert.Contains(", repris à ", whole[1]["Suspendu et repris"].Text, StringComparison.Ordinal);
        Assert.StartsWith("Point 4 retiré à ", whole[2]["Remarques"].Text, StringComparison.Ordinal);
        var experts = Sheets.Rows(file, s_ballots).First(r => r["Groupe"].Text == "Experts du travail des arts");
        Assert.Equal(("3", "2", "0", "1"), (experts["Sièges présents ou représentés"].Text, experts["Pour"].Text, experts["Contre"].Text, experts["Abstentions"].Text));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Tells_attendance_agenda_and_votes_of_a_restricted_chamber(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        await using var report = new AReport(databases);
        await Stories.RestrictedAsync(report);
        using var file = await report.WriteAsync();

        var attendance = Sheets.Rows(file, "Ligne", "Personne", "Arrivée signée", "Départ", "Qualité", "Point", "Précisions", "Mode de participation", "Inscrit par");
        Assert.Equal(9, attendance.Count(r => r["Ligne"].Text == "Présence")); // five members, one of them twice, a substitute, the secretary, who was heard
        Assert.All(attendance.Where(r => r["Ligne"].Text == "Présence"), r => Assert.True(r["Arrivée signée"].Moment < r["Départ"].Moment));
        Assert.Equal("Person 006", attendance.Single(r => r["Ligne"].Text == "Personne n’a signé")["Personne"].Text);
        Assert.StartsWith("À Person 005 ; signée le 23/11/2026", attendance.Single(r => r["Ligne"].Text == "Procuration")["Précisions"].Text, StringComparison.Ordinal);
        Assert.EndsWith("écran en retard", attendance.Single(r => r["Ligne"].Text == "Rectification")["Précisions"].Text, StringComparison.Ordinal);
        var recusal = attendance.Single(r => r["Ligne"].Text == "Récusation");
        Assert.Equal("2", recusal["Point"].Text);
        Assert.StartsWith("Person 002 a annoncé sa récusation pour le point 2 ; Person 1f6 a siégé. 6 sièges sur 6 occupés ou représentés.", recusal["Précisions"].Text, StringComparison.Ordinal);

        var agenda = Sheets.Rows(file, "Point", "Intitulé", "Demandeur", "De", "À", "Issue", "Décision", "Renvoyé à", "Motif", "Vote n°", "Minutes prévues", "Minutes effectives", "Conclusions annulées", "Ajouté en séance", "Personnes entendues", "Notes du secrétaire");
        Assert.Equal(
            ["1|=1+1|Décidé|Attestation « plus »||1", "2|Demandeur 2|Renvoyé||Chambre élargie|2", "3|Demandeur 3|Décidé|Attestation ordinaire||3", "4|Demandeur 4|Informations demandées|||",
             "5|Demandeur 5|Décidé|Attestation ordinaire||3", "6|Demandeur 6|Décidé|Attestation ordinaire||5", "7||Retiré|||"],
            agenda.Select(r => string.Join('|', ((string[])["Point", "Demandeur", "Issue", "Décision", "Renvoyé à", "Vote n°"]).Select(key => r[key].Text))));
        // The same minutes as in the room.
        Assert.Equal(
            report.Meeting.Items.Select(item => Math.Round((decimal)report.Meeting.TimeOn(item).TotalMinutes, 2)),
            agenda.Select(r => decimal.Parse(r["Minutes effectives"].Text, CultureInfo.InvariantCulture)));
        // And the hours of these minutes, also of files that nobody called: those of their vote.
        var block = report.Meeting.Ballots.ElementAt(2);
        foreach (var item in (int[])[2, 4])
            Assert.Equal(
                (Seconds(block.OpenedAt), Seconds(report.Meeting.Items[item].Conclusion!.At)), (Seconds(agenda[item]["De"].Moment), Seconds(agenda[item]["À"].Moment)));
        Assert.Contains("annulé à ", agenda[0]["Conclusions annulées"].Text, StringComparison.Ordinal);
        Assert.Equal("Le dossier est complet.", agenda[0]["Notes du secrétaire"].Text);
        Assert.StartsWith("Me Dupont, de ", agenda[3]["Personnes entendues"].Text, StringComparison.Ordinal);
        Assert.Equal("Par la présidence, en urgence : délai légal", agenda[6]["Ajouté en séance"].Text);

        var votes = Sheets.Rows(file, "Vote n°", "Votant", "Par procuration de", "Suffrage", "Compte ou non", "Attesté par").Where(r => r["Vote n°"].Text == "1").ToList();
        Assert.Equal(
            ["Person 001||Pour|Compte", "Person 002||Contre|Remplacé par un vote ultérieur du siège", "Person 002||Pour|Compte", "Person 003||Abstention|Compte", "Person 004||Pour|Compte", "Person 005||Pour|Compte",
             "Person 005|Person 006|Pour|Compte"],
            votes.Select(r => string.Join('|', ((string[])["Votant", "Par procuration de", "Suffrage", "Compte ou non"]).Select(key => r[key].Text))));
        Assert.Equal("Donné par téléphone ; inscrit par Secrétaire Lambermont, confirmé par Person 004", votes[3]["Attesté par"].Text);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Begins_with_what_the_meeting_was(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        await using var report = new AReport(databases);
        await Stories.RestrictedAsync(report);
        using var file = await report.WriteAsync();

        var facts = Sheets.Rows(file, "Objet", "Contenu", "De", "À").ToLookup(r => r["Objet"].Text, r => r);

        Assert.Equal("Chambre 1", facts["Chambre"].Single()["Contenu"].Text);
        Assert.Equal(new DateOnly(2026, 11, 24), facts["Jour"].Single()["Contenu"].AsDay());
        Assert.Equal(report.Meeting.OpenedAt!.Value.UtcDateTime.AddHours(1), facts["Ouverture"].Single()["Contenu"].Moment!.Value, TimeSpan.FromSeconds(1));
        Assert.Equal("Hybride : 7 sur place, 1 en ligne", facts["Tenue de la réunion"].Single()["Contenu"].Text);
        Assert.Equal(["Person 001 (présidence de la chambre)", "Person 004 (présidence suppléante de la chambre)"], facts["Présidence"].Select(r => r["Contenu"].Text));
        Assert.Equal(facts["Présidence"].First()["À"].Moment, facts["Présidence"].Last()["De"].Moment);
        Assert.Equal(("7", "4", "1", "1"), (facts["Points à l’ordre du jour"].Single()["Contenu"].Text, facts["Décidé"].Single()["Contenu"].Text, facts["Renvoyé"].Single()["Contenu"].Text, facts["Retiré"].Single()["Contenu"].Text));
        Assert.Contains(facts["Réglage appliqué"], r => r["Contenu"].Text.StartsWith("O-2,", StringComparison.Ordinal));
        Assert.Contains(facts["Réglage appliqué"], r => r["Contenu"].Text.StartsWith("O-10,", StringComparison.Ordinal));
        Assert.Equal("La réunion commence à l’heure.", facts["Note du secrétaire"].Single()["Contenu"].Text);

        var journal = Sheets.Rows(file, "Séquence", "Heure (Bruxelles)", "Événement", "Par", "Précisions");
        Assert.Equal(Enumerable.Range(0, report.Meeting.Version), journal.Select(r => r["Séquence"].AsWhole()!.Value));
        Assert.All(journal, r => Assert.True(r["Heure (Bruxelles)"].Moment is not null && r["Par"].Text.Length > 0));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Weighs_the_votes_of_an_enlarged_chamber_in_both_languages(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        await using var report = new AReport(databases);
        await Stories.EnlargedAsync(report);
        using var file = await report.WriteAsync();

        var rows = Sheets.Rows(file, "Vote n° / Stemming", "Groupe / Groep", "Pour / Voor", "Contre / Tegen", "N’ont pas voté / Niet gestemd", "Part / Aandeel", "En faveur, exactement / Voor, exact", "En faveur, arrondi vers le bas / Voor, naar beneden afgerond",
            "Seuil / Drempel", "Formule / Berekening", "Résultat / Resultaat");
        var whole = rows.Where(r => r["Groupe / Groep"].Text == "Tous les groupes / Alle groepen").ToList();

        Assert.Equal(["1/2 × 7/9 + 1/6 × 2/3 + 1/6 × 2/3 + 1/6 × 0/3 = 11/18 ≥ 3/5", "1/2 × 7/9 + 1/6 × 2/3 + 1/6 × 1/3 + 1/6 × 0/3 = 5/9 < 3/5"], whole.Select(r => r["Formule / Berekening"].Text));
        Assert.Equal(["0.6111", "0.5555"], whole.Select(r => r["En faveur, arrondi vers le bas / Voor, naar beneden afgerond"].Text));
        Assert.Equal(["Adopté / Aangenomen", "Non adopté / Niet aangenomen"], whole.Select(r => r["Résultat / Resultaat"].Text));
        Assert.Equal("1", whole[0]["N’ont pas voté / Niet gestemd"].Text);
        var experts = rows.First(r => r["Groupe / Groep"].Text == "Experts du travail des arts / Kunstwerkdeskundigen");
        Assert.Equal(("7", "1", "1/2", "7/18"), (experts["Pour / Voor"].Text, experts["Contre / Tegen"].Text, experts["Part / Aandeel"].Text, experts["En faveur, exactement / Voor, exact"].Text));
        var agenda = Sheets.Rows(file, "Intitulé / Titel", "Issue / Afloop", "Motif / Reden");
        Assert.Equal("Dossier 2 / Zaak 2", agenda[1]["Intitulé / Titel"].Text);
        Assert.Equal("Ajourné / Uitgesteld", agenda[1]["Issue / Afloop"].Text);
        Assert.Contains("la présidence de la Commission en est informée / ", agenda[1]["Motif / Reden"].Text, StringComparison.Ordinal);
        Assert.Equal("Rapport Chambre 1 2026-11-24.xlsx", report.Workbook.NameOf(await report.ReadAsync()));
    }

    [Fact]
    public async Task Keeps_back_the_votes_that_the_screens_keep_back()
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        await using var report = new AReport(databases);
        await report.DoAsync(new PrepareMeeting(AReport.Named(A.Restricted(1))), A.Secretary);
        foreach (var seat in Enumerable.Range(1, 6))
            await report.SignInAsync(A.Person(seat));
        await report.ChairAsync(new OpenMeeting());
        await report.ChairAsync(new CallItem(A.Item(1)));
        await report.ChairAsync(new OpenBallot(A.Ballot, [A.Item(1)], ["plus"], CountsHidden: true));
        await report.VoteAsync("against", 1, 2);

        using (var running = await report.WriteAsync())
        {
            Assert.All(Sheets.Rows(running, "Votant", "Suffrage").Take(2), r => Assert.Equal("Résultats masqués jusqu’à la clôture", r["Suffrage"].Text));
            Assert.DoesNotContain(Sheets.Rows(running, "Événement", "Précisions"), r => r["Précisions"].Text.Contains("Contre", StringComparison.Ordinal));
            Assert.All(Sheets.Rows(running, "Groupe", "Contre"), r => Assert.True(r["Contre"].IsEmpty));
        }
        await report.CloseBallotAsync();
        using var closed = await report.WriteAsync();
        Assert.Equal(2, Sheets.Rows(closed, "Votant", "Suffrage").Count(r => r["Suffrage"].Text == "Contre"));
    }

    [Fact]
    public async Task Of_a_chamber_for_German_files_is_in_the_language_of_its_section()
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        await using var report = new AReport(databases);
        var plan = AReport.Named(A.Restricted(1));
        await report.DoAsync(new PrepareMeeting(plan with { Languages = ["de"], Seats = [.. plan.Seats.Select(s => s with { Section = "nl" })] }), A.Secretary);

        using var file = await report.WriteAsync();

        Assert.NotEmpty(Sheets.Rows(file, "Onderwerp", "Inhoud"));
    }

    [Fact]
    public async Task Tells_a_recusal_that_came_after_the_vote()
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        await using var report = new AReport(databases);
        await report.DoAsync(new PrepareMeeting(AReport.Named(A.Restricted(1))), A.Secretary);
        foreach (var seat in Enumerable.Range(1, 6))
            await report.SignInAsync(A.Person(seat));
        await report.ChairAsync(new OpenMeeting());
        await report.ChairAsync(new CallItem(A.Item(1)));
        await report.OpenBallotAsync(1, [1], "plus");
        await report.VoteAsync("for", 1, 2, 3, 4, 5, 6);
        await report.CloseBallotAsync();
        await report.DoAsync(new Recuse(A.Item(1), A.Person(5)), A.By(5));
        await report.DoAsync(new SignOut(A.Person(6)), A.By(6)); // the vote is undone: the item is still being dealt with

        using var file = await report.WriteAsync();

        Assert.StartsWith("Person 005 a annoncé sa récusation pour le point 1 ; personne n’a occupé le siège. 4 sièges sur 6 ",
            Sheets.Rows(file, "Ligne", "Précisions").Single(r => r["Ligne"].Text == "Récusation")["Précisions"].Text, StringComparison.Ordinal);
        Assert.EndsWith("Une personne dont le vote avait été compté ne prend plus part à ce point",
            Sheets.Rows(file, s_ballots).First(r => r["Groupe"].Text == "Tous les groupes")["Annulé"].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Has_nobody_preside_for_no_time_at_all()
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        await using var report = new AReport(databases);
        await report.DoAsync(new PrepareMeeting(AReport.Named(A.Restricted(1))), A.Secretary);
        foreach (var seat in Enumerable.Range(1, 6))
            await report.SignInAsync(A.Person(seat));
        await report.ChairAsync(new OpenMeeting());
        await report.ChairAsync(new CallItem(A.Item(1)));
        var chair = report.Meeting.InTheChair!.Person;
        await report.DoAsync(new Recuse(A.Item(1), chair), A.By(chair));

        await report.ChairAsync(new CloseMeeting("trop tard")); // which ends the item that another one presided over

        Assert.Equal([chair, report.Meeting.Plan!.Presiders[1].Person], (await report.ReadAsync()).Presided.Select(p => p.Presider!.Person));
    }

    [FactNeeding(Need.LibreOffice)]
    public async Task Is_read_by_another_program_with_the_same_numbers()
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        await using var report = new AReport(databases);
        await Stories.EnlargedAsync(report);
        using var file = await report.WriteAsync();

        var sheets = LibreOffice.Sheets(file).ToDictionary(s => s.Key, s => LibreOffice.Fields(s.Value));

        var ballots = Table(sheets["Votes"]);
        var whole = ballots.Where(r => r["Groupe / Groep"] == "Tous les groupes / Alle groepen").ToList();
        Assert.Equal(("11", "5", "1", "1"), (whole[0]["Pour / Voor"], whole[0]["Contre / Tegen"], whole[0]["Abstentions / Onthoudingen"], whole[0]["N’ont pas voté / Niet gestemd"]));
        Assert.Equal(["61.11%", "55.55%"], whole.Select(r => r["En faveur, arrondi vers le bas / Voor, naar beneden afgerond"]));
        Assert.Equal(["11/18", "5/9"], whole.Select(r => r["En faveur, exactement / Voor, exact"].TrimStart('\'')));
        Assert.Equal("1/2 × 7/9 + 1/6 × 2/3 + 1/6 × 2/3 + 1/6 × 0/3 = 11/18 ≥ 3/5", whole[0]["Formule / Berekening"]);
        Assert.Equal(36, Table(sheets["Votes nominaux"]).Count);
        Assert.Equal(report.Meeting.Version, Table(sheets["Journal de séance"]).Count);
        Assert.Contains("=1+1", Table(sheets["Ordre du jour et décisions"])[0]["Demandeur / Aanvrager"], StringComparison.Ordinal);
        Assert.DoesNotContain(sheets.Values.SelectMany(lines => lines).SelectMany(line => line), CellText.IsLive);
        Assert.Equal(19, Table(sheets["Présences"]).Count);
        Assert.Contains(sheets["Réunion"], line => line[0] == "Points à l’ordre du jour / Punten op de agenda" && line[1] == "2");
    }

    [FactNeeding(Need.LibreOffice)]
    public async Task Is_printed_by_another_program_with_every_line_of_its_first_sheet_in_two_languages()
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        await using var report = new AReport(databases);
        await Stories.EnlargedAsync(report);
        using var file = await report.WriteAsync();
        var first = LibreOffice.Sheets(file).ToDictionary(s => s.Key, s => LibreOffice.Fields(s.Value))["Réunion"];
        file.Position = 0;

        // A text that is cut is not on the page.
        var page = Words(await LibreOffice.PrintedAsync(file));
        var longest = first.Where(line => line[1].Length > 160).ToList();
        Assert.True(longest.Count > 3);
        Assert.All(longest, line => Assert.Contains(Words(line[1])[^60..], page, StringComparison.Ordinal));
    }

    // As they stand one after the other, whatever is between them.
    private static string Words(string text) => Regex.Replace(text, @"\W+", "");

    private static List<Dictionary<string, string>> Table(List<List<string>> lines) =>
        [.. lines.Skip(1).Select(line => lines[0].Zip(line).ToDictionary(cell => cell.First, cell => cell.Second))];

    private static string? Seconds(DateTimeOffset instant) => Seconds((DateTime?)instant.UtcDateTime.AddHours(1)); // a day in winter

    private static string? Seconds(DateTime? moment) => moment?.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
