using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Principles;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Principles;

/// <summary>What is asked of a proposal at each step of its way: when it is written, laid before the members and put on an agenda, for between them others are adopted and people become known.</summary>
public sealed class ProposalChecks(AdoptedTexts texts, RuleBook rules)
{
    /// <summary>What is written in it cannot be adopted; null when it can.</summary>
    internal async Task<Refusal?> FlawAsync(WitaLiveDb db, Proposal proposal, CancellationToken ct)
    {
        var inForce = rules.On(texts.Today);
        if (proposal.Flaw(inForce.Principles, inForce.Composition.Domains) is { } why)
            return why;
        var there = (await texts.ReadAsync(db, proposal.Subject, proposal.Code, ct)).FirstOrDefault();
        if (proposal is { Change: ProposalChange.Begin, Subject: ProposalSubject.Activity } && there is not null)
            return new ActivityCodeTaken(proposal.Code);
        if (proposal.Change is not ProposalChange.Begin && there?.Versions[^1] is not { Until: null })
            return new NothingToChange(proposal.Code);
        if (proposal.Activities.IsEmpty)
            return null;
        var cadastre = (await texts.ReadAsync(db, ProposalSubject.Activity, null, ct)).Select(entry => entry.Code).ToHashSet();
        return proposal.Activities.FirstOrDefault(code => !cadastre.Contains(code)) is { } unknown ? new NothingToChange(unknown) : null;
    }

    /// <summary>What ends says what it said: nothing else is before the plenary.</summary>
    internal async Task<Proposal> AsItEndsAsync(WitaLiveDb db, Proposal proposal, CancellationToken ct) =>
        proposal.Change is ProposalChange.End && (await texts.ReadAsync(db, proposal.Subject, proposal.Code, ct)).FirstOrDefault()?.Versions[^1].Content.Proposal is { } held
            ? held with { Change = ProposalChange.End, From = proposal.From }
            : proposal;

    /// <summary>In how many places it surely names somebody. What ends is published already, and never again.</summary>
    internal static async Task<int> NamesAsync(WitaLiveDb db, Proposal proposal, CancellationToken ct) =>
        proposal.Change is ProposalChange.End ? 0 : (await KnownPeople.FindAsync(db, proposal, ct)).Count(trace => trace.IsCertain);

    /// <summary>As long as the plenary that dealt with it sits, it can undo what it concluded, and then votes on what it had before it.</summary>
    internal static async Task<Refusal?> SittingAsync(WitaLiveDb db, StoredProposal stored, CancellationToken ct) =>
        stored is { ItemId: not null, MeetingId: { } meeting } && await db.Set<PlannedMeeting>().AnyAsync(m => m.Id == meeting && (m.State == MeetingState.Open || m.State == MeetingState.Suspended), ct)
            ? new PlenaryStillSits()
            : null;
}
