using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.Domain;
using WitaLive.Domain.Principles;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Principles;

/// <param name="There">What can be changed or ended: what holds or is to come.</param>
/// <param name="Wanted">The languages it is written in at least.</param>
public sealed record ProposalDraft(ProposalForm Form, int Revision, ImmutableArray<AdoptedHistory> There, ImmutableArray<AdoptedHistory> Cadastre, ImmutableArray<string> Wanted);

/// <summary>What the secretariat needs to write a proposal.</summary>
public sealed class ProposalDrafts(IDbContextFactory<WitaLiveDb> databases, AdoptedTexts texts, RuleBook rules)
{
    /// <summary>Null when there is no such proposal, or it can be written no more.</summary>
    /// <param name="id">Null for a new one.</param>
    public async Task<ProposalDraft?> ReadAsync(ClaimsPrincipal who, ProposalId? id, ProposalSubject subject, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        var stored = id is { } known ? await db.Set<StoredProposal>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == known, ct) : null;
        if (id is not null && stored is not { Course.CanBeWritten: true })
            return null;
        var form = stored is null ? new ProposalForm { Subject = subject } : ProposalForm.Of(stored.Read());
        var cadastre = Open(await texts.ReadAsync(db, ProposalSubject.Activity, null, ct));
        var there = form.Subject is ProposalSubject.Activity ? cadastre : Open(await texts.ReadAsync(db, ProposalSubject.Principle, null, ct));
        return new(form, stored?.Revision ?? 0, there, cadastre, rules.On(texts.Today).Principles.LanguagesOf(form.Subject));
    }

    private static ImmutableArray<AdoptedHistory> Open(ImmutableArray<AdoptedHistory> all) => [.. all.Where(one => one.Versions[^1].Until is null)];
}
