using WitaLive.App.Data;
using WitaLive.Domain;
using WitaLive.Domain.Rulings;

namespace WitaLive.App.Rulings;

/// <summary>Whether the lot of a file has its decision read over; see <see cref="ReadingLot"/> for why nobody can steer it.</summary>
/// <remarks>The key is made at the first use, in the folder of keys. Several nodes share that folder.</remarks>
public sealed class RulingLot(DataDirectory data)
{
    private readonly Lazy<byte[]> _key = new(() => KeyFile.ReadOrMake(Path.Combine(data.Keys, "reading-lot.key")));

    public bool Falls(FileId file, int oneIn) => ReadingLot.Falls(file, oneIn, _key.Value);
}
