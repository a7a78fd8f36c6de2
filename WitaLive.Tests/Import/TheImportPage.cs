using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using WitaLive.App.Import;
using WitaLive.Tests.Chambers;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;

namespace WitaLive.Tests.Import;

public class TheImportPage
{
    [Theory]
    [InlineData("fr", "Organisme", "Le siège 3 appartient à un autre organisme.", "ONEM, ou un autre numéro de siège")]
    [InlineData("nl", "Instelling", "Zetel 3 behoort tot een andere instelling.", "ONEM, of een ander zetelnummer")]
    [InlineData("de", "Einrichtung", "Sitz 3 gehört zu einer anderen Einrichtung.", "ONEM oder eine andere Sitznummer")]
    [InlineData("en", "Body", "Seat 3 belongs to another body.", "ONEM, or another seat number")]
    public async Task Says_which_cell_is_wrong_and_what_is_expected(string language, params string[] said)
    {
        var preview = new ImportPreview(1, [new(7, "Body", "ONSS", "OtherBody", ["3", "ONEM"])], [("NewPersons", 1)], [], IsWritten: false);

        var html = await Rendered.AsHtml<ImportResult>(language, new() { [nameof(ImportResult.Preview)] = preview });

        Assert.All(said, text => Assert.Contains(text, html, StringComparison.Ordinal));
        Assert.DoesNotContain("class=\"primary", html, StringComparison.Ordinal); // nothing to confirm while something is wrong
    }

    [Fact]
    public async Task Offers_to_confirm_what_would_change()
    {
        var preview = new ImportPreview(1, [], [("NewPersons", 1)], [new(2, "An Peeters", "NL", "new")], IsWritten: false);

        var html = await Rendered.AsHtml<ImportResult>("en", new() { [nameof(ImportResult.Preview)] = preview });

        Assert.Contains("Store these changes", html, StringComparison.Ordinal);
        Assert.Contains("An Peeters", html, StringComparison.Ordinal);
    }

    [Theory, InlineData("fr", "25 Mo"), InlineData("nl", "25 MB"), InlineData("de", "25 MB"), InlineData("en", "25 MB")]
    public async Task Says_beforehand_how_large_a_file_may_be(string language, string limit)
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);

        var html = await Rendered.AsHtml<ImportPage>(language, [], services => services
            .AddSingleton<AuthenticationStateProvider>(new Nobody())
            .AddSingleton<IJSRuntime>(new NoBrowser())
            .AddSingleton<Importers>().AddSingleton<ApplicationImport>(_ => null!).AddSingleton<TransitionalImport>(_ => null!)
            .AddSingleton(new MemberImport(databases, Demo.Law))
            .AddSingleton(new AgendaImport(databases, Demo.Law, Demo.Rules, AgendaNames.Shipped, TimeProvider.System)));

        Assert.Contains(limit, html, StringComparison.Ordinal);
        Assert.Contains("/import/template/members.xlsx", html, StringComparison.Ordinal);
        Assert.Matches("<input[^>]*id=\"import-file\"[^>]* disabled", html); // until it would hear of a file
    }

    private sealed class Nobody : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(new ClaimsPrincipal()));
    }

    private sealed class NoBrowser : IJSRuntime
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => throw new NotSupportedException();

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => throw new NotSupportedException();
    }
}
