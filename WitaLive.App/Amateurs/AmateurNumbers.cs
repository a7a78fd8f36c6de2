using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;

namespace WitaLive.App.Amateurs;

/// <summary>Gives registrations their numbers, one after the other in a year. Of two at once, one is too late and asks anew.</summary>
internal static class AmateurNumbers
{
    /// <summary>I for inscription.</summary>
    public static async Task<string> NextAsync(WitaLiveDb db, DateOnly today, CancellationToken ct)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{today.Year}-I-");
        var last = await db.Set<AmateurRegistration>().Where(r => r.Number.StartsWith(prefix)).MaxAsync(r => (string?)r.Number, ct);
        var next = last is null ? 1 : int.Parse(last[prefix.Length..], CultureInfo.InvariantCulture) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{next:000000}");
    }
}
