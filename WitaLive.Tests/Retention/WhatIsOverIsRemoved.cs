using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Access;
using WitaLive.App.Attestations;
using WitaLive.App.Files;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.App.Reports;
using WitaLive.App.Retention;
using WitaLive.App.Rulings;
using WitaLive.App.Year;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;
using WitaLive.Tests.Rulings;

namespace WitaLive.Tests.Retention;

/// <summary>Law of 16 December 2022, art. 4 § 4. Two people sit on one agenda: one is refused, the other gets an attestation of five years.</summary>
public class WhatIsOverIsRemoved
{
    private static readonly FigurePeriod[] s_years = [FigurePeriod.OfYear(2026), FigurePeriod.OfYear(2027)];

    [Theory, OnSqlite, OnPostgres]
    public async Task And_leaves_nothing_of_whom_it_was_and_everything_of_others(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (old, young, meeting) = await DecideAsync(office);
        await office.DoAsync(db => db.Users.Single(a => a.Id == young.Id.Value).LastUsedOn = new(2034, 1, 1)); // comes back now and then
        office.Clock.Advance(new DateTimeOffset(2034, 2, 20, 2, 0, 0, TimeSpan.Zero) - office.Clock.GetUtcNow());
        var (figures, journal) = (await FiguresAsync(office), await JournalAsync(office, meeting));
        var before = (Old: await TracesAsync(office, old), Young: await TracesAsync(office, young));
        Assert.Superset(new HashSet<string> { "journal.Payload", "report_parts.Text", "past_decisions.Words", "proofs.Name", "rulings.TextAsKept", "ruling_deliveries.PostedTo", "outgoing_mails.ToName", "accounts.Email" }, before.Old.ToHashSet());

        await office.Get<CourtNotes>().SayAsync(PlanningOffice.Secretary, old.File, isThere: true, default);
        await SweepAsync(office);
        Assert.Equal(before.Old.Where(IsNoMail), (await TracesAsync(office, old)).Where(IsNoMail)); // a court has it

        await office.Get<CourtNotes>().SayAsync(PlanningOffice.Secretary, old.File, isThere: false, default);
        foreach (var part in office.Services.GetServices<IForget>().Where(part => part is not DropFiles))
            await part.RunAsync(new(2034, 2, 20), default);
        var cut = await TracesAsync(office, old);
        Assert.NotEmpty(cut);
        Assert.All(cut, trace => Assert.StartsWith("file papers", trace, StringComparison.Ordinal)); // cut here, the rows are gone and the papers are not
        await SweepAsync(office);

        Assert.Empty(await TracesAsync(office, old));
        Assert.DoesNotContain(office.Ebox.Letters, letter => letter.Receiver == old.Word);
        if (engine is Engine.Sqlite)
            Assert.False(await Traces.AreInTheFileAsync(office.Databases, old.Word));
        Assert.Equal(before.Young.Where(IsNoMail), (await TracesAsync(office, young)).Where(IsNoMail));
        Assert.Contains(office.Ebox.Letters, letter => letter.Receiver == young.Word);
        Assert.Equal(figures, await FiguresAsync(office));
        Assert.Equal(journal, await JournalAsync(office, meeting));
        Assert.NotNull(await office.Get<FileReading>().ReadAsync(PlanningOffice.Secretary, young.File, default));
        Assert.Null(await office.Get<FileReading>().ReadAsync(PlanningOffice.Secretary, old.File, default));
        var removed = (await office.Get<RetentionDesk>().ReadAsync(Who.With(Roles.Administrator), default)).Removals;
        Assert.Equal((1, 1), (removed.Single(r => r.Kind is RemovedKind.Files).Count, removed.Single(r => r.Kind is RemovedKind.Accounts).Count));

        await SweepAsync(office); // again, there is nothing to do
        Assert.Equal(removed.Select(r => (r.Kind, r.Count)), (await office.Get<RetentionDesk>().ReadAsync(Who.With(Roles.Administrator), default)).Removals.Select(r => (r.Kind, r.Count)));
        Assert.Null(await ActivatorUtilities.CreateInstance<Invitations>(office.Services).SignUpAsync("Une", "Autre", old.Address, "fr", office.Clock.GetUtcNow(), default)); // the address is free
        await GoOnAsync(office, young, meeting, figures);
    }

    /// <summary>Royal decree, art. 18 § 2: an attestation has its effect until its renewal, asked for in time, is decided; so it was in circulation that day, whoever forgot of whom.</summary>
    [Fact]
    public async Task And_an_attestation_that_a_renewal_kept_in_effect_is_counted_as_it_was()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (person, first, renewal) = (Person.Applying(new(Guid.NewGuid()), "Ysaline", "Grosdent", "y@example.org", "fr"), new FileId(Guid.NewGuid()), new FileId(Guid.NewGuid()));
        await office.DoAsync(db =>
        {
            db.Add(person);
            db.Add(Person.Applying(new(Guid.NewGuid()), "Léa", "Cornet", "l@example.org", "fr"));
            foreach (var (id, number, outcome, year) in new[] { (first, "2022-A-000001", "plus", 2022), (renewal, "2026-A-000001", "refusal", 2026) })
            {
                var file = new ApplicationFile
                {
                    Id = id, Number = number, Kind = "application", Applicant = "Ysaline Grosdent", ApplicantId = person.Id, Language = "fr", State = FileState.Decided, Outcome = outcome,
                    SubmittedAt = new(year, 10, 1, 8, 0, 0, TimeSpan.Zero), ChangedAt = new(year + 1, 5, 3, 8, 0, 0, TimeSpan.Zero),
                };
                db.Add(file);
                db.Add(DaysOfFile.Of(file, new() { ReceivedOn = new(year, 10, 1), CompleteOn = new(year, 10, 9), DecidedOn = new(year + 1, 5, 3), EndedOn = new(year + 1, 5, 3), Outcome = outcome }));
            }
            db.Add(new Attestation
            {
                Id = Guid.NewGuid(), FileId = first, Number = "2022-A-000001", Code = CheckCode.New(), HolderId = person.Id, Holder = "Ysaline Grosdent", Type = "plus",
                DecidedOn = new(2022, 3, 1), From = new(2022, 3, 1), Until = new(2027, 2, 28),
            });
        });
        office.Clock.Advance(new DateTimeOffset(2034, 6, 1, 2, 0, 0, TimeSpan.Zero) - office.Clock.GetUtcNow());
        var spring = new FigurePeriod(new(2027, 1, 1), new(2027, 12, 31), new(2027, 4, 1));
        Assert.Equal(1, (await office.Get<YearReading>().ReadAsync(PlanningOffice.Secretary, spring, default))[FigureKind.Circulation]);

        await SweepAsync(office);

        Assert.Equal(1, (await office.Get<YearReading>().ReadAsync(PlanningOffice.Secretary, spring, default))[FigureKind.Circulation]);
        await using var db = office.Databases.CreateDbContext();
        Assert.Equal([false, true], (await db.Set<ApplicationFile>().IgnoreQueryFilters().OrderBy(f => f.Number).ToListAsync()).Select(f => f.ApplicantId == person.Id)); // nobody else could say whose the first was
        Assert.Equal("l@example.org", (await db.Persons.SingleAsync(p => p.IsOutside)).Email); // who had no account goes with their files; who never had a file is about to send one in, perhaps
    }

    // Of a meeting and of an attestation only numbers are left in the end.
    private static async Task GoOnAsync(PlanningOffice office, APlantedPerson young, MeetingId meeting, string figures)
    {
        await office.DoAsync(db => db.Add(new FormerCode { Code = CheckCode.New(), FileId = young.File })); // of the one in whose place a judgment put theirs
        office.Clock.Advance(new DateTimeOffset(2037, 2, 1, 2, 0, 0, TimeSpan.Zero) - office.Clock.GetUtcNow());
        await SweepAsync(office);
        Assert.Equal(figures, await FiguresAsync(office));
        Assert.Null(await office.Get<RoomDoor>().EnterAsync(meeting)); // ten years after; and it is not prepared anew
        await using (var db = office.Databases.CreateDbContext())
        {
            Assert.Equal(0, await db.Set<JournalEntry>().CountAsync() + await db.Set<ReportPart>().CountAsync());
            Assert.Equal(FileState.Decided, (await db.Set<ApplicationFile>().SingleAsync()).State); // of the other, who held an attestation until 2032
        }

        office.Clock.Advance(new DateTimeOffset(2039, 2, 1, 2, 0, 0, TimeSpan.Zero) - office.Clock.GetUtcNow());
        await SweepAsync(office);
        // The proof that there was an attestation is kept: its number, its days and whose it was.
        Assert.Equal(["attestations.Holder", "attestations.Searched"], (await TracesAsync(office, young)).Where(trace => !trace.EndsWith(".whole_row", StringComparison.Ordinal)));
        Assert.Null(await office.Get<RegisterDeaths>().RecordAsync(PlanningOffice.Secretary, await NumberAsync(office), new(2038, 5, 4), default));

        office.Clock.Advance(new DateTimeOffset(2045, 5, 4, 2, 0, 0, TimeSpan.Zero) - office.Clock.GetUtcNow());
        await SweepAsync(office);
        Assert.NotEmpty(await NumberAsync(office)); // to the day
        Assert.Equal(1, await CodesAsync());
        office.Clock.Advance(TimeSpan.FromDays(1));
        await SweepAsync(office);
        Assert.Empty(await TracesAsync(office, young));
        Assert.Equal(figures, await FiguresAsync(office));
        Assert.Empty((await office.Get<RegisterList>().ReadAsync(PlanningOffice.Secretary, new(), default)).Lines);
        Assert.Equal(0, await CodesAsync());

        async Task<int> CodesAsync()
        {
            await using var db = office.Databases.CreateDbContext();
            return await db.Set<FormerCode>().CountAsync();
        }
    }

    private static bool IsNoMail(string trace) => !trace.StartsWith("outgoing_mails", StringComparison.Ordinal) && !trace.StartsWith("file mail", StringComparison.Ordinal);

    private static Task<ImmutableSortedSet<string>> TracesAsync(PlanningOffice office, APlantedPerson of) => Traces.OfAsync(office.Databases, office.DataFolder, of.Word);

    private static async Task SweepAsync(PlanningOffice office) => await ActivatorUtilities.CreateInstance<RemoveWhatIsOver>(office.Services).RunAsync(default);

    private static async Task<string> NumberAsync(PlanningOffice office)
    {
        await using var db = office.Databases.CreateDbContext();
        return (await db.Set<Attestation>().SingleAsync()).Number;
    }

    private static async Task<string> FiguresAsync(PlanningOffice office)
    {
        var all = new List<object?>();
        foreach (var year in s_years)
        {
            all.Add(await office.Get<YearReading>().ReadAsync(PlanningOffice.Secretary, year, default));
            office.Clock.Advance(TimeSpan.FromHours(1)); // what anyone reads is counted anew once in a while
            all.Add(await office.Get<PublicFigures>().ReadAsync(year.From.Year, default));
        }
        return JsonSerializer.Serialize(all);
    }

    [Fact]
    public async Task And_makes_nothing_good_that_somebody_else_changed_in_a_journal()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (old, _, meeting) = await DecideAsync(office);
        await office.DoAsync(db => db.Set<JournalEntry>().Where(e => e.MeetingId == meeting && e.Sequence == 2).ExecuteUpdate(set => set.SetProperty(e => e.Payload, e => e.Payload + " ")));
        office.Clock.Advance(new DateTimeOffset(2034, 2, 20, 2, 0, 0, TimeSpan.Zero) - office.Clock.GetUtcNow());

        await SweepAsync(office);

        Assert.DoesNotContain("journal.Payload", await TracesAsync(office, old));
        var seals = new JournalSeal.Reading(meeting);
        await foreach (var _ in office.Get<MeetingJournal>().EventsAsync(meeting, seals))
            continue;
        Assert.NotNull(seals.Result.BrokenAt);
    }

    // What the journal proves: each event in its place, with its hour and whose act it was; and what the votes come to.
    private static async Task<string> JournalAsync(PlanningOffice office, MeetingId id)
    {
        var (events, journal) = (new List<object>(), office.Get<MeetingJournal>());
        var seals = new JournalSeal.Reading(id);
        await foreach (var (sequence, happened) in journal.EventsAsync(id, seals))
            events.Add((sequence, happened.GetType().Name, happened.At, happened.By).ToString());
        var meeting = await journal.ReadAsync(id, new Meeting());
        Assert.Equal(events.Count, meeting.Version);
        Assert.NotNull(seals.Result.Print); // sealed anew by whoever took a person out of it
        return JsonSerializer.Serialize(new { events, meeting.Ballots, Conclusions = meeting.Items.Select(i => (i.Conclusion?.Outcome, i.Conclusion?.At).ToString()), meeting.Attendances.Count });
    }

    private static async Task<(APlantedPerson Old, APlantedPerson Young, MeetingId Meeting)> DecideAsync(PlanningOffice office)
    {
        var (old, young) = (await APlantedPerson.ArriveAsync(office, "zqold", "85.07.30-033 28"), await APlantedPerson.ArriveAsync(office, "wxnew", "91.04.12-204 17"));
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [old.File, young.File], default);
        var chamber = (await AnApplicant.ReadAsync(office, old.File)).Application.Chamber!.Value;
        var id = await office.PlanAsync(0, form => form.Chamber = chamber.Value.ToString());
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, id, [old.File, young.File], 6, default));
        var lines = (await office.ReadAsync(id)).Agenda;
        var member = (await office.ChamberAsync()).Members.First().Id;
        foreach (var person in new[] { old, young })
            await person.WriteInAsync(id, lines.Single(line => line.FileId == person.File).Id, member);
        await office.DoAsync(db =>
        {
            db.Add(new ReportPart { MeetingId = id, Place = ReportPart.Whole, Language = "fr", Version = 1, Text = "ZQOLDGIVEN zqoldfamily et wxnewgiven wxnewfamily.", WrittenBy = member, WrittenAt = office.Clock.GetUtcNow() });
            db.Add(new ReportRemark { Id = Guid.NewGuid(), MeetingId = id, AuthorId = member, IsNamed = false, Text = "zqoldfamily zqoldgiven, wxnewfamily wxnewgiven.", MadeAt = office.Clock.GetUtcNow() });
        });
        var room = (await office.Get<RoomDoor>().EnterAsync(id))!;
        office.ComesToTheDayOf(room);
        foreach (var person in room.Meeting.Plan!.Seats.Select(s => s.Effective).Append(room.Meeting.Plan.Presiders[0].Person).Distinct().ToList())
            Assert.IsType<Outcome.Ok>(await room.SendAsync(new WitaLive.Domain.Meetings.SignIn(person, AttendanceMode.OnSite), new(person)));
        await InAChamber.DoAsync(room, new OpenMeeting());
        foreach (var (person, outcome) in new[] { (old, "refusal"), (young, "plus") })
            await DecideAsync(room, person, outcome);
        InAChamber.ComesToStand(office, room);
        var chair = room.Meeting.InTheChair!.Person;
        await InAChamber.DoAsync(room, new CloseMeeting());
        Assert.Equal(2, await office.Get<RulingDrafts>().DraftAsync(PlanningOffice.Secretary, id, default));
        office.Ebox.IsThere = false;
        foreach (var (person, reason) in new[] { (old, "incomeTooLow"), (young, "plusIncome") })
        {
            var ruling = Assert.Single(await office.Get<RulingReading>().OfFileAsync(PlanningOffice.Secretary, person.File, default)).Id;
            var decided = new ADecidedFile(office, person.Who, person.File, id, ruling, chair);
            await decided.HandInAsync(ADecidedFile.Text with { Reasons = [reason], Motivation = $"{person.Word}r" });
            await office.DoAsync(db => db.Add(new RulingFinding { Id = Guid.NewGuid(), RulingId = ruling, At = office.Clock.GetUtcNow(), By = member, Agrees = true, Text = person.Word }));
            await decided.SignAsync();
        }
        Assert.Equal(2, (await office.Get<RulingLetters>().SendAsync(PlanningOffice.Secretary, id, null, default)).Sent);
        var post = office.Get<PostDesk>();
        Assert.Null(await post.PostAsync(PlanningOffice.Secretary, [.. (await post.ReadAsync(PlanningOffice.Secretary, default)).Select(line => line.Id)], post.Today, default));
        foreach (var person in new[] { old, young })
            await person.ArePostedAsync(Assert.Single(await office.Get<RulingReading>().OfFileAsync(PlanningOffice.Secretary, person.File, default)).Id);
        return (old, young, id);
    }

    private static async Task DecideAsync(MeetingRoom room, APlantedPerson person, string outcome)
    {
        var item = room.Meeting.Items.Single(i => i.Planned.File == person.File).Id;
        await InAChamber.DoAsync(room, new CallItem(item));
        await InAChamber.DoAsync(room, new StartHearing(item, [$"{person.Word}given {person.Word}family", person.Word]));
        await InAChamber.DoAsync(room, new EndHearing(item));
        Assert.IsType<Outcome.Ok>(await room.SendAsync(new TakeNote(Guid.NewGuid(), item, person.Word), A.Secretary));
        Assert.IsType<Outcome.Ok>(await room.SendAsync(new TakeNote(Guid.NewGuid(), null, $"{person.Word}given {person.Word}family"), A.Secretary));
        await InAChamber.DoAsync(room, new OpenBallot(new(Guid.NewGuid()), [item], [outcome]));
        foreach (var seat in room.Meeting.VotingSeats(room.Meeting.Ballot!))
            Assert.IsType<Outcome.Ok>(await room.SendAsync(new CastVote(new(Guid.NewGuid()), room.Meeting.Ballot!.Id, seat.Seat, Choice.For), new(seat.Voter)));
        await InAChamber.DoAsync(room, new CloseBallot(room.Meeting.Ballot!.Id));
        await InAChamber.DoAsync(room, room.Meeting.ByRule(item)!);
    }
}
