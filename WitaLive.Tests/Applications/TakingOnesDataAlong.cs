using System.Text;
using System.Text.Json;
using WitaLive.App.Applications;
using WitaLive.App.Files;
using WitaLive.App.Measures;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;
using WitaLive.Tests.Attestations;
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

    [Theory, OnSqlite, OnPostgres]
    public async Task Holds_the_attestation_and_the_measure_against_it_and_nothing_that_the_chair_can_take_back(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, id) = await AnApplicant.ArriveAsync(office);
        var attestation = AHolder.Of(id, "plus", new(2024, 1, 1), new(2028, 12, 31), "2024-A-000007");
        await office.DoAsync(db => db.Add(attestation));
        var sought = new MeasureSought(FileKind.Suspension, "onem", "abuse", "Un contrat qui n'a jamais existé.", new(2026, 11, 20));
        var file = Assert.IsType<Result<FileId>.Ok>(await office.Get<MeasureRequests>().RequestAsync(PlanningOffice.Secretary, attestation.Id, sought, "fr", default)).Value;
        Assert.Null(await office.Get<FileDesk>().DoOwnAsync(who, file, new ConfirmHearing(), default));
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default);
        var (_, room) = await InAChamber.SitAsync(office, file);
        await InAChamber.VoteAsync(room, MeasureRule.Annulment);
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);

        Assert.Equal(("2024-A-000007", "plus", "2024-01-01", "2028-12-31", "Valid", "2024-A-000007", null), await HeldAsync());
        InAChamber.ComesToStand(office, room);
        Assert.Equal(("2024-A-000007", "plus", "2024-01-01", "2028-12-31", "Annulled", "2024-A-000007", "annulment"), await HeldAsync());

        async Task<(string?, string?, string?, string?, string?, string?, string?)> HeldAsync()
        {
            using var data = JsonDocument.Parse(await office.Get<OwnCopy>().WriteAsync(who, default));
            var (held, against) = (Assert.Single(data.RootElement.GetProperty("Attestations").EnumerateArray()), Assert.Single(data.RootElement.GetProperty("Measures").EnumerateArray()));
            Assert.Equal("measure-requested", against.GetProperty("Steps")[0].GetProperty("$type").GetString());
            return (Of(held, "Number"), Of(held, "Type"), Of(held, "From"), Of(held, "Until"), Of(held, "Standing"), Of(against, "About"), Of(against, "Outcome"));
        }

        static string? Of(JsonElement one, string name) => one.GetProperty(name).GetString();
    }
}
