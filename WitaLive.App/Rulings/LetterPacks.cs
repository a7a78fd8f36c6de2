using System.IO.Compression;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Exports;
using WitaLive.App.Papers;
using WitaLive.Domain;

namespace WitaLive.App.Rulings;

/// <summary>Packs the printed letters of a meeting into one file, for whoever puts them into envelopes.</summary>
public sealed class LetterPacks(IDbContextFactory<WitaLiveDb> databases, PaperFiles papers, FinishedFiles files)
{
    private const string Name = "letters.zip";

    /// <returns>The key under which it is fetched once; null when no letter of the meeting was printed.</returns>
    public async Task<Guid?> PackAsync(ClaimsPrincipal who, MeetingId meeting, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        var printed = await db.Set<Ruling>().AsNoTracking().Where(r => r.MeetingId == meeting && r.PaperId != null).ToListAsync(ct);
        if (printed.Count == 0)
            return null;
        var file = FinishedFiles.Create();
        try
        {
            await WriteAsync(printed, file, ct);
            var key = files.Keep(SignedInPerson.Of(who)!.Id, Name, file);
            file = null;
            return key;
        }
        finally
        {
            if (file is not null)
                await file.DisposeAsync();
        }
    }

    public void Forget(Guid? pack)
    {
        if (pack is { } key)
            files.Forget(key);
    }

    private async Task WriteAsync(List<Ruling> printed, Stream to, CancellationToken ct)
    {
        await using var pack = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var ruling in printed)
        {
            if (ruling is not { PaperId: { } printedAs, Letter: { } letter } || papers.Open(printedAs) is not { } paper)
                continue;
            await using (paper)
            await using (var entry = await pack.CreateEntry(RulingLetters.NameOf(letter), CompressionLevel.NoCompression).OpenAsync(ct))
                await paper.CopyToAsync(entry, ct);
        }
    }
}
