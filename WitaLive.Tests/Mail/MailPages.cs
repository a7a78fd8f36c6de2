using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Jobs;
using WitaLive.App.Mail;
using WitaLive.Tests.Components;

namespace WitaLive.Tests.Mail;

public class MailPages
{
    [Theory]
    [InlineData("fr", "Aucun message n’a encore été écrit"), InlineData("nl", "Er is nog geen bericht geschreven")]
    [InlineData("de", "Es wurde noch keine Nachricht geschrieben"), InlineData("en", "No message has been written yet")]
    public async Task Say_how_a_list_begins(string language, string text)
    {
        using var databases = new MailDatabase("Sqlite");

        Assert.Contains(text, await RenderAsync<Mails>(language, databases, Roles.Secretariat, "mail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Say_when_nothing_matches_and_keep_what_was_looked_for()
    {
        using var databases = new MailDatabase("Sqlite");
        await databases.AddAsync(AMail.To());

        var html = await RenderAsync<Mails>("en", databases, Roles.Secretariat, "mail?search=nobody&state=failed");

        Assert.Contains("No message matches", html, StringComparison.Ordinal);
        Assert.Contains("value=\"nobody\"", html, StringComparison.Ordinal);
        Assert.Contains("<option value=\"failed\" selected", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_each_mail_with_its_state_in_words()
    {
        using var databases = new MailDatabase("Sqlite");
        var mail = AMail.To(subject: "Réunion <b>n° 7</b>");
        await databases.AddAsync(mail);

        var html = await RenderAsync<Mails>("en", databases, Roles.Secretariat, "mail");

        Assert.Contains($"href=\"mail/{mail.Id}\"", html, StringComparison.Ordinal);
        Assert.Contains("Leaving shortly", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Send again", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Roles.Administrator, true), InlineData(Roles.Secretariat, false)]
    public async Task Show_the_words_to_administrators_only(string role, bool isShown)
    {
        using var databases = new MailDatabase("Sqlite");
        var mail = AMail.To();
        await databases.AddAsync(mail);

        var html = await RenderAsync<MailPage>("nl", databases, role, $"mail/{mail.Id}", new() { ["Id"] = mail.Id });

        Assert.Contains(mail.Subject, html, StringComparison.Ordinal);
        Assert.Equal(isShown, html.Contains("U bent uitgenodigd.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Say_that_a_mail_is_not_there()
    {
        using var databases = new MailDatabase("Sqlite");

        var html = await RenderAsync<MailPage>("de", databases, Roles.Administrator, "mail/x", new() { ["Id"] = Guid.NewGuid() });

        Assert.Contains("Diese Nachricht gibt es nicht", html, StringComparison.Ordinal);
    }

    private static Task<string> RenderAsync<TPage>(string language, MailDatabase databases, string role, string address, Dictionary<string, object?>? parameters = null)
        where TPage : IComponent =>
        Rendered.AsHtml<TPage>(language, parameters ?? [], services => services
            .AddSingleton<IDbContextFactory<WitaLiveDb>>(databases)
            .AddSingleton<IErrorBoundaryLogger>(new NothingFails())
            .AddSingleton<AuthenticationStateProvider>(new SignedIn(role))
            .AddSingleton<NavigationManager>(new At(address))
            .AddSupplyValueFromQueryProvider()
            .AddSingleton(new JobBell([]))
            .AddSingleton(new SmtpSettings())
            .AddSingleton<TimeProvider>(new FakeTimeProvider(AMail.Morning))
            .AddSingleton<MailDesk>());

    private sealed class NothingFails : IErrorBoundaryLogger
    {
        public ValueTask LogErrorAsync(Exception exception) => ValueTask.FromException(exception);
    }

    private sealed class SignedIn(string role) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, role)], "test"))));
    }

    private sealed class At : NavigationManager
    {
        public At(string address) => Initialize("https://live.example.be/", "https://live.example.be/" + address);
    }
}
