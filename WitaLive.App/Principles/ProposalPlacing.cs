using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Principles;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Principles;

/// <summary>Puts a proposal on the agenda of a plenary, as a point that names it.</summary>
public sealed class ProposalPlacing(IDbContextFactory<WitaLiveDb> databases, AgendaPlanning planning, ProposalChecks checks, RuleBook rules, IStringLocalizer<PrincipleTexts> texts)
{
    private const int Minutes = 15;

    /// <param name="revision">The one that was read.</param>
    /// <param name="isRead">Whoever places it has read it for whatever would let somebody be recognised; nobody has to again, if it was not written in since.</param>
    public async Task<Refusal?> PlaceAsync(ClaimsPrincipal who, ProposalId id, int revision, MeetingId meeting, bool isRead, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<StoredProposal>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } read)
            return new NoSuchProposal();
        return await planning.AddProposalAsync(who, meeting, Titles(read.Number, read.Read()), new(id, read.Number), Minutes, async (now, planned) =>
        {
            var stored = await now.Set<StoredProposal>().SingleAsync(p => p.Id == id, ct);
            var proposal = stored.Read();
            if (stored.Revision != revision || stored.Revision != read.Revision)
                return new ProposalChangedMeanwhile();
            if (stored.Stage is not ProposalStage.Discussed)
                return new ProposalNotDiscussed();
            if (await ProposalChecks.SittingAsync(now, stored, ct) is { } sits)
                return sits;
            if (await checks.FlawAsync(now, proposal, ct) is { } flaw)
                return flaw;
            if (await IsRivalledAsync(now, proposal, ct))
                return new ActivityCodeTaken(proposal.Code);
            if (await ProposalChecks.NamesAsync(now, proposal, ct) is > 0 and var places)
                return new ProposalNamesSomebody(places);
            if (stored.ReadOverBy is null && !isRead)
                return new ProposalNotReadOver();
            stored.ReadOverBy ??= SignedInPerson.Of(who)!.Id;
            return planned.Formation == rules.On(planned.StartsAt.DayInBrussels()).Principles.AdoptedBy ? null : new NotForThisFormation();
        }, ct);
    }

    // Two new activities of one name before the same plenary: it could adopt both.
    private static Task<bool> IsRivalledAsync(WitaLiveDb db, Proposal proposal, CancellationToken ct) =>
        proposal is { Subject: ProposalSubject.Activity, Change: ProposalChange.Begin }
            ? db.Set<StoredProposal>().AnyAsync(p => p.Subject == ProposalSubject.Activity && p.Code == proposal.Code && p.Stage == ProposalStage.OnAgenda, ct)
            : Task.FromResult(false);

    private ImmutableSortedDictionary<string, string> Titles(string number, Proposal proposal) => Person.Languages.ToImmutableSortedDictionary(
        language => language,
        language => ReceiverLanguage.Run(language, () => texts[$"Point{proposal.Subject}{proposal.Change}", number, proposal.Wording.Title(language).Text].Value));
}
