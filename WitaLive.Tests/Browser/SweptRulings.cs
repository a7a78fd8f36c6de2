using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Attestations;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Rulings;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Rulings;
using WitaLive.Tests.Access;

namespace WitaLive.Tests.Browser;

/// <summary>Decisions of a meeting that is over: one sent, with a correction begun, one with a second reader, one being written, and one that somebody has changed in the database after it was signed.</summary>
internal static class SweptRulings
{
    /// <returns>The one that was sent with the code of its letter, the one to be read over, the one being written, the correction, and the one that is not as it was signed.</returns>
    public static async Task<(Guid Sent, string Code, Guid ToRead, Guid Drafted, Guid Correction, Guid Altered)> WriteAsync(IServiceProvider services, Guid meeting, Guid refused, Guid appeal, Guid other, DateTimeOffset now)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
        var (sent, toRead, drafted) = (await AddAsync(db, meeting, refused, now), await AddAsync(db, meeting, appeal, now), await AddAsync(db, meeting, other, now));
        var code = CheckCode.New();
        sent.Sign(new(Guid.NewGuid()), now, services.GetRequiredService<RulingComposer>().Compose(sent.Facts, sent.Text, new(1, null, null, null, new("Aurore Vandenbranden", Office.President, now, code))));
        sent.Send(now, null);
        db.Add(new RulingDelivery { RulingId = sent.Id, FileId = sent.FileId });
        toRead.Stage = RulingStage.ToRead;
        db.Add(new RulingFinding { Id = Guid.NewGuid(), RulingId = toRead.Id, At = now, By = (await db.Persons.FirstAsync()).Id, Agrees = false, Text = "La deuxième somme manque." });
        await db.SaveChangesAsync();
        var altered = await AddAsync(db, meeting, other, now, number: 2);
        altered.Sign(new(Guid.NewGuid()), now, services.GetRequiredService<RulingComposer>().Compose(altered.Facts, altered.Text, new(2, null, null, null, new("Aurore Vandenbranden", Office.President, now, CheckCode.New()))));
        await db.SaveChangesAsync();
        await db.Set<Ruling>().Where(r => r.Id == altered.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Document, r => r.Document + " "));
        var correction = Assert.IsType<Result<Guid>.Ok>(await services.GetRequiredService<RulingDesk>().CorrectAsync(Who.With(App.Access.Roles.Secretariat), sent.Id, "La somme de 2024 était mal recopiée.", default)).Value;
        return (sent.Id, code, toRead.Id, drafted.Id, correction, altered.Id);
    }

    private static async Task<Ruling> AddAsync(WitaLiveDb db, Guid meeting, Guid id, DateTimeOffset now, int number = 1)
    {
        var file = await db.Set<ApplicationFile>().SingleAsync(f => f.Id == new FileId(id));
        var activity = Submission.Of(await db.Set<FileSnapshot>().SingleAsync(s => s.FileId == file.Id)).Profile.Activities[0];
        var facts = new RulingFacts(
            new(file.Id, file.Number, file.Kind, file.Applicant, "Quai des Invisibles 3\n1000 Bruxelles", "fr"), new(meeting), new("restricted"),
            ImmutableSortedDictionary<string, string>.Empty.Add("fr", "Chambre restreinte 1 (FR)").Add("nl", "Beperkte kamer 1 (FR)"), DateOnly.FromDateTime(now.Date), "refusal",
            [new(new(Guid.NewGuid()), "Aline Delvausart", new("experts"), true), new(new(Guid.NewGuid()), "Maëlle Orvaliez", new("unions"), false)],
            [new(activity.Id, activity.Function, activity.Project, activity.Domain, false, "notProven")], [new(Condition.Enough, 2, 640, 1000, false, ["AR 12 §6"])], ["incomeTooLow"]);
        var ruling = new Ruling
        {
            Id = Guid.NewGuid(), FileId = file.Id, MeetingId = new(meeting), Number = number, FactsAsKept = JsonSerializer.Serialize(facts), WrittenBy = "", IsDrawn = true, ChangedAt = now,
            TextAsKept = JsonSerializer.Serialize(new RulingText(["incomeTooLow"], "Les pièces ne montrent pas de vente.", ImmutableDictionary<ActivityId, string>.Empty.Add(activity.Id, "La photo n’est pas datée."))),
        };
        db.Add(ruling);
        return ruling;
    }
}
