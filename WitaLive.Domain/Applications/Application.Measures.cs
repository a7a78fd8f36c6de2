using WitaLive.Domain.Rules;
using Steps = WitaLive.Domain.Result<System.Collections.Immutable.ImmutableArray<WitaLive.Domain.Applications.ApplicationEvent>>;

namespace WitaLive.Domain.Applications;

// What is asked for against somebody: they are invited to be heard at once, and dealt with without them only when they wish so or say nothing.
public sealed partial record Application
{
    /// <summary>Whether the notification of its decision has to say how long the measure lasts: always for a suspension, and for the ban of an annulment unless that is fixed.</summary>
    /// <remarks>Source: royal decree of 13 March 2023, art. 19 and 28.</remarks>
    public bool NeedsUntil(Procedure rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Measure is not null && rule.MeasureIn(Measure.Kind) is { } measure && (Outcome == MeasureRule.Suspension || (Outcome == MeasureRule.Annulment && !measure.BanIsFixed));
    }

    private Steps Request(RequestMeasure request, Procedure rule, DateOnly on)
    {
        var sought = request.Sought with { Reasons = FreeText.Of(request.Sought.Reasons), Address = FreeText.Of(request.Sought.Address ?? "") is { Length: > 0 } address ? address : null };
        if (State != ApplicationState.Draft)
            return new ApplicationIsElsewhere();
        if (rule.MeasureIn(sought.Kind) is not { } measure || !measure.Requesters.Contains(sought.Requester) || !measure.Grounds.Contains(sought.Ground)
            || sought.Reasons.Length is 0 or > LongestText)
            return new MeasureNeedsReasons(LongestText);
        if (sought.Address?.Length > MeasureSought.LongestAddress)
            return new TextTooLong(MeasureSought.LongestAddress);
        if (sought.RequestedOn > on)
            return new RequestDayUnusable();
        return request.HasOpen ? new MeasureIsSought() : Happened(new MeasureRequested(sought, request.IsByLetter), new InvitedToHearing());
    }

    // What lies here unposted is told where the person reads now: the invitation at once, a reminder when silence is next looked at. What was posted was told.
    // Also of what is decided: the chair may take that back, and then the person is reached by mail and by nothing else.
    private Steps Found() => !IsByLetter ? Happened()
        : IsInvitationUnposted ? Happened(new AccountFound(), new InvitedToHearing()) : Happened(new AccountFound());

    private Steps Forgo(ForgoHearing forgo)
    {
        if (!IsAgainst || InvitedOn is null)
            return new ApplicationIsElsewhere();
        var said = FreeText.Of(forgo.Said);
        return said.Length > LongestText ? new TextTooLong(LongestText) : Happened(new HearingForgone(said, BySilence: false));
    }

    private Steps Notify(NotifyDecision notify, Procedure rule, DateOnly on)
    {
        if (State != ApplicationState.Decided || (notify.Number <= NotifiedNumber && !UntilFollows))
            return new ApplicationIsElsewhere();
        if (UntilFollows && notify.Number <= NotifiedNumber)
            notify = notify with { Day = NotifiedOn!.Value, Number = NotifiedNumber, UntilFollows = false }; // it was notified; now is said how long the measure lasts
        if (notify.Day < DecidedOn || notify.Day > on)
            return new NotificationDayUnusable();
        if (NotifiedOn is not null && notify.Number > NotifiedNumber)
            return Happened(new DecisionNotified(notify.Day, MeasureUntil, notify.Number, UntilFollows)); // a new decision, with its own periods; how long a measure lasts was said
        if (Measure is null || rule.MeasureIn(Measure.Kind) is not { } measure)
            return Happened(new DecisionNotified(notify.Day, null, notify.Number));
        if (notify.UntilFollows && NeedsUntil(rule))
            return Happened(new DecisionNotified(notify.Day, null, notify.Number, UntilFollows: true));
        switch (Outcome)
        {
            case MeasureRule.Suspension:
                return notify.Until > DecidedOn ? Happened(new DecisionNotified(notify.Day, notify.Until, notify.Number)) : new SuspensionNeedsEnd();
            case MeasureRule.Annulment:
                var longest = notify.Day.AddYears(measure.YearsOfBan);
                var until = measure.BanIsFixed ? longest : notify.Until;
                return until > longest || until < notify.Day ? new BanIsTooLong(measure.YearsOfBan, notify.Day, longest) : Happened(new DecisionNotified(notify.Day, until, notify.Number));
            default:
                return Happened(new DecisionNotified(notify.Day, null, notify.Number));
        }
    }

    private Steps Tell(TellRequester tell, Procedure rule, DateOnly on)
    {
        if (State != ApplicationState.Decided || RequesterToldOn is not null || TellUntil(rule) is null)
            return new ApplicationIsElsewhere();
        return tell.Day < DecidedOn || tell.Day > on ? new NotificationDayUnusable() : Happened(new RequesterTold(tell.Day));
    }
}
