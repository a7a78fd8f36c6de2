using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Access;
using WitaLive.App.Files;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Tests.Access;
using WitaLive.Tests.Components;
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

        Assert.Equal(new(2, 1, 0, null, null), await desk.CountAsync(PlanningOffice.Secretary, null, default));
        Assert.Equal(1, await desk.InviteAsync(PlanningOffice.Secretary, [one], null, default));
        var at = office.Clock.GetUtcNow();
        Assert.Equal(new(0, 0, 1, at, at), await desk.CountAsync(PlanningOffice.Secretary, [one], default));
        var invited = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Desk(office, access).InviteAsync(PlanningOffice.Secretary, null, null, default))));

        Assert.Equal(1, invited.Sum());
        Assert.Equal(new(0, 1, 2, at, at), await desk.CountAsync(PlanningOffice.Secretary, null, default));
        var mails = (await access.MailsAsync()).Where(m => m.Purpose == "invitation").OrderBy(m => m.ToAddress).ToList();
        Assert.Equal(["a@example.org", "b@example.org"], mails.Select(m => m.ToAddress));
        Assert.Contains("demande à votre nom", mails[0].Text, StringComparison.Ordinal);
        Assert.IsType<Result<Account>.Ok>(await access.Passwords.ChooseAsync(AccessDesk.SecretIn(mails[0].Text), "quatre chevaux dans la neige", default));
        Assert.Equal(new(0, 0, 0, null, null), await desk.CountAsync(PlanningOffice.Secretary, [one], default)); // entered
    }

    [Fact]
    public async Task Ends_nobody_who_has_an_application_and_never_enters()
    {
        await using var office = await PlanningOffice.OnAsync();
        await using var access = new AccessDesk(office.Databases);
        await ImportedAsync(office, "a@example.org");
        await Desk(office, access).InviteAsync(PlanningOffice.Secretary, null, null, default);

        office.Clock.Advance(TimeSpan.FromDays(400));
        await new PurgeSignUps(office.Databases, Chambers.Demo.Rules, office.Clock).RunAsync(default);

        Assert.Equal(1, await access.AskAsync(db => db.Persons.CountAsync(p => p.Email == "a@example.org")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Says_who_was_invited_before_and_when_and_writes_to_them_again_only_when_that_is_said(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        await using var access = new AccessDesk(office.Databases);
        var desk = Desk(office, access);
        var one = await ImportedAsync(office, "a@example.org");
        var two = await ImportedAsync(office, "b@example.org");
        var first = office.Clock.GetUtcNow();
        await desk.InviteAsync(PlanningOffice.Secretary, [one], null, default);
        office.Clock.Advance(TimeSpan.FromDays(3));
        var last = office.Clock.GetUtcNow();
        await desk.InviteAsync(PlanningOffice.Secretary, [two], null, default);
        await ImportedAsync(office, "c@example.org");
        office.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(new(1, 0, 2, first, last), await desk.CountAsync(PlanningOffice.Secretary, null, default));
        var seen = office.Clock.GetUtcNow();
        Assert.Equal(1, await desk.InviteAsync(PlanningOffice.Secretary, null, null, default)); // left out
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Desk(office, access).InviteAsync(PlanningOffice.Secretary, null, seen, default))));

        Assert.Equal(2, again.Sum()); // the third was invited after the count was seen
        Assert.Equal(["a@example.org", "a@example.org", "b@example.org", "b@example.org", "c@example.org"], (await access.MailsAsync()).Where(m => m.Purpose == "invitation").Select(m => m.ToAddress).Order());
        Assert.Equal(3, await access.AskAsync(db => db.Set<AccountLink>().CountAsync(link => link.EndedAt == null))); // the older ones have ended
    }

    [Theory]
    [InlineData(1, 0, "The applicant was invited to an account on Monday 23"), InlineData(2, 0, "2 applicants were invited to an account before, on Monday 23")]
    [InlineData(2, 1, "2 applicants were invited to an account before, between Monday 23")]
    public async Task Shows_it_beside_the_box_that_invites_them_again(int before, int daysBetween, string said)
    {
        var first = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

        var html = await Rendered.AsHtml<InvitedBefore>("en", new() { ["Without"] = new WithoutAccount(0, 0, before, first, first.AddDays(daysBetween)) });

        Assert.Contains(said, html, StringComparison.Ordinal);
        Assert.Contains("Invite again whoever was invited before", html, StringComparison.Ordinal);
        Assert.DoesNotContain("checked", html, StringComparison.Ordinal);
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
