using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Access;

/// <summary>Knows the browsers from which somebody has signed in to an account: guessing from elsewhere does not keep its owner out of these.</summary>
/// <remarks>The device cookies of OWASP. The cookie names the device and the accounts, is protected with the keys of the site, and lets nobody in by itself.</remarks>
public sealed class KnownDevices(IDataProtectionProvider protection, IDbContextFactory<WitaLiveDb> databases, TimeProvider clock)
{
    private const string Cookie = "WitaLiveDevice";

    // A family's computer, or one of an office; the account signed in to last stands first.
    private const int MostAccounts = 8;

    private static readonly TimeSpan s_lasts = TimeSpan.FromDays(365);
    private static readonly HostPrefixCookies s_cookies = new();

    private readonly IDataProtector _protector = protection.CreateProtector("WitaLive.KnownDevice");

    /// <summary>How this device is called, when somebody has signed in from it to the account of that address; null for a stranger.</summary>
    public async Task<string?> OfAsync(HttpContext http, string address, CancellationToken ct)
    {
        if (Read(http) is not [var device, .. var accounts])
            return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var person = await db.Persons.AsNoTracking().Where(p => p.Email == Person.NormalAddress(address)).Select(p => p.Id).ToListAsync(ct);
        return person is [var id] && accounts.Contains($"{id.Value:N}") ? device : null;
    }

    public void Remember(HttpContext http, Guid account)
    {
        var known = Read(http);
        var (device, before) = known is [var first, .. var others] ? (first, others) : (Convert.ToHexString(RandomNumberGenerator.GetBytes(16)), []);
        var kept = before.Prepend($"{account:N}").Distinct().Take(MostAccounts);
        s_cookies.AppendResponseCookie(http, Cookie, _protector.Protect(string.Join(' ', kept.Prepend(device))), new()
        {
            HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true, Expires = clock.GetUtcNow() + s_lasts,
        });
    }

    private string[] Read(HttpContext http)
    {
        try
        {
            return s_cookies.GetRequestCookie(http, Cookie) is { Length: > 0 } kept ? _protector.Unprotect(kept).Split(' ') : [];
        }
        catch (CryptographicException)
        {
            return []; // made up, or of keys that are no more
        }
    }
}
