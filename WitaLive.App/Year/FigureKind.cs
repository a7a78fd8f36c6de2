namespace WitaLive.App.Year;

/// <summary>What a figure counts. What it is called and what it counts in words are the texts Name_ and Counts_ with the kind.</summary>
public enum FigureKind
{
    /// <summary>Applications sent in.</summary>
    Received,

    /// <summary>Internal appeals that came in.</summary>
    Appeals,

    /// <summary>Applications declared complete.</summary>
    Complete,

    /// <summary>Of these, without a question to the applicant.</summary>
    CompleteAtOnce,

    /// <summary>Files sent to another formation.</summary>
    Referred,

    /// <summary>Files dealt with after a hearing.</summary>
    Heard,

    /// <summary>Applications and appeals decided; its parts are the outcomes.</summary>
    Decided,

    /// <summary>Attestations delivered; its parts are the types.</summary>
    Granted,

    /// <summary>Applications and appeals refused; its parts are the reasons.</summary>
    Refused,

    /// <summary>Decided on the legal date at the latest.</summary>
    InTime,

    /// <summary>Decided within the months of the law, no day taken out.</summary>
    InPlainTime,

    /// <summary>Applications and appeals withdrawn or cancelled.</summary>
    Ended,

    /// <summary>Decisions notified.</summary>
    Notified,

    /// <summary>Applications and appeals that waited for a decision on a day; its parts are ages.</summary>
    Stock,

    /// <summary>Attestations that had effect on a day; its parts are the types.</summary>
    Circulation,

    /// <summary>Meetings held; its parts are formation and language.</summary>
    Held,

    /// <summary>Meetings that failed for want of a quorum; its parts as above.</summary>
    Failed,

    /// <summary>The same meetings by what was wanting, which may be several things; its parts are blocs and who presides.</summary>
    Wanting,

    /// <summary>Meetings called off; its parts as above.</summary>
    Cancelled,

    /// <summary>Meetings convened for the second time.</summary>
    Second,

    /// <summary>Seats at meetings; its parts are groups, and what became of the seat.</summary>
    Seats,
}
