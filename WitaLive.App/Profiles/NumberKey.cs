using System.Security.Cryptography;
using System.Text;
using WitaLive.App.Data;

namespace WitaLive.App.Profiles;

/// <summary>Hashes national numbers with a key that is not in the database: whoever has one without the other can try no numbers out.</summary>
/// <remarks>Made at the first use, in the folder of keys. Several nodes share that folder, as they share those of the cookies.</remarks>
public sealed class NumberKey(DataDirectory data)
{
    private readonly Lazy<byte[]> _key = new(() => KeyFile.ReadOrMake(Path.Combine(data.Keys, "national-number.key")));

    public byte[] HashOf(string digits) => HMACSHA256.HashData(_key.Value, Encoding.ASCII.GetBytes(digits));
}
