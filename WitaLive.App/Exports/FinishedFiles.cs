using System.Collections.Concurrent;
using WitaLive.Domain;

namespace WitaLive.App.Exports;

/// <summary>Workbooks and packs of letters that are made and wait for being fetched, each once and by who made it; gone with the page they were made on.</summary>
public sealed class FinishedFiles
{
    private readonly ConcurrentDictionary<Guid, (PersonId Owner, string Name, FileStream File)> _waiting = new();

    /// <summary>A file without a name in any folder's listing: it vanishes when closed.</summary>
    public static FileStream Create() => new(Path.GetTempFileName(), new FileStreamOptions
    {
        Mode = FileMode.Open, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
    });

    /// <returns>The unguessable key under which it is fetched.</returns>
    public Guid Keep(PersonId owner, string name, FileStream file)
    {
        var key = Guid.NewGuid();
        _waiting[key] = (owner, name, file);
        return key;
    }

    /// <summary>Null when there is none under that key, or none of this person.</summary>
    public (string Name, FileStream File)? Take(Guid key, PersonId who)
    {
        if (!_waiting.TryGetValue(key, out var waiting) || waiting.Owner != who || !_waiting.TryRemove(key, out waiting))
            return null;
        waiting.File.Position = 0;
        return (waiting.Name, waiting.File);
    }

    public void Forget(Guid key)
    {
        if (_waiting.TryRemove(key, out var waiting))
            waiting.File.Dispose();
    }
}
