using System.Net;
using System.Text.RegularExpressions;
using WitaLive.Domain;

namespace WitaLive.Bench;

/// <summary>Someone who is signed in.</summary>
internal sealed record Visitor(string Cookie, bool Votes);

/// <summary>Signs people in by the Development page, as a person would with one click each.</summary>
internal static partial class Visitors
{
    /// <summary>Voters first, then those who look on.</summary>
    public static async Task<Visitor[]> SignInAsync(Uri site, BenchCommission commission)
    {
        var (token, antiforgery) = await FormAsync(site, "president");
        var visitors = new List<Visitor>();
        foreach (var person in commission.Voters.Concat(commission.Onlookers))
            visitors.Add(new(await SignInAsync(site, person, token, antiforgery), visitors.Count < commission.Voters.Length));
        return [.. visitors];
    }

    /// <summary>One person's cookie.</summary>
    public static async Task<string> SignInAsync(Uri site, PersonId person)
    {
        var (token, antiforgery) = await FormAsync(site, "a");
        return await SignInAsync(site, person, token, antiforgery);
    }

    private static async Task<(string Token, string Cookie)> FormAsync(Uri site, string find)
    {
        using var first = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        using var form = await first.GetAsync(new Uri(site, $"dev/sign-in?find={find}"));
        return (WebUtility.HtmlDecode(Token().Match(await form.Content.ReadAsStringAsync()).Groups[1].Value), CookiesOf(form));
    }

    private static async Task<string> SignInAsync(Uri site, PersonId person, string token, string antiforgery)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site, "dev/sign-in/as"))
        {
            Content = new FormUrlEncodedContent([new("person", person.Value.ToString()), new("__RequestVerificationToken", token)]),
        };
        request.Headers.Add("Cookie", antiforgery);
        request.Headers.Add("Origin", site.GetLeftPart(UriPartial.Authority));
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        using var answer = await http.SendAsync(request);
        return answer.StatusCode is HttpStatusCode.Redirect ? CookiesOf(answer) : throw new InvalidOperationException($"Signing in answered {answer.StatusCode}.");
    }

    private static string CookiesOf(HttpResponseMessage answer) => string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
