using System.Security.Cryptography;

namespace WitaLive.App.Data;

/// <summary>A key that nobody chooses: random bytes in a file that only the app reads, made at its first use.</summary>
internal static class KeyFile
{
    private const int Bytes = 32;

    /// <exception cref="InvalidDataException">What is there is no such key.</exception>
    public static byte[] ReadOrMake(string path)
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
