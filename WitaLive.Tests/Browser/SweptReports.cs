using Microsoft.Extensions.DependencyInjection;
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
            Assert.IsType<Result<bool>.Ok>(await writing.WriteAsync(secretary, id, ReportPart.Whole, "fr", text, version, default));
        Assert.Null(await writing.SupplyAsync(secretary, id, default));
        var plan = (await services.GetRequiredService<ReportDesk>().ReadAsync(secretary, id, default))!.Plan;
        Assert.Null(await writing.RemarkAsync(Who.With(plan.Seats[0].Effective), id, Guid.NewGuid(), "Il manque que le point 1 a été remis à la demande des deux sections.", true, default));
        Assert.Null(await writing.RemarkAsync(Who.With(plan.Seats[^1].Effective), id, Guid.NewGuid(), "D’accord avec le texte.", false, default));
        return held.Meeting;
    }
}
