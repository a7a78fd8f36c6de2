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
        using var first = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        using var form = await first.GetAsync(new Uri(site, "dev/sign-in?find=president"));
        var token = Token().Match(await form.Content.ReadAsStringAsync()).Groups[1].Value;
        var antiforgery = CookiesOf(form);
        var visitors = new List<Visitor>();
        foreach (var person in commission.Voters.Concat(commission.Onlookers))
            visitors.Add(new(await SignInAsync(site, person, WebUtility.HtmlDecode(token), antiforgery), visitors.Count < commission.Voters.Length));
        return [.. visitors];
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
