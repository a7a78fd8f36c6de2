using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace WitaLive.App.Data;

/// <summary>Does a piece of work anew when another writer was first, on what is there then.</summary>
internal static class Anew
{
    // Of those who write in the same moment one gets through each time.
    private const int EnoughTries = 8;

    /// <param name="work">Begins with a context of its own, and decides nothing on what an earlier try read.</param>
    /// <exception cref="DbUpdateException">It is refused every time: then it is no other writer.</exception>
    public static async Task<T> UntilWrittenAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await work();
            }
            catch (Exception e) when (tries < EnoughTries && !ct.IsCancellationRequested && WasRefused(e))
            {
                // Another writer was first, by a version, a key or a lock.
            }
        }
    }

    // A lost serialization comes as itself, from a read as well as from a write, or in what Npgsql wraps round whatever may pass by itself.
    private static bool WasRefused(Exception e) =>
        e is DbUpdateException or DbException or InvalidOperationException { InnerException: DbUpdateException or DbException };
}
