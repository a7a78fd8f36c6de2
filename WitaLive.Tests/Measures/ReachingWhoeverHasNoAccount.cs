using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Attestations;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Measures;
using WitaLive.App.Meetings;
using WitaLive.App.Rulings;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Rules;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Attestations;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;
using WitaLive.Tests.Rulings;

namespace WitaLive.Tests.Measures;

/// <summary>Rules of procedure, art. 28, 30 and 32: the right to be heard, and the decision, reach by letter whoever holds something and has no account.</summary>
public class ReachingWhoeverHasNoAccount
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Begins_with_an_invitation_on_paper_and_its_time_with_the_post(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var file = await AskAsync(office, "nl");
        var (reading, letters, desk) = (office.Get<MeasureReading>(), office.Get<MeasureLetters>(), office.Get<MeasureDesk>());
        await using (var db = office.Databases.CreateDbContext())
            Assert.Empty(await db.Set<OutgoingMail>().ToListAsync());
        Assert.Contains((await office.Get<FileList>().ReadAsync(PlanningOffice.Secretary, new(), default)).Files, found => found.Id == file);

        var letter = (await letters.OfAsync(PlanningOffice.Secretary, file, default))!;
        Assert.Equal("nl", letter.Language);
        Assert.Equal(["Ysaline Grosdent", "Kaai der Afwezigen 3", "9000 Gent"], letter.To.ToArray());
        Assert.Contains("Uitnodiging voor een hoorzitting", letter.Subject, StringComparison.Ordinal);
        Assert.Contains(letter.Facts, fact => fact.Text == "Een contract dat nooit bestond.");
        Assert.Contains(letter.Paragraphs, said => said.Contains("20 kalenderdagen", StringComparison.Ordinal));
        Assert.Equal(file, Assert.Single(await reading.ToPostAsync(PlanningOffice.Secretary, default)).File.Id);

        var watch = ActivatorUtilities.CreateInstance<WatchApplications>(office.Services);
        office.Clock.Advance(TimeSpan.FromDays(30)); // the letter lies on the secretariat's desk: that is nobody's silence
        await watch.RunAsync(default);
        Assert.Equal(FileState.AwaitingHearing, (await reading.ReadAsync(PlanningOffice.Secretary, file, default))!.File.State);
        Assert.Null(await desk.DoAsync(PlanningOffice.Secretary, file, new PostLetter(reading.Today), default));
        Assert.Empty(await reading.ToPostAsync(PlanningOffice.Secretary, default));
        Assert.Null(await letters.OfAsync(PlanningOffice.Secretary, file, default));

        office.Clock.Advance(TimeSpan.FromDays(5));
        await watch.RunAsync(default);
        Assert.Contains("Herinnering", (await letters.OfAsync(PlanningOffice.Secretary, file, default))!.Subject, StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(await reading.ToPostAsync(PlanningOffice.Secretary, default)).Application.Reminders);
        office.Clock.Advance(TimeSpan.FromDays(16)); // nor is that a reminder: it waits for the post
        await watch.RunAsync(default);
        Assert.Equal(1, (await reading.ReadAsync(PlanningOffice.Secretary, file, default))!.Application.Reminders);
        foreach (var days in new[] { 5, 11 })
        {
            Assert.Null(await desk.DoAsync(PlanningOffice.Secretary, file, new PostLetter(reading.Today), default));
            office.Clock.Advance(TimeSpan.FromDays(days));
            await watch.RunAsync(default);
        }
        Assert.Equal(FileState.Complete, (await reading.ReadAsync(PlanningOffice.Secretary, file, default))!.File.State);
        Assert.Empty(await reading.ToPostAsync(PlanningOffice.Secretary, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Goes_on_with_a_letter_that_says_when_and_where_and_another_when_that_changes(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (file, reading, letters, planning) = (await AskAsync(office, "fr"), office.Get<MeasureReading>(), office.Get<MeasureLetters>(), office.Get<AgendaPlanning>());
        Task<Refusal?> DoAsync(ApplicationCommand command) => office.Get<MeasureDesk>().DoAsync(PlanningOffice.Secretary, file, command, default);
        Assert.Null(await DoAsync(new PostLetter(reading.Today)));
        Assert.Null(await DoAsync(new ConfirmHearing()));
        Assert.Single(await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default));
        Assert.Empty(await reading.ToPostAsync(PlanningOffice.Secretary, default));
        Assert.IsType<ApplicationIsElsewhere>(await DoAsync(new PostMeetingLetter(reading.Today, office.Clock.GetUtcNow(), "")));
        var meeting = await office.PlanAsync(0);
        Assert.Null(await planning.AddFilesAsync(PlanningOffice.Secretary, meeting, [file], 20, default));

        var (heardAt, place) = Assert.Single(await reading.ToPostAsync(PlanningOffice.Secretary, default)).ToTell!.Value;
        var letter = (await letters.OfAsync(PlanningOffice.Secretary, file, default))!;
        Assert.StartsWith("La chambre vous entend le ", letter.Paragraphs[0], StringComparison.Ordinal);
        Assert.Contains(place, letter.Paragraphs[0], StringComparison.Ordinal);
        Assert.DoesNotContain("remplace", letter.Paragraphs[0], StringComparison.Ordinal); // no letter named a day before
        Assert.EndsWith("le jour de la réunion", letter.Subject, StringComparison.Ordinal);
        Assert.IsType<LetterDayUnusable>(await DoAsync(new PostMeetingLetter(reading.Today.AddDays(1), heardAt, place)));
        Assert.IsType<LetterDayUnusable>(await DoAsync(new PostMeetingLetter(new(2026, 11, 19), heardAt, place))); // before anybody asked
        Assert.Null(await DoAsync(new PostMeetingLetter(reading.Today, heardAt, place)));
        Assert.Empty(await reading.ToPostAsync(PlanningOffice.Secretary, default));
        Assert.Null(await letters.OfAsync(PlanningOffice.Secretary, file, default));

        ItemId item;
        await using (var db = office.Databases.CreateDbContext())
            item = (await db.Set<PlannedMeeting>().AsNoTracking().Include(m => m.Agenda).SingleAsync(m => m.Id == meeting)).Agenda.Single(line => line.FileId == file).Id;
        Assert.Null(await planning.SetHourAsync(PlanningOffice.Secretary, meeting, item, new(15, 20), default));
        Assert.Contains(" à 15:20. Lieu : ", (await letters.OfAsync(PlanningOffice.Secretary, file, default))!.Paragraphs[0], StringComparison.Ordinal);
        await office.DoAsync(db => db.Set<PlannedMeeting>().Where(m => m.Id == meeting).ExecuteUpdate(set => set.SetProperty(m => m.Place, "").SetProperty(m => m.OnlineAddress, "https://salle.example.be/7")));
        Assert.Contains("Ceci remplace ce qu’en disait notre lettre précédente.", (await letters.OfAsync(PlanningOffice.Secretary, file, default))!.Paragraphs[0], StringComparison.Ordinal);
        Assert.Contains("https://salle.example.be/7", (await letters.OfAsync(PlanningOffice.Secretary, file, default))!.Paragraphs[0], StringComparison.Ordinal);
        await office.DoAsync(db => db.Set<PlannedMeeting>().Where(m => m.Id == meeting).ExecuteUpdate(set => set.SetProperty(m => m.Place, place).SetProperty(m => m.OnlineAddress, (string?)null)));
        Assert.Null(await planning.RemoveAsync(PlanningOffice.Secretary, meeting, item, default));
        Assert.Empty(await reading.ToPostAsync(PlanningOffice.Secretary, default));
        Assert.Null(await planning.AddFilesAsync(PlanningOffice.Secretary, meeting, [file], 20, default));
        Assert.Empty(await reading.ToPostAsync(PlanningOffice.Secretary, default)); // as the letter said
    }

    [Fact]
    public async Task Says_only_the_day_to_whoever_does_not_come_and_nothing_once_it_is_there()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (file, reading) = (await AskAsync(office, "fr"), office.Get<MeasureReading>());
        Assert.Null(await office.Get<MeasureDesk>().DoAsync(PlanningOffice.Secretary, file, new ForgoHearing("Rien à dire."), default));
        Assert.Single(await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default));
        var meeting = await office.PlanAsync(0);
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, meeting, [file], 20, default));

        Assert.StartsWith("La chambre traite ce dossier le ", (await office.Get<MeasureLetters>().OfAsync(PlanningOffice.Secretary, file, default))!.Paragraphs[0], StringComparison.Ordinal);
        var due = Assert.Single(await reading.ToPostAsync(PlanningOffice.Secretary, default));
        Assert.Equal((due.MeetingAt, ""), (due.ToTell!.Value.HeardAt, due.ToTell.Value.Place));
        office.Clock.Advance(due.MeetingAt!.Value - office.Clock.GetUtcNow());
        Assert.Empty(await reading.ToPostAsync(PlanningOffice.Secretary, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Ends_with_a_decision_on_the_post_list_with_the_address_that_was_given(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (file, desk) = (await AskAsync(office, "fr"), office.Get<MeasureDesk>());
        Assert.Null(await desk.DoAsync(PlanningOffice.Secretary, file, new ForgoHearing("Le contrat existe."), default)); // as they said on the telephone
        Assert.Equal([file], (await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default)).ToArray());
        var (meeting, room) = await InAChamber.SitAsync(office, file);
        await InAChamber.VoteAsync(room, "noMeasure");
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        await InAChamber.DoAsync(room, new CloseMeeting());
        Assert.Equal(1, await office.Get<RulingDrafts>().DraftAsync(PlanningOffice.Secretary, meeting, default));
        var ruling = Assert.Single(await office.Get<RulingReading>().OfFileAsync(PlanningOffice.Secretary, file, default)).Id;
        var decided = new ADecidedFile(office, PlanningOffice.Secretary, file, meeting, ruling, default);
        await decided.HandInAsync(new([], "Rien ne le montre.", ImmutableDictionary<ActivityId, string>.Empty));
        await decided.SignAsync();
        Assert.Equal(1, (await decided.Letters.SendAsync(PlanningOffice.Secretary, meeting, null, default)).Sent);

        Assert.Equal(["Ysaline Grosdent", "Kaai der Afwezigen 3", "9000 Gent"], (await decided.ReadAsync()).Document.Receiver.ToArray());
        var post = office.Get<PostDesk>();
        Assert.Equal(ruling, Assert.Single(await post.ReadAsync(PlanningOffice.Secretary, default)).Id);
        Assert.Null(await post.PostAsync(PlanningOffice.Secretary, [ruling], post.Today, default));
        Assert.Equal(post.Today, (await office.Get<MeasureReading>().ReadAsync(PlanningOffice.Secretary, file, default))!.Application.NotifiedOn);
    }

    [Fact]
    public async Task Is_for_the_secretariat_and_never_instead_of_whoever_has_an_account()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (file, desk) = (await AskAsync(office, "fr"), office.Get<MeasureDesk>());
        var member = Who.With((await office.ChamberAsync()).Members.First().Id);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => office.Get<MeasureLetters>().OfAsync(member, file, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => office.Get<MeasureReading>().ToPostAsync(member, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.DoAsync(member, file, new PostLetter(new(2026, 11, 23)), default));

        Assert.IsType<InvitationNotPosted>(await desk.DoAsync(PlanningOffice.Secretary, file, new ConfirmHearing(), default));
        Assert.Null(await desk.DoAsync(PlanningOffice.Secretary, file, new PostLetter(office.Clock.GetUtcNow().DayInBrussels()), default));
        Assert.Null(await desk.DoAsync(PlanningOffice.Secretary, file, new ConfirmHearing(), default));
        var (_, id) = await AnApplicant.ArriveAsync(office);
        var other = AHolder.Of(id, "plus", new(2024, 1, 1), new(2028, 12, 31), "2024-A-000002");
        await office.DoAsync(db => db.Add(other));
        var theirs = await RequestAsync(office, other, "fr");
        await Assert.ThrowsAsync<ArgumentException>(() => desk.DoAsync(PlanningOffice.Secretary, theirs, new ForgoHearing(""), default));
        Assert.IsType<ApplicationIsElsewhere>(await desk.DoAsync(PlanningOffice.Secretary, theirs, new PostLetter(new(2026, 11, 23)), default));
        Assert.Empty(await office.Get<MeasureReading>().ToPostAsync(PlanningOffice.Secretary, default));
    }

    private static async Task<FileId> AskAsync(PlanningOffice office, string language)
    {
        var attestation = AHolder.Of(null, "plus", new(2024, 1, 1), new(2028, 12, 31));
        await office.DoAsync(db => db.Add(attestation));
        return await RequestAsync(office, attestation, language);
    }

    private static async Task<FileId> RequestAsync(PlanningOffice office, Attestation attestation, string language)
    {
        var sought = new MeasureSought(FileKind.Suspension, "onem", "abuse", "Een contract dat nooit bestond.", new(2026, 11, 20)) { Address = " Kaai der Afwezigen 3\r\n9000 Gent " };
        return Assert.IsType<Result<FileId>.Ok>(await office.Get<MeasureRequests>().RequestAsync(PlanningOffice.Secretary, attestation.Id, sought, language, default)).Value;
    }
}
