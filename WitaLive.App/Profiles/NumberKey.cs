using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using WitaLive.App.Data;
using WitaLive.Domain;

namespace WitaLive.App.Profiles;

/// <summary>Hashes national numbers with a key that is not in the database: whoever has one without the other can try no numbers out.</summary>
/// <remarks>Made at the first use, in the folder of keys. Several nodes share that folder, as they share those of the cookies.</remarks>
public sealed class NumberKey(DataDirectory data) : IDisposable
{
    /// <summary>So often a day one person may enter a number: enough to mistype it, too few to learn from the answers which numbers are known.</summary>
    public const int ADay = 10;

    private readonly PartitionedRateLimiter<PersonId> _tries = PartitionedRateLimiter.Create<PersonId, PersonId>(person => RateLimitPartition.GetFixedWindowLimiter(
        person, _ => new FixedWindowRateLimiterOptions { PermitLimit = ADay, Window = TimeSpan.FromDays(1), QueueLimit = 0 }));

    private readonly Lazy<byte[]> _key = new(() => KeyFile.ReadOrMake(Path.Combine(data.Keys, "national-number.key")));

    /// <summary>False when this person has tried enough for now.</summary>
    public bool MayTry(PersonId person)
    {
        using var lease = _tries.AttemptAcquire(person);
        return lease.IsAcquired;
    }

    public void Dispose() => _tries.Dispose();

    public byte[] HashOf(string digits) => HMACSHA256.HashData(_key.Value, Encoding.ASCII.GetBytes(digits));
}
