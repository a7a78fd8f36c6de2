using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using WitaLive.App.Access;
using WitaLive.App.Bounces;
using WitaLive.App.Chambers;
using WitaLive.App.Mail;
using WitaLive.App.People;
using WitaLive.Domain.Chambers;
using WitaLive.Tests.Access;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Bounces;

public class MarkingAnAddress
{
    private const string Secret = "a-long-enough-secret-of-the-relay";

    [Theory, OnSqlite, OnPostgres]
    public async Task Comes_from_a_mailbox_and_ends_with_another_address(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (person, mail) = await MailedAsync(office);
        var mailbox = Directory.CreateTempSubdirectory("witalive-bounces-");
        Directory.CreateDirectory(Path.Combine(mailbox.FullName, "new"));
        Directory.CreateDirectory(Path.Combine(mailbox.FullName, "cur"));
        File.WriteAllBytes(Path.Combine(mailbox.FullName, "new", "1764061200.M1.relay"), AReportOfAMail.Postfix(person.Email, mail));
        File.WriteAllBytes(Path.Combine(mailbox.FullName, "cur", "1764061201.M2.relay:2,S"), [0xFF, 0xFE, 0x00]);
        var sweep = new ReadBounces(new(mailbox.FullName, null), office.Get<BounceBook>(), NullLogger<ReadBounces>.Instance);

        await sweep.RunAsync(default);
        await sweep.RunAsync(default);

        var unreached = Assert.Single(await office.Get<BounceBook>().ListAsync(PlanningOffice.Secretary, default));
        Assert.Equal((person.Id, "5.1.1"), (unreached.Id, unreached.Bounce.Status));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(mailbox.FullName, "read")).Length);
        mailbox.Delete(recursive: true);

        var people = new PeopleDesk(office.Databases, office.Get<CommissionDirectory>(), office.Get<SeatWords>());
        Assert.True((await people.ReadAsync(PlanningOffice.Secretary, person.Id, default))!.MailComesBack);
        Assert.Null(await people.SaveAsync(PlanningOffice.Secretary, person.Id, new(person.GivenName, person.FamilyName, "neuve@example.org", person.Language, []), default));
        Assert.Empty(await office.Get<BounceBook>().ListAsync(PlanningOffice.Secretary, default));
        Assert.Null(await people.SaveAsync(PlanningOffice.Secretary, person.Id, new(person.GivenName, person.FamilyName, person.Email, person.Language, []), default));
        Assert.False((await people.ReadAsync(PlanningOffice.Secretary, person.Id, default))!.MailComesBack); // the mark was taken off, not only hidden
    }

    [Fact]
    public async Task Is_taken_off_by_hand_and_only_by_who_keeps_the_list()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (person, mail) = await MailedAsync(office);
        var book = office.Get<BounceBook>();
        await book.TakeAsync(DeliveryReport.Read(AReportOfAMail.Exchange(person.Email, mail))!, isTrusted: false, default);
        Assert.Single(await book.ListAsync(PlanningOffice.Secretary, default));

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => book.ClearAsync(Who.With(person.Id), person.Id, default));
        await book.ClearAsync(Who.With(Roles.Administrator), person.Id, default);

        Assert.Empty(await book.ListAsync(PlanningOffice.Secretary, default));
    }

    [Fact]
    public async Task Is_not_done_for_a_forged_report_in_the_mailbox()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (person, _) = await MailedAsync(office);
        var forged = DeliveryReport.Read(AReportOfAMail.Postfix(person.Email, Guid.NewGuid()))!;

        Assert.Equal(0, await office.Get<BounceBook>().TakeAsync(forged, isTrusted: false, default));
        Assert.Equal(1, await office.Get<BounceBook>().TakeAsync(forged, isTrusted: true, default));
        Assert.Equal(0, await office.Get<BounceBook>().TakeAsync(DeliveryReport.Read(AReportOfAMail.Postfix("nobody.here@example.org", Guid.NewGuid()))!, isTrusted: true, default));
    }

    [Theory]
    [InlineData(Secret, null, HttpStatusCode.Unauthorized)]
    [InlineData(Secret, "another-secret-of-that-length-ok", HttpStatusCode.Unauthorized)]
    [InlineData(Secret, Secret, HttpStatusCode.NoContent)]
    [InlineData(null, Secret, HttpStatusCode.NotFound)]
    [InlineData(null, "", HttpStatusCode.NotFound)]
    public async Task Or_from_the_relay_that_knows_the_secret(string? set, string? sent, HttpStatusCode answer)
    {
        await using var office = await PlanningOffice.OnAsync();
        var (person, mail) = await MailedAsync(office);

        Assert.Equal(answer, await PostAsync(office, set, sent, AReportOfAMail.Postfix(person.Email, mail)));

        Assert.Equal(answer is HttpStatusCode.NoContent, !(await office.Get<BounceBook>().ListAsync(PlanningOffice.Secretary, default)).IsEmpty);
    }

    [Fact]
    public async Task Refuses_what_is_no_report_or_too_long()
    {
        await using var office = await PlanningOffice.OnAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(office, Secret, Secret, "Bonjour"u8.ToArray()));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(office, Secret, Secret, new byte[(1 << 20) + 1]));
    }

    [Theory]
    [InlineData("short", true)]
    [InlineData(Secret, false)]
    [InlineData(null, false)]
    public void Wants_a_secret_that_cannot_be_guessed(string? secret, bool refused)
    {
        var settings = new Microsoft.Extensions.Configuration.ConfigurationManager { ["Bounces:Secret"] = secret };

        Assert.Equal(refused, Record.Exception(() => BounceSettings.Of(settings)) is InvalidOperationException);
    }

    private static async Task<(Person, Guid)> MailedAsync(PlanningOffice office)
    {
        var person = (await office.ChamberAsync()).VotingSeats.First().Effective!;
        var mail = new OutgoingMail
        {
            ToAddress = person.Email, ToName = person.FullName, Language = "fr", Subject = "Convocation", Text = "Bonjour", Purpose = "convocation", CreatedAt = PlanningOffice.Morning,
        };
        await office.DoAsync(db => db.Add(mail));
        return (person, mail.Id);
    }

    private static async Task<HttpStatusCode> PostAsync(PlanningOffice office, string? set, string? sent, byte[] report)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(new BounceSettings(null, set)).AddSingleton(office.Get<BounceBook>());
        await using var app = builder.Build();
        app.MapBounces();
        await app.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mail/bounces") { Content = new ByteArrayContent(report) };
        if (sent is not null)
            request.Headers.Add(BouncesComposition.SecretHeader, sent);
        using var response = await app.GetTestClient().SendAsync(request);
        return response.StatusCode;
    }
}
