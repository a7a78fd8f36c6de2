using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Principles;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Principles;

/// <summary>What was adopted, when, and by which proposal; an activity of the list with which the cadastre begins was adopted by none.</summary>
/// <param name="Proposal">With the translations that were put right since.</param>
public sealed record AdoptedText(Proposal Proposal, string? Number, DateOnly? AdoptedOn)
{
    /// <summary>Translations that were put right, and when last.</summary>
    public ImmutableArray<(string Language, DateTimeOffset At)> Corrected { get; init; } = [];
}

/// <summary>A decision of principle or an activity of the cadastre with all its versions, earliest first.</summary>
public sealed record AdoptedHistory(string Code, ImmutableArray<DatedVersion<AdoptedText>> Versions)
{
    public DatedVersion<AdoptedText>? On(DateOnly day) => Versions.On(day);

    /// <summary>What holds on a day; otherwise what is to come, or what held last.</summary>
    public DatedVersion<AdoptedText> Near(DateOnly day) => On(day) ?? Versions.FirstOrDefault(version => version.From > day) ?? Versions[^1];
}

/// <summary>The decisions of principle and the cadastre as anyone may read them: from what the plenary adopted and can no longer take back, and the list with which the cadastre begins.</summary>
public sealed class AdoptedTexts(IDbContextFactory<WitaLiveDb> databases, RuleBook rules, TimeProvider clock)
{
    public DateOnly Today => clock.GetUtcNow().DayInBrussels();

    /// <summary>All there are, by code.</summary>
    public async Task<ImmutableArray<AdoptedHistory>> ReadAsync(ProposalSubject subject, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await ReadAsync(db, subject, null, ct, told: true);
    }

    public async Task<AdoptedHistory?> FindAsync(ProposalSubject subject, string code, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return (await ReadAsync(db, subject, code, ct, told: true)).FirstOrDefault();
    }

    /// <summary>What was adopted about the activities of an application.</summary>
    public async Task<ActivityReadings> AboutAsync(IEnumerable<Activity> activities, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var chosen = activities.Select(activity => activity.Entry?.Code).ToHashSet();
        return new(
            [.. (await ReadAsync(db, ProposalSubject.Activity, null, ct, told: true)).Where(entry => chosen.Contains(entry.Code))],
            AdoptedOnDay.Of(await ReadAsync(db, ProposalSubject.Principle, null, ct, told: true), Today, null, null).Holding);
    }

    /// <summary>The activities there are, to choose one's own from.</summary>
    public async Task<ImmutableArray<CadastreOption>> OptionsAsync(string language, CancellationToken ct)
    {
        var today = Today;
        return
        [
            .. from entry in await ReadAsync(ProposalSubject.Activity, ct)
               let near = entry.Near(today)
               let proposal = near.Content.Proposal
               select new CadastreOption(new(entry.Code, near.Number), proposal.Domains[0], proposal.Kind, proposal.Wording.Title(language).Text, near.HoldsOn(today)),
        ];
    }

    /// <summary>From when on anyone may read what is adopted: the plenary can take it back until then.</summary>
    internal DateTimeOffset ToldFrom(DateTimeOffset adoptedAt) => adoptedAt + rules.On(Today).Planning.UndoFor;

    internal bool IsTold(DateTimeOffset adoptedAt) => ToldFrom(adoptedAt) < clock.GetUtcNow();

    /// <param name="told">Only what anyone may be told of: not what the plenary can still take back.</param>
    internal async Task<ImmutableArray<AdoptedHistory>> ReadAsync(WitaLiveDb db, ProposalSubject subject, string? code, CancellationToken ct, bool told = false)
    {
        var stood = told ? clock.GetUtcNow() - rules.On(Today).Planning.UndoFor : DateTimeOffset.MaxValue;
        var adopted = await db.Set<StoredProposal>().AsNoTracking()
            .Where(p => p.Stage == ProposalStage.Adopted && p.AdoptedAt < stood && p.Subject == subject && (code == null || p.Code == code)).ToListAsync(ct);
        var corrected = (await (
            from correction in db.Set<TranslationCorrection>().AsNoTracking()
            join proposal in db.Set<StoredProposal>() on correction.ProposalId equals proposal.Id
            where proposal.Stage == ProposalStage.Adopted && proposal.Subject == subject && (code == null || proposal.Code == code) && correction.At >= proposal.AdoptedAt
            orderby correction.At
            select correction).ToListAsync(ct)).ToLookup(correction => correction.ProposalId);
        var begun = subject is ProposalSubject.Activity ? rules.On(Today).Cadastre.Adopted().Where(one => code is null || one.Code == code) : [];
        return
        [
            .. begun.Select(one => (one.From!.Value, new AdoptedText(one, null, null)))
                .Concat(adopted.OrderBy(p => p.AdoptedAt).ThenBy(p => p.Number, StringComparer.Ordinal)
                    .Select(p => (Stored: p, Proposal: p.Read()))
                    .Select(one => (From: one.Proposal.HoldsFrom(one.Stored.AdoptedOn!.Value), Text(one.Stored, one.Proposal, corrected[one.Stored.Id]))))
                .GroupBy(one => one.Item2.Proposal.Code)
                .Select(same => new AdoptedHistory(same.Key, Timeline.Of(same.Select(one => new Adopted<AdoptedText>(one.Item2.Proposal.Change, one.Item1, one.Item2)))))
                .Where(history => !history.Versions.IsEmpty)
                .OrderBy(history => history.Code, StringComparer.Ordinal),
        ];
    }

    private static AdoptedText Text(StoredProposal adopted, Proposal proposal, IEnumerable<TranslationCorrection> corrected)
    {
        var rows = corrected.ToList();
        return new(rows.Count == 0 ? proposal : proposal with { Wording = rows.Aggregate(proposal.Wording, (wording, one) => wording.With(one.Read())) }, adopted.Number, adopted.AdoptedOn)
        {
            Corrected = [.. rows.GroupBy(one => one.Language).Select(same => (same.Key, same.Max(one => one.At))).OrderBy(one => one.Key, StringComparer.Ordinal)],
        };
    }
}
