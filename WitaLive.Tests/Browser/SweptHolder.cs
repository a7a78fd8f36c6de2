using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Amateurs;
using WitaLive.App.Applications;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Measures;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Rules;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Attestations;

namespace WitaLive.Tests.Browser;

/// <summary>Somebody with an attestation that ends soon, whose wish for the next one was refused and who appeals.</summary>
internal static class SweptHolder
{
    public const string Name = "Oriane Tillemans";

    /// <summary>Somebody who was refused and has not appealed.</summary>
    public const string Refused = "Léandre Wauthoz";

    /// <returns>The appeal, the refused application of the other one, the code of the attestation; a request to suspend what the other one holds, an attestation about which none is open, and who appeals.</returns>
    public static async Task<(Guid Appeal, Guid Refused, string Code, Guid Measure, Guid Attestation, Guid Person)> WriteAsync(IServiceProvider services, DateTimeOffset now)
    {
        var today = now.DayInBrussels();
        var code = "";
        var (attested, free) = (Guid.Empty, Guid.Empty);
        var appealed = await DecidedAsync(services, Name, "85.07.30-035 26", today);
        var refused = await DecidedAsync(services, Refused, "85.07.30-037 24", today);
        await using (var db = await services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync())
        {
            var holder = (await db.Set<ApplicationFile>().SingleAsync(f => f.Id == appealed.File)).ApplicantId;
            code = db.AddHeld(AHolder.Of(holder, "plus", today.AddYears(-4), today.AddYears(1), name: Name)).Code;
            db.AddHeld(AHolder.Of(holder, "starter", today.AddYears(-7), today.AddYears(-4).AddDays(-1), "2019-A-000004", Name));
            attested = db.AddHeld(AHolder.Of((await db.Set<ApplicationFile>().SingleAsync(f => f.Id == refused.File)).ApplicantId, "ordinary", today.AddYears(-3), today.AddYears(2), "2023-A-000005", Refused)).Id;
            free = db.AddHeld(AHolder.Of(null, "ordinary", today.AddYears(-3), today.AddYears(2), "2023-A-000006", "Célestine Orval")).Id;
            await db.SaveChangesAsync();
        }
        var amateur = services.GetRequiredService<AmateurDesk>();
        Assert.Null(await amateur.RegisterAsync(refused.Who, default));
        Assert.Null(await amateur.NoteAsync(refused.Who, today, "Asbl Ostrabelle", 60, 12.5m, default));
        Assert.Null(await amateur.NoteAsync(refused.Who, new(today.Year - 1, 12, 31), "Théâtre des Nuées", 95, 30, default));
        var measure = Assert.IsType<Result<FileId>.Ok>(await services.GetRequiredService<MeasureRequests>().RequestAsync(
            Who.With(App.Access.Roles.Secretariat), attested, new(FileKind.Suspension, "onss", "falseEvidence", "Le contrat de mars 2024 n'a jamais été conclu, dit son prétendu signataire.", today), "fr", default)).Value;
        var appeal = Assert.IsType<Result<FileId>.Ok>(await services.GetRequiredService<AppealDesk>().AppealAsync(appealed.Who, appealed.File, "Le contrat que voici, reçu depuis.", [], default)).Value;
        return (appeal.Value, refused.File.Value, code, measure.Value, free, App.Access.SignedInPerson.Of(appealed.Who)!.Id.Value);
    }

    private static async Task<(System.Security.Claims.ClaimsPrincipal Who, FileId File)> DecidedAsync(IServiceProvider services, string name, string number, DateOnly today)
    {
        var (id, words) = (new PersonId(Guid.NewGuid()), name.Split(' '));
        await using var db = await services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
        db.Add(Person.Applying(id, words[0], words[1], $"{id.Value:N}@example.org", "fr"));
        await db.SaveChangesAsync();
        var who = AnApplicant.Outside(id);
        await AnApplicant.FillAsync(services, who, number);
        var file = Assert.IsType<Result<FileId>.Ok>(await services.GetRequiredService<ApplicationDesk>().SubmitAsync(who, default)).Value;
        var (desk, secretary, meeting) = (services.GetRequiredService<FileDesk>(), Who.With(App.Access.Roles.Secretariat), new MeetingId(Guid.NewGuid()));
        Assert.Null(await desk.DoAsync(secretary, file, new DeclareComplete(), default));
        Assert.Equal([file], (await desk.RouteAsync(secretary, [file], default)).ToArray());
        Assert.Null(await desk.DoAsync(secretary, file, new PlaceOnAgenda(meeting, DateTimeOffset.UtcNow), default));
        Assert.Null(await desk.DoAsync(secretary, file, new ConcludeInChamber(meeting, ChamberAnswer.Decided, "refusal", null), default));
        // An hour ago, so that the chair can take it back no more.
        var concluded = await db.Set<ApplicationStep>().AsNoTracking().Where(s => s.FileId == file).OrderByDescending(s => s.Sequence).FirstAsync();
        var before = JsonSerializer.Serialize(JsonSerializer.Deserialize<ApplicationEvent>(concluded.Payload)! with { At = DateTimeOffset.UtcNow.AddHours(-1) });
        await db.Set<ApplicationStep>().Where(s => s.FileId == file && s.Sequence == concluded.Sequence).ExecuteUpdateAsync(set => set.SetProperty(s => s.Payload, before));
        Assert.Null(await desk.DoAsync(secretary, file, new NotifyDecision(today), default));
        return (who, file);
    }
}
