using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;

namespace WitaLive.App.Files;

/// <summary>Gives files their numbers: one after the other in a year, for each letter. Of two at once, one is too late and asks anew.</summary>
internal static class FileNumbers
{
    public const char Application = 'A';

    /// <summary>R for recours, as nobody mistakes it for an application.</summary>
    public const char Appeal = 'R';

    /// <summary>M for measure: a request for a suspension or an annulment.</summary>
    public const char Measure = 'M';

    public static async Task<string> NextAsync(WitaLiveDb db, char letter, DateOnly today, CancellationToken ct)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{today.Year}-{letter}-");
        var last = await db.Set<ApplicationFile>().Where(f => f.Number.StartsWith(prefix)).MaxAsync(f => (string?)f.Number, ct);
        var next = last is null ? 1 : int.Parse(last[prefix.Length..], CultureInfo.InvariantCulture) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{next:000000}");
    }
}
