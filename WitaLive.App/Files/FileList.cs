using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Attestations;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.Domain;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Files;

/// <summary>What the work list is narrowed to; it stands in the address.</summary>
/// <param name="State">A <see cref="FileState"/>; null for all that is open.</param>
/// <param name="Search">Part of a number or of a name, with or without capitals and accents.</param>
/// <param name="Manager">«none» for nobody's; otherwise the id of a case manager.</param>
public sealed record FileFilter(string? State = null, string? Language = null, string? Manager = null, string? Search = null, int Page = 1);

/// <param name="Files">One page, the earliest legal date first, then by day of filing.</param>
/// <param name="Renewals">Which of them ask to follow an attestation.</param>
public sealed record WorkPage(ImmutableArray<ApplicationFile> Files, int Total, int Pages, ImmutableDictionary<PersonId, string> Managers, ImmutableHashSet<FileId> Renewals);

/// <summary>The secretariat's work list: applications that came in here.</summary>
public sealed class FileList(IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, RuleBook rules, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>Those who may be case managers: the secretariat.</summary>
    public async Task<ImmutableArray<(PersonId Id, string Name)>> ManagersAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        return [.. (await directory.ReadAsync(clock.GetUtcNow().DayInBrussels(), ct)).Secretariat.Select(p => (p.Id, p.FullName))];
    }

    public async Task<WorkPage> ReadAsync(ClaimsPrincipal who, FileFilter filter, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        var files = db.Set<ApplicationFile>().AsNoTracking().Where(ApplicationFile.AreKept);
        files = Enum.TryParse<FileState>(filter.State, out var state) && Enum.IsDefined(state)
            ? files.Where(f => f.State == state)
            : files.Where(f => f.State != FileState.Decided && f.State != FileState.Withdrawn && f.State != FileState.Cancelled);
        if (filter.Language is { Length: > 0 } language)
            files = files.Where(f => f.Language == language);
        if (filter.Manager == "none")
            files = files.Where(f => f.ManagerId == null);
        else if (Guid.TryParse(filter.Manager, out var manager))
            files = files.Where(f => f.ManagerId == new PersonId(manager));
        if (filter.Search?.Trim() is { Length: > 0 } search)
        {
            var part = SearchText.Fold(search);
            files = files.Where(f => f.Searched.Contains(part));
        }

        var total = await files.CountAsync(ct);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page, 1, pages);
        var shown = await files.OrderBy(f => f.DueOn == null).ThenBy(f => f.DueOn).ThenBy(f => f.SubmittedAt).ThenBy(f => f.Number).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var managers = shown.Select(f => f.ManagerId).OfType<PersonId>().Distinct().ToList();
        var names = (await db.Persons.AsNoTracking().Where(p => managers.Contains(p.Id)).ToListAsync(ct)).ToImmutableDictionary(p => p.Id, p => p.FullName);
        return new([.. shown], total, pages, names, await Renewed.AmongAsync(db, shown, rules.On(clock.GetUtcNow().DayInBrussels()).Procedure.Renewal, ct));
    }
}
