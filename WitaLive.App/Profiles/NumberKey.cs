using System.Security.Cryptography;
using System.Text;
using WitaLive.App.Data;

namespace WitaLive.App.Profiles;

/// <summary>Hashes national numbers with a key that is not in the database: whoever has one without the other can try no numbers out.</summary>
/// <remarks>Made at the first use, in the folder of keys. Several nodes share that folder, as they share those of the cookies.</remarks>
public sealed class NumberKey(DataDirectory data)
{
    private const int Bytes = 32;
    private readonly Lazy<byte[]> _key = new(() => ReadOrMake(Path.Combine(data.Keys, "national-number.key")));

    public byte[] HashOf(string digits) => HMACSHA256.HashData(_key.Value, Encoding.ASCII.GetBytes(digits));

    private static byte[] ReadOrMake(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path))
        {
            var part = $"{path}.{Guid.NewGuid():N}";
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var file = new FileStream(part, options))
            {
                file.Write(RandomNumberGenerator.GetBytes(Bytes));
                file.Flush(flushToDisk: true);
            }
            try
            {
                File.Move(part, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(part); // another node was first: its key is the key
            }
        }
        var key = File.ReadAllBytes(path);
        return key.Length == Bytes ? key : throw new InvalidDataException($"{path} is not a key of {Bytes} bytes.");
    }
}
