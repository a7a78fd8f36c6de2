using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace WitaLive.Tests.Simulators;

/// <summary>The whole app in memory, asked by somebody who has not signed in.</summary>
public sealed class PublicApp : WebApplicationFactory<Program>
{
    private readonly string _data = Directory.CreateTempSubdirectory("witalive-test-").FullName;

    public async Task<(HttpResponseMessage Response, JsonNode Body)> AskAsync(string simulation, string json, string language = "en")
    {
        using var client = CreateClient();
        // The limit is per second and address; all tests here come from one.
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/simulations/{simulation}");
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
            request.Headers.AcceptLanguage.ParseAdd(language);
            var response = await client.SendAsync(request);
            if (response.Headers.RetryAfter is null)
                return (response, (await response.Content.ReadFromJsonAsync<JsonNode>())!);
            response.Dispose();
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Staging");
        builder.UseSetting("Data:Directory", _data);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_data))
            Directory.Delete(_data, recursive: true);
    }
}
