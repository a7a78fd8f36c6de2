using WitaLive.App.Access;
using WitaLive.App.Principles;
using WitaLive.Domain.Principles;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Data;
using WitaLive.Tests.Domain.Principles;
using WitaLive.Tests.Meetings;
using static WitaLive.Tests.Principles.APlenary;

namespace WitaLive.Tests.Principles;

public class GivingATranslation
{
    [Theory, OnSqlite, OnPostgres]
    public async Task To_somebody_of_the_secretariat_is_kept_with_who_and_when_until_the_text_is_there(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (assigning, desk) = (office.Get<TranslationAssigning>(), office.Get<TranslationDesk>());
        var member = (await office.ChamberAsync()).Members.First();
        await office.DoAsync(db => db.UserRoles.Add(new() { UserId = member.Id.Value, RoleId = Roles.All.First(role => role.Name == Roles.Secretariat).Id }));
        var translator = Who.With(member.Id, Roles.Secretariat);
        var id = await ProposedAsync(office, AProposal.Principle());
        Assert.Equal(["de", "en"], (await assigning.AwaitedAsync(PlanningOffice.Secretary, default)).Select(one => one.Language));

        Assert.Null(await assigning.AssignAsync(translator, id, "de", member.Id, default));
        var given = office.Clock.GetUtcNow();
        office.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(await assigning.AssignAsync(PlanningOffice.Secretary, id, "de", member.Id, default)); // a second click changes nothing
        var german = (await assigning.AwaitedAsync(PlanningOffice.Secretary, id, default))[0];
        Assert.Equal((member.Id, member.FullName, member.FullName, given), (german.Translator, german.TranslatorName, german.By, german.At));
        var task = Assert.Single(await office.Get<IEnumerable<App.Start.IStartTask>>().OfType<TranslationTask>().Single().ForAsync(SignedInPerson.Of(translator)!, default));
        Assert.Equal(($"proposals/{id.Value}", "Translation of proposal 2026-P-0001: German"), (task.Address, task.Text));

        var (_, room) = await SitAsync(office, id);
        await InAChamber.VoteAsync(room, "adopted");
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        Assert.Null(await desk.CorrectAsync(translator, id, (await desk.ReadAsync(translator, id, default))!.Revision, new("de", "Proben", "Bezahlte Proben zählen."), isRead: true, default));
        Assert.Equal(["en"], (await assigning.AwaitedAsync(PlanningOffice.Secretary, default)).Select(one => one.Language));
        Assert.IsType<TranslationNotAwaited>(await assigning.AssignAsync(PlanningOffice.Secretary, id, "de", member.Id, default));

        Assert.Null(await assigning.AssignAsync(PlanningOffice.Secretary, id, "en", member.Id, default));
        Assert.Null(await assigning.AssignAsync(PlanningOffice.Secretary, id, "en", null, default));
        Assert.Null(Assert.Single(await assigning.AwaitedAsync(PlanningOffice.Secretary, default)).Translator);
    }

    [Fact]
    public async Task Is_the_secretariats_and_to_nobody_else()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (assigning, member) = (office.Get<TranslationAssigning>(), (await office.ChamberAsync()).Members.First());
        var id = await ProposedAsync(office, AProposal.Principle());
        Assert.IsType<TranslatorNotOfSecretariat>(await assigning.AssignAsync(PlanningOffice.Secretary, id, "de", member.Id, default));
        Assert.IsType<TranslationNotAwaited>(await assigning.AssignAsync(PlanningOffice.Secretary, id, "fr", member.Id, default)); // the plenary votes on it
        Assert.IsType<TranslationNotAwaited>(await assigning.AssignAsync(PlanningOffice.Secretary, Id(await SaveAsync(office, AProposal.Principle())), "de", member.Id, default)); // a draft

        var (applicant, _) = await AnApplicant.ArriveAsync(office);
        foreach (var stranger in new[] { Who.With(member.Id), applicant, Who.Nobody })
        {
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => assigning.AssignAsync(stranger, id, "de", member.Id, default));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => assigning.AwaitedAsync(stranger, default));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => assigning.AwaitedAsync(stranger, id, default));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => assigning.TranslatorsAsync(stranger, default));
        }
    }

    [Fact]
    public async Task Is_of_the_version_that_holds_not_of_one_that_another_replaced()
    {
        await using var office = await PlanningOffice.OnAsync();
        var earlier = await AdoptAsync(office, AProposal.Principle(), "2027-01-05");
        var next = await AdoptAsync(office, AProposal.Principle("Répétitions et essais") with { Change = ProposalChange.Renew, Code = "2026-P-0001" }, "2027-02-09");

        var assigning = office.Get<TranslationAssigning>();
        Assert.All(await assigning.AwaitedAsync(PlanningOffice.Secretary, default), one => Assert.Equal(next, one.Id));
        Assert.NotEmpty(await assigning.AwaitedAsync(PlanningOffice.Secretary, next, default));
        Assert.Empty(await assigning.AwaitedAsync(PlanningOffice.Secretary, earlier, default));
        Assert.IsType<TranslationNotAwaited>(await assigning.AssignAsync(PlanningOffice.Secretary, earlier, "de", null, default));
    }
}
