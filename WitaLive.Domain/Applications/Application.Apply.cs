using System.Diagnostics;

namespace WitaLive.Domain.Applications;

// What is so after each event. Trusts the journal: whatever stands there was decided once.
public sealed partial record Application
{
    private Application Changed(ApplicationEvent happened) => happened switch
    {
        ApplicationSubmitted => this with { State = ApplicationState.Submitted, SubmittedAt = happened.At },
        AppealFiled appeal => this with { State = ApplicationState.Submitted, SubmittedAt = happened.At, Appeal = appeal, Measure = appeal.Measure },
        MeasureRequested request => this with { State = ApplicationState.AwaitingHearing, SubmittedAt = happened.At, Measure = request.Sought, IsByLetter = request.IsByLetter },
        LetterPosted posted => Posted(posted.Day),
        MeetingLetterPosted posted => this with { ToldByLetter = (posted.HeardAt, posted.Place) },
        AccountFound => this with { IsByLetter = false, Reminders = LetterDueSince is null || Reminders == 0 ? Reminders : Reminders - 1, LetterDueSince = null },
        HearingForgone forgone => Attended(happened.On).Resting() with { SaidInstead = forgone.Said.Length > 0 ? forgone.Said : SaidInstead },
        RequesterTold told => this with { RequesterToldOn = told.Day },
        InformationRequested asked => (this with
        {
            State = ApplicationState.AwaitingInformation,
            Points = [.. Points, .. asked.Points.Select(point => new AskedPoint(point.Id, point.Text, asked.On))],
        }).HeardFrom(asked.On),
        PointAnswered answered => Closed(answered.Point, point => point with { ClosedOn = answered.On, Answer = answered.Answer, Proofs = answered.Proofs }).HeardFrom(answered.On),
        PointDropped dropped => Closed(dropped.Point, point => point with { ClosedOn = dropped.On }),
        ApplicantReminded => this with { Reminders = Reminders + 1, RemindedOn = happened.On, LetterDueSince = IsByLetter ? happened.On : null },
        CancelledForSilence => Ended(ApplicationState.Cancelled, happened.On),
        DeclaredComplete => this with { State = ApplicationState.Complete, CompleteOn = happened.On },
        InstitutionsAsked asked => this with { AtInstitutions = new(asked.On, asked.Until), InstitutionsSince = InstitutionsSince ?? asked.On },
        InstitutionsAnswered => this with
        {
            AtInstitutions = null,
            Pauses = AtInstitutions is { } asked ? Pauses.Add(new(asked.From, asked.To < happened.On ? asked.To : happened.On)) : Pauses,
        },
        RoutedToChamber routed => this with { State = State == ApplicationState.Complete ? ApplicationState.Routed : State, Chamber = routed.Chamber, Chambers = Chambers.Contains(routed.Chamber) ? Chambers : Chambers.Add(routed.Chamber) },
        PutOnAgenda put => this with { State = ApplicationState.OnAgenda, Agenda = (put.Meeting, put.StartsAt) },
        TakenOffAgenda => (this with { Agenda = null }).Resting(),
        InvitedToHearing when IsByLetter => this with { InvitedOn = happened.On, SilentSince = null, Reminders = 0, LetterDueSince = happened.On },
        InvitedToHearing => (this with { InvitedOn = happened.On, WasPosted = false }).HeardFrom(happened.On),
        HearingConfirmed => Attended(happened.On).Resting(),
        ChamberConcluded concluded => Concluded(concluded),
        // Its meeting deals with it again: what was asked because of the conclusion is asked no longer.
        ChamberUndid => CloseAll(happened.On) with { State = ApplicationState.OnAgenda, Agenda = (LastMeeting!.Value, happened.At), Outcome = null, Marks = [], ReferredTo = ReferredBefore, DecidedOn = null, NotifiedOn = null, NotifiedNumber = 0, MeasureUntil = null, UntilFollows = false, RequesterToldOn = null },
        DecisionNotified notified => this with { NotifiedOn = notified.Day, NotifiedNumber = notified.Number, MeasureUntil = notified.Until, UntilFollows = notified.UntilFollows, IsExecutionNotified = JudgedOn is not null },
        DecisionCorrected corrected => this with { Corrected = (corrected.Number, corrected.On) },
        JudgmentReplaced judged => this with { Outcome = judged.Outcome, JudgedOn = judged.Day, IsExecutionNotified = false },
        ApplicantWrote => HeardFrom(happened.On),
        ApplicationWithdrawn => Ended(ApplicationState.Withdrawn, happened.On),
        _ => throw new UnreachableException($"Nobody knows what {happened.GetType().Name} does to an application."),
    };

    // Nobody is silent to an invitation that was not posted: their time begins with it.
    private Application Posted(DateOnly day) => Reminders == 0 ? this with { InvitedOn = day, SilentSince = day, LetterDueSince = null, WasPosted = true } : this with { RemindedOn = day, LetterDueSince = null };

    private Application Concluded(ChamberConcluded concluded)
    {
        var after = this with
        {
            Agenda = null,
            LastMeeting = concluded.Meeting,
            Outcome = concluded.Outcome,
            Marks = concluded.Marks ?? [],
            ReferredBefore = ReferredTo,
            ReferredTo = concluded.ReferTo ?? ReferredTo,
        };
        return concluded.Answer switch
        {
            ChamberAnswer.Decided => after.Ended(ApplicationState.Decided, concluded.On) with { DecidedOn = concluded.On },
            ChamberAnswer.Withdrawn => after.Ended(ApplicationState.Withdrawn, concluded.On),
            ChamberAnswer.HearingAsked => after with { State = ApplicationState.AwaitingHearing },
            ChamberAnswer.InformationAsked when Measure is null => after with { State = ApplicationState.AwaitingInformation },
            _ => after.Resting(),
        };
    }

    // Where it waits when nobody owes anything.
    private Application Resting() => this with
    {
        State = CompleteOn is null && !IsAgainst ? ApplicationState.Submitted
            : ReferredTo is not null ? ApplicationState.Referred
            : Chamber is null ? ApplicationState.Complete
            : ApplicationState.Routed,
    };

    private Application Closed(PointId id, Func<AskedPoint, AskedPoint> close)
    {
        var after = this with { Points = [.. Points.Select(point => point.Id == id ? close(point) : point)] };
        return after.OpenPoints.Any() ? after : after.Resting() with { SilentSince = null, Reminders = 0 };
    }

    private Application HeardFrom(DateOnly day) => this with { SilentSince = OpenPoints.Any() || InvitedOn is not null ? day : null, Reminders = 0 };

    private Application Attended(DateOnly day) => this with
    {
        InvitedOn = null,
        SilentSince = null,
        Reminders = 0,
        LetterDueSince = null,
        Pauses = InvitedOn is { } invited ? Pauses.Add(new(invited, day)) : Pauses,
    };

    private Application CloseAll(DateOnly day) => Attended(day) with { Points = [.. Points.Select(point => point.IsOpen ? point with { ClosedOn = day } : point)] };

    private Application Ended(ApplicationState state, DateOnly day) => CloseAll(day) with { State = state, Agenda = null };
}
