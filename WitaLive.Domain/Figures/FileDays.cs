using WitaLive.Domain.Applications;

namespace WitaLive.Domain.Figures;

/// <summary>The days of one file that figures count, as its journal tells them. The first of each stands, unless a chamber takes back what it concluded.</summary>
public sealed record FileDays
{
    private FileDays? _before;
    private bool _isToBeHeard;

    public DateOnly? ReceivedOn { get; init; }

    /// <summary>Declared complete by the secretariat.</summary>
    public DateOnly? CompleteOn { get; init; }

    /// <summary>Whether the applicant was asked anything before it was complete.</summary>
    public bool WasAsked { get; init; }

    /// <summary>Sent to another formation by a chamber that could not decide, or from which it was called.</summary>
    public DateOnly? ReferredOn { get; init; }

    /// <summary>Dealt with by a chamber after somebody had said that they would come and be heard.</summary>
    public DateOnly? HeardOn { get; init; }

    public DateOnly? DecidedOn { get; init; }

    /// <summary>What the chamber decided, whatever a court said later.</summary>
    public string? Outcome { get; init; }

    /// <summary>The first notification of what was decided.</summary>
    public DateOnly? NotifiedOn { get; init; }

    /// <summary>From here on nobody had to do anything with it: decided, withdrawn or cancelled.</summary>
    public DateOnly? EndedOn { get; init; }

    public static FileDays Of(IEnumerable<ApplicationEvent> journal) => journal.Aggregate(new FileDays(), (days, happened) => days.Apply(happened));

    public FileDays Apply(ApplicationEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return happened switch
        {
            ApplicationSubmitted or AppealFiled or MeasureRequested => this with { ReceivedOn = happened.On },
            InformationRequested when CompleteOn is null => this with { WasAsked = true },
            DeclaredComplete => this with { CompleteOn = happened.On },
            HearingConfirmed => this with { _isToBeHeard = true },
            ChamberConcluded concluded => Concluded(concluded),
            ChamberUndid => _before ?? this,
            DecisionNotified notified => Notified(notified.Day),
            ApplicationWithdrawn or CancelledForSilence => this with { EndedOn = happened.On },
            _ => this,
        };
    }

    /// <summary>What a chamber concluded on a day.</summary>
    public FileDays Concluded(ChamberConcluded concluded)
    {
        ArgumentNullException.ThrowIfNull(concluded);
        var after = this with { _before = this };
        if (_isToBeHeard && concluded.Answer is not (ChamberAnswer.HearingAsked or ChamberAnswer.Postponed))
            after = after with { HeardOn = HeardOn ?? concluded.On, _isToBeHeard = false };
        return concluded.Answer switch
        {
            ChamberAnswer.Decided => after with { DecidedOn = concluded.On, Outcome = concluded.Outcome, EndedOn = concluded.On },
            ChamberAnswer.Referred => after with { ReferredOn = ReferredOn ?? concluded.On },
            ChamberAnswer.Withdrawn => after with { EndedOn = concluded.On },
            _ => after,
        };
    }

    public FileDays Notified(DateOnly day) => this with { NotifiedOn = NotifiedOn ?? day };

    /// <summary>How it was before what a chamber concluded and took back, where only this much is known of it.</summary>
    public FileDays Undone(DateOnly concludedOn) => _before
        ?? this with { DecidedOn = null, Outcome = null, NotifiedOn = null, EndedOn = null, ReferredOn = ReferredOn == concludedOn ? null : ReferredOn };

    public bool Equals(FileDays? other) => other is not null && Told == other.Told;

    public override int GetHashCode() => Told.GetHashCode();

    private (DateOnly?, DateOnly?, bool, DateOnly?, DateOnly?, DateOnly?, string?, (DateOnly?, DateOnly?)) Told =>
        (ReceivedOn, CompleteOn, WasAsked, ReferredOn, HeardOn, DecidedOn, Outcome, (NotifiedOn, EndedOn));
}
