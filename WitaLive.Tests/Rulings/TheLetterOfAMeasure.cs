using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Amateurs;
using WitaLive.App.Applications;
using WitaLive.App.Attestations;
using WitaLive.App.Ebox;
using WitaLive.App.Files;
using WitaLive.App.Measures;
using WitaLive.App.Meetings;
using WitaLive.App.Profiles;
using WitaLive.App.Rulings;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Rules;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Attestations;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Rulings;

/// <summary>Royal decree, art. 19, 22 and 28; rules of procedure, art. 32.</summary>
public class TheLetterOfAMeasure
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Begins_the_ban_of_an_annulled_amateur_on_the_day_it_is_posted(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, _) = await AnApplicant.ArriveAsync(office);
        Assert.Null(await office.Get<ProfileDesk>().SetNationalNumberAsync(who, AnApplicant.Number, default));
        Assert.Null(await office.Get<AmateurDesk>().RegisterAsync(who, default));
        var registration = (await office.Get<AmateurDesk>().ReadAsync(who, null, default)).Registration!.Id;
        var file = await AskAsync(office, who, registration, FileKind.Amateur, "abuse", "Quai des Absents 3");
        var letter = await SentAsync(office, who, file, MeasureRule.Annulment);

        var today = office.Get<PostDesk>().Today;
        Assert.Null(await office.Get<PostDesk>().PostAsync(PlanningOffice.Secretary, [letter], today, default));

        await using var db = office.Databases.CreateDbContext();
        Assert.Equal(today.AddYears(3), (await db.Set<AmateurRegistration>().AsNoTracking().SingleAsync(r => r.Id == registration)).MeasureUntil);
        Assert.DoesNotContain("Recours interne", await TextAsync(office, letter), StringComparison.Ordinal); // there is none (law, art. 5)
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_not_posted_before_somebody_said_how_long_a_suspension_lasts(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, id) = await AnApplicant.ArriveAsync(office);
        var attestation = AHolder.Of(id, "plus", new(2023, 1, 1), new(2027, 12, 31));
        await office.DoAsync(db => db.Add(attestation));
        var file = await AskAsync(office, who, attestation.Id, FileKind.Suspension, "abuse", "Quai des Absents 3");
        var letter = await SentAsync(office, who, file, MeasureRule.Suspension);
        var (post, today) = (office.Get<PostDesk>(), office.Get<PostDesk>().Today);

        Assert.IsType<MeasureNeedsUntil>(await post.PostAsync(PlanningOffice.Secretary, [letter], today, default));
        Assert.Single(await post.ReadAsync(PlanningOffice.Secretary, default));
        Assert.Null(await office.Get<MeasureDesk>().DoAsync(PlanningOffice.Secretary, file, new NotifyDecision(today, today.AddMonths(6)), default));
        Assert.Null(await post.PostAsync(PlanningOffice.Secretary, [letter], today, default));
        Assert.Empty(await post.ReadAsync(PlanningOffice.Secretary, default));
        Assert.Contains("Recours interne", await TextAsync(office, letter), StringComparison.Ordinal);
    }

    /// <summary>ROI 32: what was read in the eBox is notified on that day, a suspension like any other decision.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Is_notified_on_the_day_it_was_read_in_the_eBox_and_its_end_said_afterwards(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        office.Ebox.IsThere = true;
        var (who, id) = await AnApplicant.ArriveAsync(office);
        var attestation = AHolder.Of(id, "plus", new(2023, 1, 1), new(2027, 12, 31));
        await office.DoAsync(db => db.Add(attestation));
        var file = await AskAsync(office, who, attestation.Id, FileKind.Suspension, "abuse");
        var letter = await SentAsync(office, who, file, MeasureRule.Suspension);
        await office.DoAsync(db => db.Set<RulingDelivery>().ExecuteUpdate(set => set.SetProperty(d => d.HandedOn, office.Get<PostDesk>().Today))); // as if it had been printed
        office.Ebox.Answers.Add(new(letter, EboxFate.Read, office.Clock.GetUtcNow()));
        var (read, desk) = (office.Get<PostDesk>().Today, office.Get<MeasureDesk>());

        await ActivatorUtilities.CreateInstance<DeliverLetters>(office.Services).RunAsync(default);
        Assert.Equal((read, (DateOnly?)null, true), await SaidAsync());
        Assert.Empty(await office.Get<PostDesk>().ReadAsync(PlanningOffice.Secretary, default));
        Assert.True((await office.Get<MeasureReading>().ReadOwnAsync(who, file, default))!.CanAppeal); // its time has begun

        Assert.Equal($"measures/{file.Value}", Assert.Single(await TasksAsync(PlanningOffice.Secretary)).Address);
        Assert.Empty(await TasksAsync(who));

        office.Clock.Advance(TimeSpan.FromDays(3));
        Assert.IsType<SuspensionNeedsEnd>(await desk.DoAsync(PlanningOffice.Secretary, file, new NotifyDecision(read.AddDays(3)), default));
        Assert.Null(await desk.DoAsync(PlanningOffice.Secretary, file, new NotifyDecision(read.AddDays(3), read.AddMonths(6)), default));
        Assert.Equal((read, read.AddMonths(6), false), await SaidAsync());
        Assert.Empty(await TasksAsync(PlanningOffice.Secretary));
        Assert.IsType<ApplicationIsElsewhere>(await desk.DoAsync(PlanningOffice.Secretary, file, new NotifyDecision(read.AddDays(3), read.AddMonths(9)), default));
        await using var db = office.Databases.CreateDbContext();
        Assert.Equal(read.AddMonths(6), (await db.Set<Attestation>().AsNoTracking().SingleAsync(a => a.Id == attestation.Id)).MeasureUntil);

        Task<IEnumerable<App.Start.StartTask>> TasksAsync(System.Security.Claims.ClaimsPrincipal reader) =>
            ActivatorUtilities.CreateInstance<SuspensionEndTask>(office.Services).ForAsync(App.Access.SignedInPerson.Of(reader)!, default);

        async Task<(DateOnly?, DateOnly?, bool)> SaidAsync() =>
            (await office.Get<MeasureReading>().ReadAsync(PlanningOffice.Secretary, file, default))!.Application is var now ? (now.NotifiedOn, now.MeasureUntil, now.UntilFollows) : default;
    }

    [Fact]
    public async Task Promises_no_second_appeal()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, id) = await AnApplicant.ArriveAsync(office);
        var attestation = AHolder.Of(id, "plus", new(2023, 1, 1), new(2027, 12, 31));
        await office.DoAsync(db => db.Add(attestation));
        var file = await AskAsync(office, who, attestation.Id, FileKind.Suspension, "abuse");
        await SentAsync(office, who, file, MeasureRule.Suspension);
        var today = office.Get<PostDesk>().Today;
        Assert.Null(await office.Get<MeasureDesk>().DoAsync(PlanningOffice.Secretary, file, new NotifyDecision(today, today.AddMonths(6)), default));

        var appeal = Assert.IsType<Result<FileId>.Ok>(await office.Get<AppealDesk>().AppealAsync(who, file, "Le contrat signé.", [], default)).Value;
        Assert.Null(await office.Get<MeasureDesk>().DoAsync(PlanningOffice.Secretary, appeal, new DeclareComplete(), default));
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [appeal], default);
        var second = await office.ChamberAsync(number: 2);
        var answer = await SentAsync(office, who, appeal, MeasureRule.Annulment, form => (form.Chamber, form.Day) = (second.Id.Value.ToString(), "2027-01-12"));
        var said = await TextAsync(office, answer);
        Assert.DoesNotContain("Recours interne", said, StringComparison.Ordinal); // once only
        Assert.Contains("Ce délai court", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Ces délais", said, StringComparison.Ordinal); // one way is left, with one period
    }

    [Fact]
    public async Task Goes_where_the_request_says_when_the_profile_says_nothing()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, id) = await AnApplicant.ArriveAsync(office);
        var attestation = AHolder.Of(id, "plus", new(2023, 1, 1), new(2027, 12, 31));
        await office.DoAsync(db => db.Add(attestation));
        var file = await AskAsync(office, who, attestation.Id, FileKind.Suspension, "abuse", "Quai des Absents 3\n1000 Bruxelles");

        var letter = await SentAsync(office, who, file, "noMeasure");

        Assert.Equal(["Ysaline Grosdent", "Quai des Absents 3", "1000 Bruxelles"], (await office.Get<RulingReading>().ReadAsync(PlanningOffice.Secretary, letter, default))!.Document.Receiver.ToArray());
    }

    private static async Task<FileId> AskAsync(PlanningOffice office, ClaimsPrincipal who, Guid thing, string kind, string ground, string? address = null)
    {
        var sought = new MeasureSought(kind, "onss", ground, "Un contrat qui n'a jamais existé.", new(2026, 11, 20)) { Address = address };
        var file = Assert.IsType<Result<FileId>.Ok>(await office.Get<MeasureRequests>().RequestAsync(PlanningOffice.Secretary, thing, sought, "fr", default)).Value;
        Assert.Null(await office.Get<FileDesk>().DoOwnAsync(who, file, new ConfirmHearing(), default));
        Assert.Equal([file], (await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default)).ToArray());
        return file;
    }

    private static async Task<Guid> SentAsync(PlanningOffice office, ClaimsPrincipal who, FileId file, string outcome, Action<MeetingForm>? plan = null)
    {
        var (meeting, room) = await InAChamber.SitAsync(office, file, plan);
        await InAChamber.VoteAsync(room, outcome);
        var chair = room.Meeting.InTheChair!.Person;
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        await InAChamber.DoAsync(room, new CloseMeeting());
        Assert.Equal(1, await office.Get<RulingDrafts>().DraftAsync(PlanningOffice.Secretary, meeting, default));
        var day = office.Get<PostDesk>().Today;
        Assert.IsType<DecisionIsDraft>(await office.Get<MeasureDesk>().DoAsync(PlanningOffice.Secretary, file, new NotifyDecision(day, day.AddMonths(6)), default));
        var decided = new ADecidedFile(office, who, file, meeting, Assert.Single(await office.Get<RulingReading>().OfFileAsync(PlanningOffice.Secretary, file, default)).Id, chair);
        await decided.HandInAsync(new([], "Les pièces le montrent.", ImmutableDictionary<ActivityId, string>.Empty));
        await decided.SignAsync();
        Assert.Equal(1, (await decided.Letters.SendAsync(PlanningOffice.Secretary, meeting, null, default)).Sent);
        return decided.Ruling;
    }

    private static async Task<string> TextAsync(PlanningOffice office, Guid letter) =>
        string.Join(' ', (await office.Get<RulingReading>().ReadAsync(PlanningOffice.Secretary, letter, default))!.Document.Appeal);
}
