using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Access;
using WitaLive.App.Files;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Tests.Access;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Import;

public class InvitingApplicants
{
    private const string Unreachable = "ysaline@nowhere_at_all";

    [Theory, OnSqlite, OnPostgres]
    public async Task Writes_to_each_once_and_counts_whom_no_mail_reaches(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        await using var access = new AccessDesk(office.Databases);
        var desk = Desk(office, access);
        var one = await ImportedAsync(office, "a@example.org");
        await ImportedAsync(office, "b@example.org");
        await ImportedAsync(office, Unreachable);
        await office.DoAsync(db => db.Add(Person.Applying(new(Guid.NewGuid()), "Sans", "Demande", "c@example.org", "fr"))); // applied for nothing

        Assert.Equal(new(2, 1, null), await desk.CountAsync(PlanningOffice.Secretary, null, default));
        Assert.Equal(1, await desk.InviteAsync(PlanningOffice.Secretary, [one], default));
        var at = office.Clock.GetUtcNow();
        Assert.Equal(new(0, 0, at), await desk.CountAsync(PlanningOffice.Secretary, [one], default));
        var invited = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Desk(office, access).InviteAsync(PlanningOffice.Secretary, null, default))));

        Assert.Equal(1, invited.Sum());
        Assert.Equal(new(0, 1, null), await desk.CountAsync(PlanningOffice.Secretary, null, default));
        var mails = (await access.MailsAsync()).Where(m => m.Purpose == "invitation").OrderBy(m => m.ToAddress).ToList();
        Assert.Equal(["a@example.org", "b@example.org"], mails.Select(m => m.ToAddress));
        Assert.Contains("demande à votre nom", mails[0].Text, StringComparison.Ordinal);
        Assert.IsType<Result<Account>.Ok>(await access.Passwords.ChooseAsync(AccessDesk.SecretIn(mails[0].Text), "quatre chevaux dans la neige", default));
        Assert.Null((await desk.CountAsync(PlanningOffice.Secretary, [one], default)).InvitedAt); // entered
    }

    [Fact]
    public async Task Ends_nobody_who_has_an_application_and_never_enters()
    {
        await using var office = await PlanningOffice.OnAsync();
        await using var access = new AccessDesk(office.Databases);
        await ImportedAsync(office, "a@example.org");
        await Desk(office, access).InviteAsync(PlanningOffice.Secretary, null, default);

        office.Clock.Advance(TimeSpan.FromDays(400));
        await new PurgeSignUps(office.Databases, Chambers.Demo.Rules, office.Clock).RunAsync(default);

        Assert.Equal(1, await access.AskAsync(db => db.Persons.CountAsync(p => p.Email == "a@example.org")));
    }

    private static ApplicantInvitations Desk(PlanningOffice office, AccessDesk access) => ActivatorUtilities.CreateInstance<ApplicantInvitations>(office.Services, access.Invitations);

    private static async Task<FileId> ImportedAsync(PlanningOffice office, string address)
    {
        var person = Person.Applying(new(Guid.NewGuid()), "Anne", "Exemple", address, "fr");
        var file = new ApplicationFile { Id = new(Guid.NewGuid()), Number = $"2026-A-{Guid.NewGuid():N}"[..14], Kind = WitaLive.Domain.Rules.FileKind.Application, Applicant = person.FullName, ApplicantId = person.Id, Language = "fr" };
        await office.DoAsync(db => db.AddRange(person, file));
        return file.Id;
    }
}
