using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.Domain;
using WitaLive.Domain.Principles;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Principles;

/// <summary>Puts translations of what was adopted right, or adds one, without a ballot: the plenary voted on the languages that the rules want, and those change by its ballot alone.</summary>
public sealed class TranslationDesk(IDbContextFactory<WitaLiveDb> databases, RuleBook rules, TimeProvider clock)
{
    /// <summary>For anyone of the Commission; null where nothing was adopted that is published.</summary>
    public async Task<TranslationSheet?> ReadAsync(ClaimsPrincipal who, ProposalId id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<StoredProposal>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is not { Stage: ProposalStage.Adopted, AdoptedAt: { } adoptedAt } stored
            || stored.Read() is not { Change: not ProposalChange.End } proposal)
            return null;
        var rows = await (
            from correction in db.Set<TranslationCorrection>().AsNoTracking()
            where correction.ProposalId == id && correction.At >= adoptedAt
            join person in db.Persons on correction.By equals person.Id into persons
            from person in persons.DefaultIfEmpty()
            orderby correction.At
            select new { Row = correction, Given = person == null ? "" : person.GivenName, Family = person == null ? "" : person.FamilyName }).ToListAsync(ct);
        var now = rows.Aggregate(proposal.Wording, (wording, one) => wording.With(one.Row.Read()));
        return new(stored.Revision, Voted(stored, proposal), now, [.. rows.Select(one => new CorrectedTranslation(one.Row.Id, one.Row.Read(), $"{one.Given} {one.Family}".Trim(), one.Row.At)).Reverse()]);
    }

    /// <param name="revision">The one that was read; another one meanwhile refuses.</param>
    /// <param name="isRead">Whoever puts it right has read it for whatever would let somebody be recognised.</param>
    public Task<Refusal?> CorrectAsync(ClaimsPrincipal who, ProposalId id, int revision, Translation said, bool isRead, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var typed = Translation.Typed(said.Language, said.Title, said.Text);
        return Anew.UntilWrittenAsync<Refusal?>(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (await db.Set<StoredProposal>().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } stored)
                return new NoSuchProposal();
            var proposal = stored.Read();
            if (stored is not { Stage: ProposalStage.Adopted, AdoptedAt: { } adoptedAt } || proposal.Change is ProposalChange.End)
                return new TranslationNotYet();
            if (stored.Revision != revision)
                return new ProposalChangedMeanwhile();
            if (typed.Flaw(proposal.Subject, Voted(stored, proposal)) is { } why)
                return why;
            if (await ProposalChecks.NamesAsync(db, proposal with { Code = "", Wording = Wording.Empty.With(typed) }, ct) is > 0 and var places)
                return new ProposalNamesSomebody(places);
            if (!isRead)
                return new ProposalNotReadOver();
            var now = clock.GetUtcNow();
            db.Add(new TranslationCorrection
            {
                Id = Guid.CreateVersion7(now), ProposalId = id, Language = typed.Language, Title = typed.Title, Text = typed.Text,
                By = SignedInPerson.Of(who)!.Id, At = now > adoptedAt ? now : adoptedAt,
            });
            stored.Touch();
            await db.SaveChangesAsync(ct);
            return null;
        }, ct);
    }

    private ImmutableArray<string> Voted(StoredProposal stored, Proposal proposal) => rules.On(stored.AdoptedOn!.Value).Principles.LanguagesOf(proposal.Subject);
}
