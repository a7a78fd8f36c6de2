using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Meetings;

/// <summary>A member's request in writing that something be added to an agenda that is out already.</summary>
/// <param name="On">When it reached the chair.</param>
public sealed record LateRequest(PersonId By, DateOnly On);

/// <summary>Whether something may still be put on an agenda in planning. In the meeting itself, everyone present may agree to it.</summary>
/// <remarks>Source: rules of procedure, art. 5 § 2 and 23 § 3 and 4.</remarks>
public sealed class LateItems(TimeProvider clock)
{
    private static readonly ImmutableArray<string> s_requests = ["ROI 5 §2"];
    private static readonly ImmutableArray<string> s_drafts = ["ROI 23 §3"];
    private static readonly ImmutableArray<string> s_papers = ["ROI 23 §4"];

    /// <summary>Why a text can no longer be laid before the members in planning; null when it can. Files of applicants are no drafts.</summary>
    public Refusal? WhyNoPaper(PlannedMeeting meeting, AgendaLine line, RulesInForce rules) =>
        line.FileId is null && meeting.State is MeetingState.Planned && LateDraft(meeting, rules) is { } latest
            ? new PaperTooLate(latest, s_papers)
            : null;

    /// <summary>Why a proposal can no longer go on the agenda; null when it can.</summary>
    /// <remarks>
    /// Not in the meeting either: by art. 5 § 3 members may agree to talk of what is on no agenda, but what adopting would publish must have been in their hands for a week (art. 23 § 3 and 4),
    /// and no text read makes an exception for urgency.
    /// </remarks>
    public Refusal? WhyNoProposal(PlannedMeeting meeting, RulesInForce rules) =>
        LateDraft(meeting, rules) is { } latest ? new ProposalTooLate(latest, s_drafts) : Closed(meeting, rules);

    /// <param name="isDraft">A text to be debated or voted on, not a file.</param>
    /// <returns>Null when it may.</returns>
    public Refusal? WhyNot(PlannedMeeting meeting, MeetingPeople people, RulesInForce rules, bool isDraft, LateRequest? request)
    {
        var (today, day) = (clock.GetUtcNow().DayInBrussels(), meeting.StartsAt.DayInBrussels());
        if (isDraft && LateDraft(meeting, rules) is { } latestDraft)
            return new DraftTooLate(latestDraft, s_drafts);
        if (meeting.ConvenedAt is null)
            return null;
        var latest = rules.Notice.LatestAddition(day);
        return request switch
        {
            null => Closed(meeting, rules),
            _ when !people.Seats.Any(seat => seat.IsHeldBy(request.By)) => new RequesterNotMember(),
            _ when request.On > today => new RequestInFuture(),
            _ when request.On > latest => new RequestTooLate(latest, s_requests),
            _ => null,
        };
    }

    // The last day on which members could have had a draft, once it is over.
    private DateOnly? LateDraft(PlannedMeeting meeting, RulesInForce rules) =>
        rules.Planning.LatestDraft(meeting.Formation, meeting.StartsAt.DayInBrussels()) is { } latest && clock.GetUtcNow().DayInBrussels() > latest ? latest : null;

    private AgendaClosed? Closed(PlannedMeeting meeting, RulesInForce rules) => meeting.AgendaClosedSince(rules.Notice, clock.GetUtcNow()) is { } last ? new(last) : null;
}
