using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Data;
using WitaLive.App.Meetings;
using WitaLive.App.Minutes;
using WitaLive.App.Reports;
using WitaLive.Domain;
using WitaLive.Tests.Access;

namespace WitaLive.Tests.Browser;

/// <summary>A meeting of three weeks ago whose report was written twice, supplied, and remarked on.</summary>
internal static class SweptReports
{
    public static async Task<Guid> SupplyAsync(IServiceProvider services, DateTimeOffset now)
    {
        var (secretary, writing) = (Who.With(App.Access.Roles.Secretariat), services.GetRequiredService<ReportWriting>());
        var held = await SweptMandates.HoldAsync(services, now.AddDays(-21));
        var id = new MeetingId(held.Meeting);
        foreach (var (text, version) in new[] { ("La chambre a pris acte du calendrier.", 0), ("La chambre a pris acte du calendrier.\n\nElle demande que les pièces soient jointes plus tôt.", 1) })
            Assert.Null(await writing.WriteAsync(secretary, id, ReportPart.Whole, "fr", text, version, default));
        Assert.Null(await writing.SupplyAsync(secretary, id, default));
        var plan = (await services.GetRequiredService<ReportDesk>().ReadAsync(secretary, id, default))!.Plan;
        Assert.Null(await writing.RemarkAsync(Who.With(plan.Seats[0].Effective), id, Guid.NewGuid(), "Il manque que le point 1 a été remis à la demande des deux sections.", true, default));
        Assert.Null(await writing.RemarkAsync(Who.With(plan.Seats[^1].Effective), id, Guid.NewGuid(), "D’accord avec le texte.", false, default));
        await AskAsync(services, id, plan.Seats[0].Effective, now);
        return held.Meeting;
    }

    // The enlarged chamber asks for it, for the first file of its own agenda.
    private static async Task AskAsync(IServiceProvider services, MeetingId reportOf, PersonId by, DateTimeOffset now)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
        var asking = (await db.Set<PlannedMeeting>().Include(m => m.Agenda).Where(m => m.Formation == new FormationCode("enlarged")).OrderBy(m => m.StartsAt).ToListAsync()).FirstOrDefault(m => m.Agenda.Any(line => line.FileId is not null));
        if (asking is null)
            return;
        db.Add(new ReportLoan { MeetingId = asking.Id, FileId = asking.Agenda.First(line => line.FileId is not null).FileId!.Value, ReportOf = reportOf, AskedBy = by, AskedAt = now.AddDays(-1) });
        await db.SaveChangesAsync();
    }
}
