using System.Text;
using System.Text.Json;
using WitaLive.App.Applications;
using WitaLive.App.Files;
using WitaLive.Domain.Applications;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Applications;

public class TakingOnesDataAlong
{
    [Theory, OnSqlite, OnPostgres] // GDPR, art. 15 and 20
    public async Task Holds_the_profile_and_what_was_sent_in_as_one_is_told_of_it(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var (other, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        await AnApplicant.DoAsync(office, file, new DeclareComplete());
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default);

        var written = Encoding.UTF8.GetString(await office.Get<OwnCopy>().WriteAsync(who, default));

        using var data = JsonDocument.Parse(written);
        Assert.Equal("Je peins la mer, et je vis de la vente de mes tableaux.", data.RootElement.GetProperty("Profile").GetProperty("Background").GetProperty("Presentation").GetString());
        Assert.Equal("28", data.RootElement.GetProperty("NationalNumberEndsIn").GetString());
        var sent = Assert.Single(data.RootElement.GetProperty("Applications").EnumerateArray());
        Assert.Equal("2026-A-000001", sent.GetProperty("Number").GetString());
        Assert.Equal(["submitted", "declared-complete"], sent.GetProperty("Steps").EnumerateArray().Select(step => step.GetProperty("$type").GetString()));
        Assert.DoesNotContain("Marée basse", Encoding.UTF8.GetString(await office.Get<OwnCopy>().WriteAsync(other, default)), StringComparison.Ordinal);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => office.Get<OwnCopy>().WriteAsync(new(), default));
    }
}
