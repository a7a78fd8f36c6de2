using Microsoft.EntityFrameworkCore;
using WitaLive.App.Answers;
using WitaLive.App.Chambers;
using WitaLive.App.Convening;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Mandates;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Tests.Access;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Mandates;

public class KeepingMandates
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Refuses_a_seat_that_is_held_and_a_person_who_holds_another(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var desk = office.Get<MandateDesk>();
        var (seat, other) = await TwoSeatsAsync(office);

        var taken = await desk.AppointAsync(PlanningOffice.Secretary, seat.Id, await NewPersonAsync(office), null, new(2026, 12, 1), new(2027, 12, 1), default);
        Assert.Equal(seat.Id, Assert.IsType<SeatTaken>(taken).Seat);

        Assert.Null(await desk.EndAsync(PlanningOffice.Secretary, seat.Id, seat.Mandate!.Value, new(2026, 11, 30), MandateEnding.Resigned, default));
        var twice = await desk.AppointAsync(PlanningOffice.Secretary, seat.Id, other.Effective!.Id, null, new(2026, 12, 1), new(2027, 12, 1), default);
        Assert.Equal(other.Effective.FullName, Assert.IsType<HoldsAnotherSeat>(twice).Name);
        Assert.IsType<TermTooLong>(await desk.AppointAsync(PlanningOffice.Secretary, seat.Id, await NewPersonAsync(office), null, new(2026, 12, 1), new(2030, 12, 1), default));

        Assert.Null(await desk.AppointAsync(PlanningOffice.Secretary, seat.Id, await NewPersonAsync(office), null, new(2026, 12, 1), new(2030, 11, 30), default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.EndAsync(Who.With(seat.Effective!.Id), seat.Id, seat.Mandate!.Value, new(2026, 11, 30), MandateEnding.Resigned, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Lets_one_of_two_appointments_of_the_same_person_in_the_same_moment_win(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (one, other) = await TwoSeatsAsync(office);
        foreach (var seat in new[] { one, other })
            Assert.Null(await office.Get<MandateDesk>().EndAsync(PlanningOffice.Secretary, seat.Id, seat.Mandate!.Value, new(2026, 11, 30), MandateEnding.Resigned, default));
        var person = await NewPersonAsync(office);

        var answers = await Task.WhenAll(new[] { one, other }.Select(seat => Task.Run(() =>
            office.Get<MandateDesk>().AppointAsync(PlanningOffice.Secretary, seat.Id, person, null, new(2026, 12, 1), new(2027, 12, 1), default))));

        Assert.Single(answers, why => why is null);
        Assert.Single(answers, why => why is HoldsAnotherSeat);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Has_a_substitute_succeed_and_the_suspended_stay_away(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var desk = office.Get<MandateDesk>();
        var seat = await ChairSeatAsync(office);

        Assert.Null(await desk.SuspendAsync(PlanningOffice.Secretary, seat.Id, seat.Mandate!.Value, seat.Effective!.Id, new(2026, 11, 23), null, "mesure de la plénière", default));
        var suspended = (await office.CommissionAsync()).Seats.First(s => s.Id == seat.Id);
        Assert.Equal((seat.Substitute!.Id, null), (suspended.Effective!.Id, suspended.Substitute?.Id));
        Assert.Null((await office.ChamberAsync()).Chair); // who may not sit presides over nobody
        var id = await office.PlanAsync();
        var invited = (await office.Get<MeetingReading>().ReadAsync(PlanningOffice.Secretary, id, default))!.People.Invited;
        Assert.DoesNotContain(invited, i => i.Person.Id == seat.Effective.Id);
        Assert.StartsWith("Suppléant, ", QualityOf(seat.Id), StringComparison.Ordinal); // alone, and yet no effective member
        var seats = await Rendered.AsHtml<SeatTable>("fr", new() { ["Seats"] = ImmutableArray.Create(suspended), ["Caption"] = "Chambre" }, office.AddTo);
        Assert.Matches($">–</td>\\s*<td[^>]*>{suspended.Effective.FullName}</td>", seats);
        Assert.StartsWith("Membre effectif, ", QualityOf(invited.First(i => i.Seat is { Votes: true } other && other.Id != seat.Id).Seat!.Id), StringComparison.Ordinal);
        var proxy = (await office.Get<ProxyDesk>().ReadAsync(Who.With(suspended.Effective.Id), id, default))!;
        Assert.StartsWith($"Je soussigné(e) {suspended.Effective.FullName}, membre suppléant siégeant seul, ", ReceiverLanguage.Run("fr", () => office.Get<ProxyDesk>().TextOf(proxy, suspended.Effective, office.Get<PlanSentences>())), StringComparison.Ordinal);
        Assert.Null(await office.Get<MeetingReading>().ReadAsync(Who.With(seat.Effective.Id), id, default));

        Assert.Null(await desk.LiftAsync(PlanningOffice.Secretary, seat.Id, seat.Mandate.Value, 1, new(2026, 11, 23), default));
        office.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(seat.Effective.Id, (await office.ChamberAsync()).Chair!.Id);

        Assert.Null(await desk.SucceedAsync(PlanningOffice.Secretary, seat.Id, seat.Mandate.Value, new(2026, 11, 24), MandateEnding.Deceased, default));
        office.Clock.Advance(TimeSpan.FromDays(1));
        var after = (await office.CommissionAsync()).Seats.First(s => s.Id == seat.Id);
        Assert.Equal((seat.Substitute.Id, null), (after.Effective!.Id, after.Substitute?.Id));
        var sheet = await desk.ReadAsync(PlanningOffice.Secretary, seat.Id, default);
        Assert.Equal([null, MandateEnding.Deceased], sheet!.Mandates.Select(m => m.Mandate.Ending));
        Assert.Contains(await office.Get<MandateReading>().ListAsync(PlanningOffice.Secretary, default), line => line.Seat.Id == seat.Id && line.NeedsAttention);

        string QualityOf(SeatId id) => ReceiverLanguage.Run("fr", () => office.Get<Qualities>().Of(invited.First(i => i.Seat?.Id == id)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Records_who_was_chosen_to_preside_and_how(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var chamber = await office.ChamberAsync();
        var desk = office.Get<ElectionDesk>();
        var person = chamber.VotingSeats.SelectMany(s => s.Duo).First(p => p.Id != chamber.Chair!.Id && p.Id != chamber.SubstituteChair!.Id);

        Assert.Null(await desk.RecordAsync(PlanningOffice.Secretary, chamber.Id, Chamber.ChairRole, person.Id, new(2026, 11, 20), ChairChoosing.Elected, null, default));
        Assert.IsType<InterimTooShort>(await desk.RecordAsync(
            PlanningOffice.Secretary, chamber.Id, Chamber.SubstituteChairRole, chamber.SubstituteChair!.Id, new(2026, 11, 20), ChairChoosing.Interim, new(2026, 12, 31), default));

        Assert.Equal(person.Id, (await office.ChamberAsync()).Chair!.Id);
        var line = Assert.Single(await desk.ListAsync(Who.With(person.Id), chamber.Id, default));
        Assert.Equal((person.FullName, ChairChoosing.Elected, new DateOnly(2026, 11, 20)), (line.Name, line.Choice.How, line.Choice.On));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            desk.RecordAsync(Who.With(person.Id), chamber.Id, Chamber.ChairRole, person.Id, new(2026, 11, 20), ChairChoosing.Elected, null, default));
        Assert.IsType<NoChairElectedHere>(await desk.RecordAsync(
            PlanningOffice.Secretary, (await office.ChamberAsync("plenary", null)).Id, Chamber.ChairRole, person.Id, new(2026, 11, 20), ChairChoosing.Elected, null, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Warns_the_secretariat_once_of_each_end_in_its_own_language(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (seat, _) = await TwoSeatsAsync(office);
        Assert.Null(await office.Get<MandateDesk>().EndAsync(PlanningOffice.Secretary, seat.Id, seat.Mandate!.Value, new(2027, 6, 30), MandateEnding.Replaced, default));

        await RunAsync("2026-12-29", new(12, 0));
        Assert.Empty(await MailsAsync());
        await RunAsync("2026-12-30", new(7, 59));
        Assert.Empty(await MailsAsync());
        await RunAsync("2026-12-30", new(8, 0));
        await RunAsync("2026-12-31", new(8, 0));

        var mails = await MailsAsync();
        Assert.Equal((await office.CommissionAsync()).Secretariat.Length, mails.Count);
        Assert.All(mails, mail => Assert.Contains(seat.Effective!.FullName, mail.Text, StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.Contains("https://live.example.be/chambers/mandates", mail.Text, StringComparison.Ordinal));
        Assert.True(Assert.Single(await office.Get<MandateReading>().ListAsync(PlanningOffice.Secretary, default), l => l.Seat.Id == seat.Id).IsEnding);

        async Task RunAsync(string day, TimeOnly hour)
        {
            office.Clock.Advance(BrusselsTime.At(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), hour) - office.Clock.GetUtcNow());
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => new WarnOfEndingMandates(
                office.Databases, office.Get<CommissionDirectory>(), Chambers.Demo.Rules, office.Get<MandateMails>(), office.Clock).RunAsync(default))));
        }

        async Task<List<OutgoingMail>> MailsAsync()
        {
            await using var db = office.Databases.CreateDbContext();
            return await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.Purpose == MandateMails.Purpose).ToListAsync();
        }
    }

    [Fact]
    public async Task Go_to_active_persons_of_the_list_and_to_nobody_who_only_applies()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (seat, _) = await TwoSeatsAsync(office);
        var (_, applicant) = await Applications.AnApplicant.ArriveAsync(office);
        var away = Person.New(new(Guid.NewGuid()));
        Assert.Null(away.Describe("Odilon", "Verlaat", "odilon.verlaat@example.org", "nl", []));
        away.Disable();
        await office.DoAsync(db => db.Add(away));

        foreach (var nobody in new[] { applicant, away.Id, new PersonId(Guid.NewGuid()) })
            Assert.IsType<NotAppointable>(await office.Get<MandateDesk>().ReplaceAsync(
                PlanningOffice.Secretary, seat.Id, seat.Mandate!.Value, new(2026, 12, 31), MandateEnding.Resigned, nobody, null, default));
    }

    [Fact]
    public async Task Warns_of_an_end_as_soon_as_there_is_somebody_to_be_told()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (seat, _) = await TwoSeatsAsync(office);
        var secretariat = (await office.CommissionAsync()).Secretariat.Select(p => p.Id).ToList();
        Assert.Null(await office.Get<MandateDesk>().EndAsync(PlanningOffice.Secretary, seat.Id, seat.Mandate!.Value, new(2027, 1, 31), MandateEnding.Replaced, default));
        await office.DoAsync(db => db.Persons.Where(p => secretariat.Contains(p.Id)).ToList().ForEach(p => p.Disable()));

        Assert.Equal(0, await WarnedAsync());
        await office.DoAsync(db => db.Persons.Where(p => secretariat.Contains(p.Id)).ToList().ForEach(p => p.Enable()));
        Assert.Equal(secretariat.Count, await WarnedAsync());

        async Task<int> WarnedAsync()
        {
            await new WarnOfEndingMandates(office.Databases, office.Get<CommissionDirectory>(), Chambers.Demo.Rules, office.Get<MandateMails>(), office.Clock).RunAsync(default);
            await using var db = office.Databases.CreateDbContext();
            return await db.Set<OutgoingMail>().CountAsync(m => m.Purpose == MandateMails.Purpose);
        }
    }

    private static async Task<(SeatOnDay, SeatOnDay)> TwoSeatsAsync(PlanningOffice office)
    {
        var seats = (await office.CommissionAsync()).Seats.Where(s => s is { Votes: true, Effective: not null }).ToList();
        return (seats[^1], seats[^2]);
    }

    // An expert who chairs, with a substitute.
    private static async Task<SeatOnDay> ChairSeatAsync(PlanningOffice office)
    {
        var chamber = await office.ChamberAsync();
        return chamber.Seats.First(s => s.Effective?.Id == chamber.Chair!.Id && s.Substitute is not null);
    }

    private static async Task<PersonId> NewPersonAsync(PlanningOffice office)
    {
        var person = A.Person();
        await office.DoAsync(db => db.Add(person));
        return person.Id;
    }
}
