using Microsoft.EntityFrameworkCore;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.App.Reports;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Reports;

/// <summary>Whoever has it can prove later that nothing in the journal of a meeting was changed.</summary>
public class TheFingerprint
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Stands_in_the_report_and_in_every_members_mail_and_stays_beside_its_event(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var id = await AHeldMeeting.HoldAsync(office, "2027-01-05");
        var sheet = await ReadAsync(office, id);
        var seal = sheet.Facts.Seal!;
        Assert.Null(seal.BrokenAt);
        Assert.Equal(sheet.Facts.Journal.Count, seal.Prints.OfType<string>().Distinct().Count());
        Assert.Matches("^[0-9a-f]{4}( [0-9a-f]{4}){7}$", seal.Print);
        Assert.Contains(sheet.Documents[0].Facts, fact => fact.Label == "Empreinte du journal" && fact.Text == seal.Print);

        Assert.Null(await office.Get<ReportWriting>().SupplyAsync(PlanningOffice.Secretary, id, default));
        Assert.All((await office.MailsAsync(id)).Where(m => m.Purpose == ReportMails.Purpose), mail => Assert.Contains(seal.Print!, mail.Text, StringComparison.Ordinal));

        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var room = (await office.Get<RoomDoor>().EnterAsync(id))!;
        Assert.IsType<Outcome.Ok>(await room.SendAsync(new TakeNote(Guid.NewGuid(), null, "Après coup."), new(new(Guid.NewGuid()), IsSecretariat: true)));
        var later = (await ReadAsync(office, id)).Facts.Seal!;
        Assert.NotEqual(seal.Print, later.Print);
        Assert.Equal(seal.Print, later.Prints[seal.Prints.Length - 1]);
        Assert.Equal(seal.Print, (await ReadAsync(office, id)).PrintAtSupply); // whoever has the mail finds it
    }

    [Theory]
    [InlineData("one was changed", 3), InlineData("one was changed and sealed again", 4), InlineData("one was dropped", 3), InlineData("two were swapped", 3), InlineData("one has no seal", 3)]
    [InlineData("one was added", 4), InlineData("the first was changed and has no seal", 1)]
    public async Task Is_none_from_where_somebody_changed_the_journal_in_the_database(string how, int at)
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await AHeldMeeting.HoldAsync(office, "2027-01-05");
        await office.DoAsync(db =>
        {
            var journal = db.Set<JournalEntry>().AsNoTracking().Where(e => e.MeetingId == id).OrderBy(e => e.Sequence).ToList();
            db.Set<JournalEntry>().Where(e => e.MeetingId == id).ExecuteDelete();
            db.AddRange(Changed(journal, how));
        });

        var sheet = await ReadAsync(office, id);

        Assert.Equal((at, null), (sheet.Facts.Seal!.BrokenAt, sheet.Facts.Seal.Print));
        Assert.Contains(sheet.Documents[0].Facts, fact => fact.Text == $"n’est plus ce qui a été écrit, à partir du numéro {at}");
    }

    [Fact] // what was written before there were seals has none, and what follows is bound all the same
    public async Task Begins_where_there_were_seals()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await AHeldMeeting.HoldAsync(office, "2027-01-05");
        await office.DoAsync(db => db.Set<JournalEntry>().ExecuteUpdate(set => set.SetProperty(e => e.Seal, (string?)null)));
        Assert.Equal((null, null), ((await ReadAsync(office, id)).Facts.Seal!.BrokenAt, (await ReadAsync(office, id)).Facts.Seal!.Print));

        var room = (await office.Get<RoomDoor>().EnterAsync(id))!;
        Assert.IsType<Outcome.Ok>(await room.SendAsync(new TakeNote(Guid.NewGuid(), null, "Après coup."), new(new(Guid.NewGuid()), IsSecretariat: true)));

        var seal = (await ReadAsync(office, id)).Facts.Seal!;
        Assert.Null(seal.BrokenAt);
        Assert.Equal([false, true], seal.Prints[^2..].Select(print => print is not null));
    }

    [Fact]
    public void Is_looked_at_in_a_journal_of_a_hundred_thousand_events_within_seconds()
    {
        const int many = 100_000;
        var meeting = new MeetingId(Guid.NewGuid());
        var seals = new List<string>(many);
        for (var i = 0; i < many; i++)
            seals.Add(JournalSeal.Of(seals.LastOrDefault(), meeting, i, Payload(i)));
        var reading = new JournalSeal.Reading(meeting);

        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < many; i++)
            reading.Add(i, i == 99_990 ? "changed" : Payload(i), seals[i]);

        Assert.Equal(99_990, reading.Result.BrokenAt);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));

        static string Payload(int i) => $$"""{"$type":"vote-cast","id":"{{i}}","choice":"for"}""";
    }

    private static List<JournalEntry> Changed(List<JournalEntry> journal, string how)
    {
        switch (how)
        {
            case "one was changed":
                journal[3] = Copy(journal[3], payload: journal[3].Payload + " ");
                break;
            case "one was changed and sealed again":
                var payload = journal[3].Payload + " ";
                journal[3] = Copy(journal[3], payload: payload, seal: JournalSeal.Of(journal[2].Seal, journal[3].MeetingId, 3, payload));
                break;
            case "one was dropped":
                journal.RemoveAt(3);
                break;
            case "two were swapped":
                (journal[3], journal[4]) = (Copy(journal[4], sequence: 3), Copy(journal[3], sequence: 4));
                break;
            case "one has no seal":
                journal[3] = Copy(journal[3], noSeal: true);
                break;
            case "one was added": // after the fourth, and those behind it are moved
                journal = [.. journal[..4], Copy(journal[3], sequence: 4), .. journal[4..].Select(e => Copy(e, sequence: e.Sequence + 1))];
                break;
            case "the first was changed and has no seal":
                journal[0] = Copy(journal[0], noSeal: true, payload: journal[0].Payload + " ");
                break;
        }
        return journal;
    }

    private static JournalEntry Copy(JournalEntry entry, int? sequence = null, string? payload = null, string? seal = null, bool noSeal = false) => new()
    {
        MeetingId = entry.MeetingId, Sequence = sequence ?? entry.Sequence, RecordedAt = entry.RecordedAt, Payload = payload ?? entry.Payload, Seal = noSeal ? null : seal ?? entry.Seal,
    };

    private static async Task<ReportSheet> ReadAsync(PlanningOffice office, MeetingId id) => (await office.Get<ReportReading>().ReadAsync(PlanningOffice.Secretary, id, default))!;
}
