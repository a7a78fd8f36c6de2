using WitaLive.App.Evocation;
using WitaLive.App.Live;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Tests.Access;
using WitaLive.Tests.Evocation;

namespace WitaLive.Tests.Meetings;

/// <summary>What the mail that waits until nothing can be undone calls an item.</summary>
public class TellingOfAnItem
{
    [Fact]
    public async Task Calls_a_point_that_is_no_file_as_the_agenda_does()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, room) = await OpenAsync(office, new() { ["fr"] = "Adoption du rapport", ["nl"] = "Goedkeuring van het verslag" });

        var told = await PostponeAsync(office, id, room, 1);

        Assert.Equal("Punt 2, Goedkeuring van het verslag: iets te doen", told["nl"].Subject);
        Assert.Equal("Point 2, Adoption du rapport : une suite à donner", Plain(told["fr"].Subject));
        Assert.Contains("Le point 2 (Adoption du rapport) est ajourné", told["fr"].Text, StringComparison.Ordinal);
        Assert.Contains("Punt 2 (Goedkeuring van het verslag) is uitgesteld", told["nl"].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_a_file_by_its_number_and_nobody_by_a_name()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, room) = await OpenAsync(office, new() { ["fr"] = "Divers" });

        var told = await PostponeAsync(office, id, room, 0);

        Assert.Equal("Dossier 2026-FR-0702 : une suite à donner", Plain(told["fr"].Subject));
        Assert.Contains("Le dossier 2026-FR-0702 est ajourné", told["fr"].Text, StringComparison.Ordinal);
        Assert.All(told.Values, mail => Assert.DoesNotContain("Grosdent", mail.Subject + mail.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_not_told_of_a_file_put_off_that_has_its_place_by_then()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, room) = await OpenAsync(office, new() { ["fr"] = "Divers" });
        Assert.All((await PostponeAsync(office, id, room, 0)).Values, mail => Assert.Null(mail.CancelledAt));

        var next = await office.PlanAsync(0, form => form.Day = "2027-02-09");
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, next, [(await office.ReadAsync(id)).Agenda.First(line => line.FileId is not null).FileId!.Value], 6, default));

        Assert.All((await ToldAsync(office, id)).Values, mail => Assert.NotNull(mail.CancelledAt));
    }

    [Fact]
    public async Task Is_told_once_of_all_that_is_left_when_the_meeting_closes()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, room) = await OpenAsync(office, new() { ["fr"] = "Adoption du rapport", ["nl"] = "Goedkeuring van het verslag" });

        Assert.IsType<Outcome.Ok>(await room.SendAsync(new CloseMeeting("faute de temps"), new(room.Meeting.InTheChair!.Person)));

        var mails = (await office.MailsAsync(id)).Where(m => m.Purpose.StartsWith("conclusion", StringComparison.Ordinal)).ToList();
        Assert.Equal(mails.Count, mails.DistinctBy(m => m.PersonId).Count());
        var told = await ToldAsync(office, id);
        Assert.Matches("^2 points non traités : Chambre restreinte 1 .*, [0-9]{2}/[0-9]{2}/2027$", Plain(told["fr"].Subject));
        Assert.Contains("– 2026-FR-0702\n– 2. Adoption du rapport\n", told["fr"].Text, StringComparison.Ordinal);
        Assert.Contains("– 2. Goedkeuring van het verslag\n", told["nl"].Text, StringComparison.Ordinal);
        Assert.All(told.Values, mail => Assert.DoesNotContain("Grosdent", mail.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Has_room_for_the_longest_title()
    {
        await using var office = await PlanningOffice.OnAsync();
        var title = string.Join(' ', Enumerable.Repeat("règlement", PlanLimits.Title / 10));
        var (id, room) = await OpenAsync(office, new() { ["fr"] = title });

        var told = await PostponeAsync(office, id, room, 1);

        Assert.StartsWith("Point 2, règlement règlement", told["fr"].Subject, StringComparison.Ordinal);
        Assert.Contains("règlement…", told["fr"].Subject, StringComparison.Ordinal);
        Assert.Contains($"({title})", told["fr"].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speaks_of_no_majority_where_nobody_voted()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, item) = await AskingForAFile.AskedAsync(office);
        var (desk, chair) = (office.Get<EvocationDesk>(), Who.With((await office.ChamberAsync()).Chair!.Id));
        var askedBy = Assert.Single((await desk.ReadAsync(chair, id, default))!.Requests).Request.AskedBy;

        Assert.Null(await desk.DecideAsync(chair, id, item, askedBy, true, "D’accord", default));

        var told = await ToldAsync(office, id);
        Assert.Contains("Le dossier 2026-0417 est renvoyé à la chambre élargie à la demande d’un membre", told["fr"].Text, StringComparison.Ordinal);
        Assert.All(told.Values, mail => Assert.DoesNotContain("majorit", mail.Text, StringComparison.Ordinal));
    }

    // A meeting with a file and a point.
    private static async Task<(MeetingId, MeetingRoom)> OpenAsync(PlanningOffice office, Dictionary<string, string> titles)
    {
        var file = await office.AddFileAsync("2026-FR-0702");
        var id = await office.PlanAsync(0);
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, id, [file.Id], 6, default));
        Assert.Null(await office.Get<AgendaPlanning>().AddPointAsync(PlanningOffice.Secretary, id, titles, 10, default));
        var room = (await office.Get<RoomDoor>().EnterAsync(id))!;
        office.ComesToTheDayOf(room);
        foreach (var person in room.Meeting.Plan!.Seats.Select(s => s.Effective).ToList())
            Assert.IsType<Outcome.Ok>(await room.SendAsync(new SignIn(person, AttendanceMode.OnSite), new(person)));
        Assert.IsType<Outcome.Ok>(await room.SendAsync(new OpenMeeting(), new(room.Meeting.InTheChair!.Person)));
        return (id, room);
    }

    private static async Task<Dictionary<string, OutgoingMail>> PostponeAsync(PlanningOffice office, MeetingId id, MeetingRoom room, int item)
    {
        Assert.IsType<Outcome.Ok>(await room.SendAsync(new ConcludeItems([room.Meeting.Items[item].Id], ConclusionKind.Postponed, Reason: "faute de temps"), new(room.Meeting.InTheChair!.Person)));
        return await ToldAsync(office, id);
    }

    // One in each language of the secretariat.
    private static async Task<Dictionary<string, OutgoingMail>> ToldAsync(PlanningOffice office, MeetingId id) =>
        (await office.MailsAsync(id)).Where(m => m.Purpose.StartsWith("conclusion", StringComparison.Ordinal)).DistinctBy(m => m.Language).ToDictionary(m => m.Language);

    private static string Plain(string subject) => subject.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
