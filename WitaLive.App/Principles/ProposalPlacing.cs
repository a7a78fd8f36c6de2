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
public sealed class ProposalPlacing(IDbContextFactory<WitaLiveDb> databases, AgendaPlanning planning, RuleBook rules, IStringLocalizer<PrincipleTexts> texts)
{
    private const int Minutes = 15;

    public async Task<Refusal?> PlaceAsync(ClaimsPrincipal who, ProposalId id, MeetingId meeting, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<StoredProposal>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } read)
            return new NoSuchProposal();
        return await planning.AddProposalAsync(who, meeting, Titles(read.Number, read.Read()), new(id, read.Number), Minutes, async (now, planned) =>
        {
            var stored = await now.Set<StoredProposal>().AsNoTracking().SingleAsync(p => p.Id == id, ct);
            if (stored.Revision != read.Revision)
                return new ProposalChangedMeanwhile();
            if (stored.Stage is not ProposalStage.Discussed)
                return new ProposalNotDiscussed();
            return planned.Formation == rules.On(planned.StartsAt.DayInBrussels()).Principles.AdoptedBy ? null : new NotForThisFormation();
        }, ct);
    }

    private ImmutableSortedDictionary<string, string> Titles(string number, Proposal proposal) => Person.Languages.ToImmutableSortedDictionary(
        language => language,
        language => ReceiverLanguage.Run(language, () => texts[$"Point{proposal.Subject}{proposal.Change}", number, proposal.Wording.Title(language).Text].Value));
}
