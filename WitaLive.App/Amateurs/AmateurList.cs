using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Applications;
using WitaLive.App.Controls;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.Domain;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Amateurs;

/// <summary>What the list is narrowed to; it stands in the address.</summary>
/// <param name="Role">An <see cref="AmateurRole"/>; null for all.</param>
/// <param name="Search">Part of a number or of a name, with or without capitals and accents.</param>
/// <param name="UnderMeasure">Only those against which a measure holds or held.</param>
public sealed record AmateurFilter(string? Role = null, string? Search = null, bool UnderMeasure = false, int Page = 1);

/// <param name="Lines">One page, the newest first.</param>
public sealed record AmateurPage(ImmutableArray<AmateurRegistration> Lines, int Total, int Pages, DateOnly Today);

/// <summary>A registration that the secretariat records: of who engages amateurs, or made on paper or elsewhere.</summary>
/// <param name="Id">Made by its sender: recorded twice, it is one.</param>
public sealed record RecordedAmateur(Guid Id, string Name, AmateurRole Role, string Language, DateOnly RegisteredOn);

public sealed record AmateurUnusable(int Longest, DateOnly First) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest, First];
}

/// <summary>The register of amateurs and of who engages them, for the secretariat.</summary>
public sealed class AmateurList(IDbContextFactory<WitaLiveDb> databases, RuleBook rules, TimeProvider clock)
{
    public const int PageSize = 50;

    private const int LongestName = 200;

    public async Task<AmateurPage> ReadAsync(ClaimsPrincipal who, AmateurFilter filter, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = db.Set<AmateurRegistration>().AsNoTracking();
        if (Enum.TryParse<AmateurRole>(filter.Role, out var role) && Enum.IsDefined(role))
            found = found.Where(r => r.Role == role);
        if (filter.UnderMeasure)
            found = found.Where(r => r.Measure == MeasureRule.Suspension || r.Measure == MeasureRule.Annulment);
        if (filter.Search?.Trim() is { Length: > 0 } search)
        {
            var part = SearchText.Fold(search);
            found = found.Where(r => r.Searched.Contains(part));
        }
        var total = await found.CountAsync(ct);
        var pages = Pager.Count(total, PageSize);
        var shown = await found.OrderByDescending(r => r.RegisteredOn).ThenByDescending(r => r.Number).Skip((Math.Clamp(filter.Page, 1, pages) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return new([.. shown], total, pages, clock.GetUtcNow().DayInBrussels());
    }

    /// <returns>The registration, or why not.</returns>
    public async Task<Result<AmateurRegistration>> RecordAsync(ClaimsPrincipal who, RecordedAmateur wish, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var (name, today) = (OneLine.Of(wish.Name), clock.GetUtcNow().DayInBrussels());
        if (name.Length is 0 or > LongestName || !ApplicationDesk.Languages.Contains(wish.Language) || wish.RegisteredOn > today || wish.RegisteredOn < rules.Beginnings.Min())
            return new AmateurUnusable(LongestName, rules.Beginnings.Min());
        return await Anew.UntilWrittenAsync<Result<AmateurRegistration>>(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            if (await db.Set<AmateurRegistration>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == wish.Id, ct) is { } recorded)
                return recorded;
            var registration = new AmateurRegistration
            {
                Id = wish.Id, Number = await AmateurNumbers.NextAsync(db, today, ct), Name = name, Role = wish.Role, Language = wish.Language, RegisteredOn = wish.RegisteredOn, RecordedOn = today,
            };
            db.Add(registration);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return registration;
        }, ct);
    }
}
