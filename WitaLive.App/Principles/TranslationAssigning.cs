using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Principles;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Principles;

/// <param name="Translator">Null as long as nobody has it.</param>
/// <param name="By">Who gave it, and <paramref name="At"/> when.</param>
public sealed record AwaitedTranslation(ProposalId Id, string Number, Wording Wording, string Language, PersonId? Translator, string TranslatorName, string By, DateTimeOffset? At);

/// <summary>Gives translations of proposals to somebody of the secretariat, and lists those that nobody has written yet.</summary>
public sealed class TranslationAssigning(IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, RuleBook rules, TimeProvider clock)
{
    /// <summary>What is before the members, before a plenary or adopted, in the languages in which it has no text.</summary>
    public async Task<ImmutableArray<AwaitedTranslation>> AwaitedAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await AwaitedAsync(db, null, ct);
    }

    /// <summary>Of one proposal.</summary>
    public async Task<ImmutableArray<AwaitedTranslation>> AwaitedAsync(ClaimsPrincipal who, ProposalId id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await AwaitedAsync(db, id, ct);
    }

    /// <summary>Who can be given a translation.</summary>
    public async Task<ImmutableArray<Person>> TranslatorsAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        return (await directory.ReadAsync(Today, ct)).Secretariat;
    }

    /// <param name="translator">Null takes it back from whoever has it.</param>
    public Task<Refusal?> AssignAsync(ClaimsPrincipal who, ProposalId id, string language, PersonId? translator, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        return Anew.UntilWrittenAsync<Refusal?>(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (!(await AwaitedAsync(db, id, ct)).Any(one => one.Language == language))
                return new TranslationNotAwaited();
            if (translator is { } chosen && !(await directory.ReadAsync(db, Today, ct)).Secretariat.Any(person => person.Id == chosen))
                return new TranslatorNotOfSecretariat();
            var given = await db.Set<TranslationAssignment>().SingleOrDefaultAsync(a => a.ProposalId == id && a.Language == language, ct);
            var (by, now) = (SignedInPerson.Of(who)!.Id, clock.GetUtcNow());
            switch (given, translator)
            {
                case ({ } old, null):
                    db.Remove(old);
                    break;
                case ({ } old, { } next) when old.TranslatorId != next:
                    (old.TranslatorId, old.By, old.At) = (next, by, now);
                    break;
                case (null, { } next):
                    db.Add(new TranslationAssignment { ProposalId = id, Language = language, TranslatorId = next, By = by, At = now });
                    break;
                default:
                    return null;
            }
            await db.SaveChangesAsync(ct);
            return null;
        }, ct);
    }

    private DateOnly Today => clock.GetUtcNow().DayInBrussels();

    private async Task<ImmutableArray<AwaitedTranslation>> AwaitedAsync(WitaLiveDb db, ProposalId? id, CancellationToken ct)
    {
        var rows = await db.Set<StoredProposal>().AsNoTracking()
            .Where(p => (p.Stage == ProposalStage.Discussed || p.Stage == ProposalStage.OnAgenda || p.Stage == ProposalStage.Adopted) && (id == null || p.Id == id))
            .Where(p => !db.Set<StoredProposal>().Any(later => later.Stage == ProposalStage.Adopted && later.Subject == p.Subject && later.Code == p.Code && later.AdoptedAt > p.AdoptedAt)) // of one that holds no more nothing is awaited
            .OrderBy(p => p.Number).ToListAsync(ct);
        var corrected = (await db.Set<TranslationCorrection>().AsNoTracking().Where(c => id == null || c.ProposalId == id).OrderBy(c => c.At).ToListAsync(ct)).ToLookup(c => c.ProposalId);
        var given = await (
            from assignment in db.Set<TranslationAssignment>().AsNoTracking()
            where id == null || assignment.ProposalId == id
            join translator in db.Persons on assignment.TranslatorId equals translator.Id
            join giver in db.Persons on assignment.By equals giver.Id into givers
            from giver in givers.DefaultIfEmpty()
            select new
            {
                Row = assignment,
                Translator = translator.GivenName + " " + translator.FamilyName,
                Giver = giver == null ? "" : giver.GivenName + " " + giver.FamilyName,
            }).ToListAsync(ct);
        return
        [
            .. from row in rows
               let proposal = row.Read()
               where proposal.Change is not ProposalChange.End
               let wording = corrected[row.Id].Where(c => c.At >= row.AdoptedAt).Aggregate(proposal.Wording, (said, one) => said.With(one.Read()))
               from language in Translation.Languages(rules.On(row.AdoptedOn ?? Today).Principles.LanguagesOf(proposal.Subject))
               where !wording.Titles.ContainsKey(language) || (proposal.Subject is ProposalSubject.Principle && !wording.Texts.ContainsKey(language))
               let assigned = given.FirstOrDefault(one => one.Row.ProposalId == row.Id && one.Row.Language == language)
               select new AwaitedTranslation(row.Id, row.Number, wording, language, assigned?.Row.TranslatorId, assigned?.Translator ?? "", assigned?.Giver ?? "", assigned?.Row.At),
        ];
    }
}
