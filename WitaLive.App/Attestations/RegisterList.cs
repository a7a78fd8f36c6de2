using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.Domain;
using WitaLive.Domain.Attestations;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Attestations;

/// <summary>What the register is narrowed to; it stands in the address.</summary>
/// <param name="Standing">A <see cref="Standing"/>; null for all.</param>
/// <param name="Type">ordinary, plus or starter; null for all.</param>
/// <param name="Search">Part of a number or of a name, with or without capitals and accents.</param>
/// <param name="ByLetter">Only those of the living without an account: no reminder reaches them but by letter.</param>
public sealed record RegisterFilter(string? Standing = null, string? Type = null, string? Search = null, int Page = 1, bool ByLetter = false);

/// <param name="Follows">The number of the attestation it replaces or follows.</param>
/// <param name="HasFile">What it was applied for with came in here and is still kept.</param>
/// <param name="DeathNotedBy">The full name of who noted that its holder died.</param>
public sealed record RegisterLine(Attestation Attestation, Standing Standing, string? Follows, bool HasFile, string DeathNotedBy);

/// <param name="Lines">One page, the latest decision first; of those by letter the one that ends first.</param>
public sealed record RegisterSheet(ImmutableArray<RegisterLine> Lines, int Total, int Pages);

/// <summary>The register of attestations (royal decree, art. 20), for the secretariat.</summary>
public sealed class RegisterList(IDbContextFactory<WitaLiveDb> databases, RuleBook rules, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>The types there are.</summary>
    public ImmutableArray<string> Types => [.. rules.On(Today).Thresholds.ValidityInYears.Keys.Order(StringComparer.Ordinal)];

    private DateOnly Today => clock.GetUtcNow().DayInBrussels();

    public async Task<RegisterSheet> ReadAsync(ClaimsPrincipal who, RegisterFilter filter, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        var (today, all) = (Today, db.Set<Attestation>().AsNoTracking());
        var kept = (await AttestationReading.KeptAsync(db, today, rules.On(today).Procedure.Renewal, all, ct)).ToList();
        var found = Enum.TryParse<Standing>(filter.Standing, out var standing) && Enum.IsDefined(standing) ? Of(all, standing, today, kept) : all;
        if (filter.Type is { Length: > 0 } type)
            found = found.Where(a => a.Type == type);
        if (filter.ByLetter)
            found = found.Where(a => a.HolderId == null && a.DiedOn == null);
        if (filter.Search?.Trim() is { Length: > 0 } search)
        {
            var part = SearchText.Fold(search);
            found = found.Where(a => a.Searched.Contains(part));
        }

        var total = await found.CountAsync(ct);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page, 1, pages);
        var ordered = filter.ByLetter ? found.OrderBy(a => a.Until).ThenBy(a => a.Number) : found.OrderByDescending(a => a.DecidedOn).ThenByDescending(a => a.Number);
        var shown = await ordered.Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var previous = shown.Select(a => a.PreviousId).OfType<Guid>().ToList();
        var numbers = await all.Where(a => previous.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Number, ct);
        var files = shown.Where(a => a.HolderId is not null).Select(a => a.FileId).OfType<FileId>().ToList();
        var there = (await db.Set<ApplicationFile>().Where(f => files.Contains(f.Id)).Select(f => f.Id).ToListAsync(ct)).ToHashSet();
        var noted = shown.Where(a => a.DiedOn is not null).Select(a => a.DeathNotedBy).OfType<PersonId>().ToList();
        var names = await db.Persons.AsNoTracking().Where(p => noted.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.FullName, ct);
        return new(
            [
                .. shown.Select(a => new RegisterLine(
                    a, a.On(today, kept.Contains(a.Id)), a.PreviousId is { } before ? numbers.GetValueOrDefault(before) : null, a.FileId is { } file && there.Contains(file),
                    a.DeathNotedBy is { } by ? names.GetValueOrDefault(by, "") : "")),
            ], total, pages);
    }

    private static IQueryable<Attestation> Of(IQueryable<Attestation> all, Standing standing, DateOnly today, List<Guid> kept)
    {
        if (standing == Standing.Annulled)
            return all.Where(a => a.Measure == MeasureRule.Annulment);
        var existing = all.Where(a => a.Measure == null || a.Measure != MeasureRule.Annulment);
        var living = existing.Where(a => a.DiedOn == null || a.DiedOn > today);
        return standing switch
        {
            Standing.Waiting => living.Where(a => a.From > today && a.Until >= a.From),
            Standing.Over => existing.Where(a => a.DiedOn <= today || (a.Until < today && !kept.Contains(a.Id))),
            Standing.Suspended => living.Where(a => a.Measure != null && a.MeasureFrom <= today && (a.MeasureUntil == null || a.MeasureUntil >= today)
                && a.From <= today && (a.Until >= today || kept.Contains(a.Id))),
            _ => living.Where(a => a.Measure == null || a.MeasureFrom > today || a.MeasureUntil < today)
                .Where(a => standing == Standing.Valid ? a.From <= today && a.Until >= today : kept.Contains(a.Id)),
        };
    }
}
