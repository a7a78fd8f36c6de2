using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Access;
using WitaLive.App.Amateurs;
using WitaLive.App.Files;
using WitaLive.App.Public;
using WitaLive.App.Retention;
using WitaLive.App.Rulings;
using WitaLive.Domain;
using WitaLive.Domain.Attestations;
using WitaLive.Domain.Rules;
using WitaLive.Tests.Access;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;
using WitaLive.Tests.Rulings;

namespace WitaLive.Tests.Retention;

/// <summary>Nothing in the texts says when these end: settings in data/rules/retention.json, ten years each.</summary>
public class WhatHadNoEndIsRemoved
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Of_a_decision_that_nobody_signed_and_what_is_signed_still_waits_to_be_sent(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (unsigned, signed) = (new FileId(Guid.NewGuid()), new FileId(Guid.NewGuid()));
        await office.DoAsync(db =>
        {
            foreach (var (id, number) in new[] { (unsigned, "2026-0001"), (signed, "2026-0002") })
            {
                db.Add(new ApplicationFile { Id = id, Number = number, Kind = FileKind.Application, Applicant = "Ysaline Grosdent", Language = "fr", State = FileState.Decided, Outcome = "refusal", ChangedAt = On(2026, 11, 23) });
                var drafted = new Ruling
                {
                    Id = Guid.NewGuid(), FileId = id, MeetingId = new(Guid.NewGuid()), Number = 1, FactsAsKept = "{}", TextAsKept = JsonSerializer.Serialize(ADecidedFile.Text), WrittenBy = "", IsDrawn = false,
                    ChangedAt = On(2027, 1, 5),
                };
                db.Add(drafted);
                if (id == signed)
                    db.Entry(drafted).Property(r => r.SignedAt).CurrentValue = On(2027, 1, 6);
            }
        });

        await SweepAsync(office, On(2037, 1, 5)); // the last day
        Assert.Equal(["Ysaline Grosdent", "Ysaline Grosdent"], await NamesAsync());
        await SweepAsync(office, On(2037, 1, 6));
        Assert.Equal(["", "Ysaline Grosdent"], await NamesAsync());

        async Task<List<string>> NamesAsync()
        {
            await using var db = office.Databases.CreateDbContext();
            Assert.Equal(await db.Set<ApplicationFile>().CountAsync(), await db.Set<Ruling>().CountAsync());
            return await db.Set<ApplicationFile>().IgnoreQueryFilters().OrderBy(f => f.Number).Select(f => f.Applicant).ToListAsync();
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_a_registration_without_an_account_unless_something_holds_or_is_kept_against_it(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var list = office.Get<AmateurList>();
        foreach (var name in new[] { "Ada Lune", "Asbl Étoile", "Bo Suspendu", "Cy Ordonné" })
            Assert.IsType<Result<AmateurRegistration>.Ok>(await list.RecordAsync(PlanningOffice.Secretary, new(Guid.NewGuid(), name, AmateurRole.Performer, "fr", new(2024, 3, 1)), default)); // on paper, before
        await office.DoAsync(db =>
        {
            var all = db.Set<AmateurRegistration>().ToDictionary(r => r.Name);
            all["Bo Suspendu"].Put(new Sanction(MeasureRule.Suspension, new(2026, 12, 1), new(2037, 1, 12)));
            db.Add(new ApplicationFile { Id = new(Guid.NewGuid()), Number = "2026-M-000001", Kind = FileKind.Amateur, Applicant = "Cy Ordonné", Language = "fr", SubjectId = all["Cy Ordonné"].Id, State = FileState.Decided, Outcome = "warning", ChangedAt = On(2035, 5, 4) });
            db.Add(new AmateurRegistration { Id = Guid.NewGuid(), Number = "2026-I-000099", Name = "De Avant", Role = AmateurRole.Performer, Language = "fr", RegisteredOn = new(2025, 3, 1) }); // recorded before that was written down
            db.Add(new AmateurRegistration { Id = Guid.NewGuid(), Number = "2026-I-000100", PersonId = new(Guid.NewGuid()), Name = "Ed Compte", Role = AmateurRole.Performer, Language = "fr", RegisteredOn = new(2026, 11, 23) });
        });

        await SweepAsync(office, On(2036, 11, 23)); // the last day
        Assert.Equal(["Ada Lune", "Asbl Étoile", "Bo Suspendu", "Cy Ordonné", "De Avant", "Ed Compte"], await NamesAsync());
        await SweepAsync(office, On(2036, 11, 24));
        Assert.Equal(["Bo Suspendu", "Cy Ordonné", "De Avant", "Ed Compte"], await NamesAsync());
        await SweepAsync(office, On(2037, 1, 13)); // the day after the suspension
        Assert.Equal(["Cy Ordonné", "De Avant", "Ed Compte"], await NamesAsync());
        await SweepAsync(office, On(2042, 5, 5)); // the file against it goes, and with it what it was against
        Assert.Equal(["De Avant", "Ed Compte"], await NamesAsync());
        await SweepAsync(office, On(2046, 11, 24)); // ten years after it was first looked at
        Assert.Equal(["Ed Compte"], await NamesAsync()); // that goes with its account

        var removed = (await office.Get<RetentionDesk>().ReadAsync(Who.With(Roles.Administrator), default)).Removals.Where(r => r.Kind is RemovedKind.Registrations);
        Assert.Equal([1, 1, 1, 2], removed.Select(r => r.Count));

        async Task<List<string>> NamesAsync()
        {
            await using var db = office.Databases.CreateDbContext();
            return [.. (await db.Set<AmateurRegistration>().Select(r => r.Name).ToListAsync()).Order(StringComparer.Ordinal)];
        }
    }

    [Fact]
    public async Task And_the_privacy_page_says_when()
    {
        await using var office = await PlanningOffice.OnAsync();

        await using var page = await APage.OpenAsync<PrivacyPage>(office, Who.With(Roles.Administrator));

        var text = await page.TextAsync();
        Assert.Contains("drafted and never signed: 10 years", text, StringComparison.Ordinal);
        Assert.Contains("without an account: 10 years", text, StringComparison.Ordinal);
    }

    private static DateTimeOffset On(int year, int month, int day) => new(year, month, day, 2, 0, 0, TimeSpan.Zero);

    private static async Task SweepAsync(PlanningOffice office, DateTimeOffset at)
    {
        office.Clock.Advance(at - office.Clock.GetUtcNow());
        await ActivatorUtilities.CreateInstance<RemoveWhatIsOver>(office.Services).RunAsync(default);
    }
}
