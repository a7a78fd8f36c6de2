using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Access;
using WitaLive.App.Calendar;
using WitaLive.App.Data;
using WitaLive.Tests.Simulators;

namespace WitaLive.Tests.Calendar;

public class SubscribingWithoutSigningIn(PublicApp app) : IClassFixture<PublicApp>
{
    [Fact]
    public async Task Gives_the_calendar_to_whoever_has_its_address_and_to_nobody_else()
    {
        using var client = app.CreateClient();
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Invitations>().CreateAdministratorAsync("subscriber@example.org", app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), default);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
        var person = (await db.Persons.SingleAsync(p => p.Email == "subscriber@example.org")).Id;
        var feeds = app.Services.GetRequiredService<CalendarFeeds>();
        var address = new Uri("/" + CalendarComposition.PageOf(await feeds.RenewAsync(person, default)), UriKind.Relative);

        using var answer = await client.GetAsync(address);
        using var head = await client.SendAsync(new(HttpMethod.Head, address));
        await feeds.RevokeAsync(person, default);
        using var revoked = await client.GetAsync(address);
        using var guessed = await client.GetAsync(new Uri("/calendar/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.True(answer.Headers.CacheControl is { Private: true, NoStore: true });
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (revoked.StatusCode, guessed.StatusCode));
    }
}
