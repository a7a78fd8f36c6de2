using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using WitaLive.App.Access;
using WitaLive.App.Bodies;
using WitaLive.App.Files;
using WitaLive.App.Profiles;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Applications;

/// <summary>What is kept about somebody who applies, to take along: the profile, every application, the attestations and what is sought against them, as they are told of it, in a form that programs read (GDPR, art. 15 and 20).</summary>
public sealed class OwnCopy(ProfileDesk profiles, ApplicationDesk applications, FileReading files, OwnHoldings holdings, Consulting consulting)
{
    public const string Address = "my/data";

    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <returns>JSON in UTF-8.</returns>
    public async Task<byte[]> WriteAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        var profile = await profiles.ReadAsync(who, ct);
        var sent = new List<object>();
        foreach (var file in await applications.MineAsync(who, ct))
        {
            if (await files.ReadOwnAsync(who, file.Id, ct) is { } sheet)
                sent.Add(new { sheet.File.Number, State = $"{sheet.File.State}", sheet.File.Language, sheet.File.SubmittedAt, sheet.Submission, Steps = Told(sheet.Events), sheet.Openings });
        }
        var asked = (await consulting.OfOwnAsync(who, ct)).Select(one => new { one.Body, one.At, one.Reason });
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                profile.Name, profile.Email, profile.Language, profile.Phone, profile.Address, NationalNumberEndsIn = profile.NumberEnd, profile.Profile, Applications = sent,
                Attestations = await holdings.AttestationsAsync(who, ct), Measures = await holdings.MeasuresAsync(who, ct), AskedAbout = asked,
            }, s_readable);
    }

    // Who of the Commission acted is not in what an applicant reads, and which chamber neither.
    internal static List<ApplicationEvent> Told(IEnumerable<ApplicationEvent> steps) => [.. steps.Where(step => step is not RoutedToChamber).Select(step => step with { By = null })];
}
