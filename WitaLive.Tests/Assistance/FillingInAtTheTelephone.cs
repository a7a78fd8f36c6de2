using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Assistance;
using WitaLive.App.Files;
using WitaLive.App.Mail;
using WitaLive.App.Profiles;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Chambers;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Assistance;

public class FillingInAtTheTelephone
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Is_marked_in_what_was_sent_in_in_the_history_and_in_the_receipt_that_the_person_gets(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, id) = await AnApplicant.ArriveAsync(office, "nl");
        var agent = Person.New(new(Guid.NewGuid()));
        Assert.Null(agent.Describe("Aurélie", "Vandermolen", "aurelie@example.org", "fr", []));
        await office.DoAsync(db => db.Add(agent));
        var desk = office.Get<AssistanceDesk>();

        var (person, acts) = (await desk.ActForAsync(Who.With(agent.Id, Roles.Secretariat), id, default))!.Value;
        Assert.Equal(id, person.Id);
        var file = await AnApplicant.SubmitAsync(office, acts);

        var sheet = (await office.Get<FileReading>().ReadOwnAsync(who, file, default))!;
        Assert.Equal(("Aurélie Vandermolen", "Ysaline Grosdent"), (sheet.Submission.FilledInBy, sheet.Submission.Name));
        Assert.Equal((true, agent.Id), (Assert.IsType<ApplicationSubmitted>(sheet.Events[0]).IsAssisted, sheet.Events[0].By));
        await using var db = office.Databases.CreateDbContext();
        var receipt = Assert.Single(await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.PersonId == id).ToListAsync());
        Assert.Equal("nl", receipt.Language);
        Assert.Contains("voor u ingediend", receipt.Subject, StringComparison.Ordinal);
        Assert.Equal(agent.FullName, Assert.Single(await desk.MineAsync(who, default)).Agent);
        Assert.NotNull(await desk.ActForAsync(Who.With(agent.Id, Roles.Secretariat), id, default)); // once a day is enough
        Assert.Single(await desk.MineAsync(who, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_listed_at_once_with_every_file_of_the_person_among_those_who_opened_it(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, id) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        var agent = Person.New(new(Guid.NewGuid()));
        Assert.Null(agent.Describe("Aurélie", "Vandermolen", "aurelie@example.org", "fr", []));
        await office.DoAsync(db => db.Add(agent));

        Assert.NotNull(await office.Get<AssistanceDesk>().ActForAsync(Who.With(agent.Id, Roles.Secretariat), id, default));

        var opening = Assert.Single((await office.Get<FileReading>().ReadOwnAsync(who, file, default))!.Openings);
        Assert.Equal(("Aurélie Vandermolen", false), (opening.Reader, opening.ForMeeting));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Opens_the_account_of_somebody_else_than_was_entered_with_a_reason_that_the_person_reads(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, id) = await AnApplicant.ArriveAsync(office);
        var desk = office.Get<AssistanceDesk>();

        Assert.Equal(new AssistanceNeedsReason(500), await desk.OpenByNameAsync(PlanningOffice.Secretary, id, "  ", default));
        Assert.Equal(new AssistanceNeedsReason(500), await desk.OpenByNameAsync(PlanningOffice.Secretary, id, new('x', 501), default));
        Assert.Empty(await desk.MineAsync(who, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.OpenByNameAsync(who, id, "Moi", default));

        Assert.Null(await desk.OpenByNameAsync(PlanningOffice.Secretary, id, "Elle appelle d'une autre adresse.", default));
        Assert.NotNull(await desk.ActForAsync(PlanningOffice.Secretary, id, default));
        Assert.Equal("Elle appelle d'une autre adresse.", Assert.Single(await desk.MineAsync(who, default)).Reason);
    }

    [Fact]
    public async Task Is_no_mark_on_what_people_send_in_themselves()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, id) = await AnApplicant.ArriveAsync(office);
        var sheet = (await office.Get<FileReading>().ReadOwnAsync(who, await AnApplicant.SubmitAsync(office, who), default))!;

        Assert.Null(sheet.Submission.FilledInBy);
        Assert.Equal((false, id), (Assert.IsType<ApplicationSubmitted>(sheet.Events[0]).IsAssisted, sheet.Events[0].By!.Value));
        Assert.Empty(await office.Get<AssistanceDesk>().MineAsync(who, default));
    }

    [Fact]
    public async Task Is_for_the_secretariat_and_never_in_the_name_of_a_member()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, id) = await AnApplicant.ArriveAsync(office);
        var (desk, member) = (office.Get<AssistanceDesk>(), (await office.ChamberAsync()).Members.First());

        Assert.Null(await desk.ActForAsync(PlanningOffice.Secretary, member.Id, default));
        Assert.Null(await desk.ActForAsync(PlanningOffice.Secretary, new(Guid.NewGuid()), default));
        Assert.Null(await desk.OfAddressAsync(PlanningOffice.Secretary, member.Email, default));
        foreach (var stranger in new[] { who, Who.With(member.Id) })
        {
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.ActForAsync(stranger, id, default));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.FindAsync(stranger, "Grosdent", default));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.OfAddressAsync(stranger, "a@example.org", default));
        }
        var acts = (await desk.ActForAsync(PlanningOffice.Secretary, id, default))!.Value.Acts;
        Assert.Equal((true, false, false), (Policies.Allow(acts, Policies.Account), Policies.Allow(acts, Policies.SignedIn), Policies.Allow(acts, Policies.Secretariat)));
        Assert.Null(await office.Get<ProfileDesk>().SetContactAsync(acts, new("+32 470 11 22 33", ""), null, default));
        Assert.Equal("+32 470 11 22 33", (await office.Get<ProfileDesk>().ReadAsync(who, default)).Phone);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Begins_with_a_name_or_an_address_without_accents(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var wanted = Person.Applying(new(Guid.NewGuid()), "Éloïse", "Ménard", "eloise@example.org", "fr");
        await office.DoAsync(db => db.Add(wanted));
        var desk = office.Get<AssistanceDesk>();

        foreach (var typed in new[] { "eloise men", "MENARD", "eloise@ex" })
            Assert.Equal(wanted.Id, Assert.Single(await desk.FindAsync(PlanningOffice.Secretary, typed, default)).Id);
        Assert.Empty(await desk.FindAsync(PlanningOffice.Secretary, "el", default));
        Assert.Equal(wanted.Id, (await desk.OfAddressAsync(PlanningOffice.Secretary, " Eloise@example.org", default))!.Id);
    }
}
