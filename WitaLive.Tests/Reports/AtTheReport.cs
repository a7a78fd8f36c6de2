using System.Net;
using WitaLive.Domain;

namespace WitaLive.Tests.Reports;

/// <summary>What a browser without script does at the page of a report: it signs somebody in, and sends the page's form.</summary>
internal static class AtTheReport
{
    public static async Task SignInAsync(HttpClient browser, string name)
    {
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri($"dev/sign-in?find={Uri.EscapeDataString(name)}", UriKind.Relative)));
        using var form = new FormUrlEncodedContent([new("person", page.Split("name=\"person\" value=\"")[1].Split('"')[0]), new("__RequestVerificationToken", TokenOf(page))]);
        using var answer = await browser.PostAsync(new Uri("dev/sign-in/as", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
    }

    public static async Task<string> PostAsync(HttpClient browser, MeetingId id, Dictionary<string, string> fields)
    {
        var address = new Uri($"meetings/{id.Value}/report", UriKind.Relative);
        var page = await browser.GetStringAsync(address);
        fields["__RequestVerificationToken"] = TokenOf(page);
        fields["_handler"] = "report";
        using var form = Form(page, fields);
        using var answer = await browser.PostAsync(address, form);
        return await answer.Content.ReadAsStringAsync();
    }

    // In the way that the page asks of a browser.
    private static HttpContent Form(string page, Dictionary<string, string> fields)
    {
        if (!page.Contains("enctype=\"multipart/form-data\"", StringComparison.Ordinal))
            return new FormUrlEncodedContent(fields);
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        return form;
    }

    public static string TokenOf(string page) => page.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
}
