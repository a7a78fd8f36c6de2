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

    // As many as the zeros below.
    private const int Digits = 6;

    public static async Task<string> NextAsync(WitaLiveDb db, char letter, DateOnly today, CancellationToken ct)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{today.Year}-{letter}-");
        var length = prefix.Length + Digits;
        var last = 0;
        // An imported file may be called anything, «2026-A-bis» too: it counts only if it is called as one of ours.
        await foreach (var number in db.Set<ApplicationFile>().IgnoreQueryFilters().Where(f => f.Number.StartsWith(prefix) && f.Number.Length == length)
            .OrderByDescending(f => f.Number).Select(f => f.Number).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (int.TryParse(number[prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out last))
                break;
        }
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{last + 1:000000}");
    }
}
