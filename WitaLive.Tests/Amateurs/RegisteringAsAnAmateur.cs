using Microsoft.EntityFrameworkCore;
using WitaLive.App.Amateurs;
using WitaLive.App.Files;
using WitaLive.App.Mail;
using WitaLive.App.Measures;
using WitaLive.App.Profiles;
using WitaLive.Domain;
using WitaLive.Domain.Amateurs;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Attestations;
using WitaLive.Domain.Rules;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Amateurs;

/// <summary>Law of 16 December 2022, art. 8 to 10; royal decree of 13 March 2023, art. 28.</summary>
public class RegisteringAsAnAmateur
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Gives_a_number_and_a_receipt_once_and_needs_the_national_number(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, id) = await AnApplicant.ArriveAsync(office, "nl");
        var desk = office.Get<AmateurDesk>();
        Assert.IsType<NumberIsMissing>(await desk.RegisterAsync(who, default));
        Assert.Null(await office.Get<ProfileDesk>().SetNationalNumberAsync(who, AnApplicant.Number, default));

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => desk.RegisterAsync(who, default))));
        Assert.Contains(answers, why => why is null);
        Assert.All(answers.OfType<Refusal>(), why => Assert.IsType<AlreadyRegistered>(why));
        Assert.IsType<AlreadyRegistered>(await desk.RegisterAsync(who, default));

        var sheet = await desk.ReadAsync(who, null, default);
        Assert.Equal((Standing.Valid, "nl"), (sheet.Standing, sheet.Registration!.Language));
        await using var db = office.Databases.CreateDbContext();
        var mail = await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.PersonId == id && m.Purpose == AmateurMails.Purpose).FirstAsync();
        Assert.Contains(sheet.Registration.Number, mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://live.example.be/my/amateur", mail.Text, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task May_be_warned_suspended_and_annulled_by_a_chamber_and_then_not_come_back_for_three_years(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var desk = office.Get<AmateurDesk>();
        Assert.Null(await office.Get<ProfileDesk>().SetNationalNumberAsync(who, AnApplicant.Number, default));
        Assert.Null(await desk.RegisterAsync(who, default));
        var registration = (await desk.ReadAsync(who, null, default)).Registration!;
        Assert.Equal((FileKind.Amateur, registration.Id), await office.Get<MeasureReading>().FindAsync(PlanningOffice.Secretary, registration.Number, default));

        await DecideAsync("warning", "2027-01-05");
        Assert.Equal(Standing.Valid, (await desk.ReadAsync(who, null, default)).Standing);
        await DecideAsync(MeasureRule.Annulment, "2027-01-12", beforeItIsNotified: async () => Assert.IsType<RegistrationBanIsOpen>(await desk.RegisterAsync(who, default)));

        Assert.Equal(Standing.Annulled, (await desk.ReadAsync(who, null, default)).Standing);
        Assert.Equal(new BannedFromRegistering(new(2030, 1, 12)), await desk.RegisterAsync(who, default));
        var line = Assert.Single((await office.Get<AmateurList>().ReadAsync(PlanningOffice.Secretary, new(UnderMeasure: true), default)).Lines);
        Assert.Equal((registration.Number, new DateOnly(2030, 1, 12)), (line.Number, line.MeasureUntil));
        office.Clock.Advance(new DateTimeOffset(2030, 1, 13, 8, 0, 0, TimeSpan.Zero) - office.Clock.GetUtcNow());
        Assert.Null(await desk.RegisterAsync(who, default));
        Assert.NotEqual(registration.Number, (await desk.ReadAsync(who, null, default)).Registration!.Number);

        async Task DecideAsync(string outcome, string day, Func<Task>? beforeItIsNotified = null)
        {
            var today = DateOnly.FromDateTime(office.Clock.GetUtcNow().Date);
            var sought = new MeasureSought(FileKind.Amateur, "onss", "abuse", "Des journées jamais prestées.", today);
            var file = Assert.IsType<Result<FileId>.Ok>(await office.Get<MeasureRequests>().RequestAsync(PlanningOffice.Secretary, registration.Id, sought, "fr", default)).Value;
            Assert.Null(await office.Get<FileDesk>().DoOwnAsync(who, file, new ConfirmHearing(), default));
            Assert.Equal([file], (await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default)).ToArray());
            await InAChamber.DecideAsync(office, file, outcome, form => form.Day = day);
            await (beforeItIsNotified?.Invoke() ?? Task.CompletedTask);
            Assert.Null(await office.Get<MeasureDesk>().DoAsync(PlanningOffice.Secretary, file, new NotifyDecision(DateOnly.ParseExact(day, "yyyy-MM-dd", null)), default));
            Assert.False((await office.Get<MeasureReading>().ReadOwnAsync(who, file, default))!.CanAppeal);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Shows_everybody_their_own_days_beside_the_limits(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var ((who, _), (other, _)) = (await AnApplicant.ArriveAsync(office), await AnApplicant.ArriveAsync(office));
        var desk = office.Get<AmateurDesk>();

        Assert.Null(await desk.NoteAsync(who, new(2025, 12, 24), " Asbl  Ostrabelle ", 90, 10.5m, default));
        Assert.IsType<AmateurDayTwice>(await desk.NoteAsync(who, new(2025, 12, 24), "asbl ostrabelle", 10, 0, default));
        Assert.IsType<AmateurDayUnusable>(await desk.NoteAsync(who, new(2026, 11, 24), "Asbl Ostrabelle", 10, 0, default));

        var year = await desk.ReadAsync(who, 2025, default);
        var noted = Assert.Single(year.Days);
        Assert.Equal(("Asbl Ostrabelle", 90m, 10.5m), (noted.Contractor, noted.Indemnity, noted.Travel));
        Assert.Equal(AmateurExcess.Indemnity, Assert.Single(year.Year.Excesses).Excess);
        Assert.Empty((await desk.ReadAsync(who, 1999, default)).Days); // this year instead
        Assert.Empty((await desk.ReadAsync(other, 2025, default)).Days);
        await desk.RemoveAsync(other, noted.Id, default);
        Assert.Single((await desk.ReadAsync(who, 2025, default)).Days);
        await desk.RemoveAsync(who, noted.Id, default);
        Assert.Empty((await desk.ReadAsync(who, 2025, default)).Days);

        var twice = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.NoteAsync(who, new(2026, 1, 6), "Asbl Ostrabelle", 10, 0, default))));
        Assert.Single(twice, why => why is null);
        Assert.Single((await desk.ReadAsync(who, 2026, default)).Days);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_recorded_by_the_secretariat_for_who_engages_amateurs(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var list = office.Get<AmateurList>();
        var wish = new RecordedAmateur(Guid.NewGuid(), " Asbl Étoile ", AmateurRole.Contractor, "fr", new(2024, 3, 1));

        var made = Assert.IsType<Result<AmateurRegistration>.Ok>(await list.RecordAsync(PlanningOffice.Secretary, wish, default)).Value;
        Assert.Equal(("2026-I-000001", "Asbl Étoile"), (made.Number, made.Name));
        var again = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => list.RecordAsync(PlanningOffice.Secretary, wish, default)))); // pressed more than once
        Assert.All(again, one => Assert.Equal(made.Number, Assert.IsType<Result<AmateurRegistration>.Ok>(one).Value.Number));
        Assert.IsType<Result<AmateurRegistration>.Ok>(await list.RecordAsync(PlanningOffice.Secretary, wish with { Id = Guid.NewGuid(), Name = "Ada Lune", Role = AmateurRole.Performer }, default));
        foreach (var wrong in new[] { wish with { Name = " " }, wish with { Language = "en" }, wish with { RegisteredOn = new(2026, 11, 24) }, wish with { RegisteredOn = new(2023, 12, 31) } })
            Assert.IsType<AmateurUnusable>(Assert.IsType<Result<AmateurRegistration>.Refused>(await list.RecordAsync(PlanningOffice.Secretary, wrong, default)).Why);

        Assert.Equal(2, (await list.ReadAsync(PlanningOffice.Secretary, new(), default)).Total);
        Assert.Equal("Asbl Étoile", Assert.Single((await list.ReadAsync(PlanningOffice.Secretary, new(Search: "etoile"), default)).Lines).Name);
        Assert.Equal("Ada Lune", Assert.Single((await list.ReadAsync(PlanningOffice.Secretary, new(Role: nameof(AmateurRole.Performer)), default)).Lines).Name);
        var member = Who.With((await office.ChamberAsync()).Members.First().Id);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => list.ReadAsync(member, new(), default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => list.RecordAsync(member, wish, default));
    }
}
