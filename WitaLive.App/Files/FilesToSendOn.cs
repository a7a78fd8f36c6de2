using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Files;

/// <summary>A file that waits for a meeting of its chamber.</summary>
/// <param name="Others">Where else it may go, those of its art first.</param>
public sealed record SendableFile(ApplicationFile File, ChamberOnDay? Chamber, ImmutableArray<ChamberOnDay> Others);

public sealed record SendablePage(ImmutableArray<SendableFile> Files, int Total, int Pages);

/// <summary>What the President looks through to send a file to another chamber.</summary>
public sealed class FilesToSendOn(IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>How many wait; none for who is neither President nor vice-president.</summary>
    public async Task<int> CountAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        await using var db = await databases.CreateDbContextAsync(ct);
        return (await directory.ReadAsync(db, clock.GetUtcNow().DayInBrussels(), ct)).IsPresidedBy(SignedInPerson.Of(who)!.Id) ? await Waiting(db).CountAsync(ct) : 0;
    }

    /// <summary>The earliest legal date first; null for who is neither President nor vice-president.</summary>
    public async Task<SendablePage?> ReadAsync(ClaimsPrincipal who, string? search, int page, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        await using var db = await databases.CreateDbContextAsync(ct);
        var commission = await directory.ReadAsync(db, clock.GetUtcNow().DayInBrussels(), ct);
        if (!commission.IsPresidedBy(SignedInPerson.Of(who)!.Id))
            return null;
        var files = Waiting(db);
        if (search?.Trim() is { Length: > 0 } words)
        {
            var part = SearchText.Fold(words);
            files = files.Where(f => f.Searched.Contains(part));
        }
        var total = await files.CountAsync(ct);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var shown = await files.OrderBy(f => f.DueOn == null).ThenBy(f => f.DueOn).ThenBy(f => f.Number).Skip((Math.Clamp(page, 1, pages) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var rows = ImmutableArray.CreateBuilder<SendableFile>(shown.Count);
        foreach (var file in shown)
        {
            // Only an appeal's journal says more of where it may go than its row.
            var application = file.AppealOfId is null ? new Application() : await FileJournal.ReadAsync(db, file.Id, ct);
            rows.Add(new(file, commission.Chamber(file.ChamberId!.Value), [.. Routing.For(commission, file, application).Where(chamber => chamber.Id != file.ChamberId)]));
        }
        return new(rows.MoveToImmutable(), total, pages);
    }

    private static IQueryable<ApplicationFile> Waiting(WitaLiveDb db) =>
        db.Set<ApplicationFile>().AsNoTracking().Where(ApplicationFile.AreKept).Where(f => f.ChamberId != null && (f.State == FileState.Ready || f.State == FileState.Postponed));
}
