using System.Linq.Expressions;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.Domain;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Files;

public enum FileState
{
    Ready,
    OnAgenda,
    Decided,
    Referred,
    Postponed,
    AwaitingHearing,
    AwaitingInformation,
    Withdrawn,

    /// <summary>Sent in; the secretariat looks whether it is complete.</summary>
    Submitted,

    /// <summary>Complete, but not yet with a chamber.</summary>
    Complete,

    /// <summary>Cancelled by the applicant's silence.</summary>
    Cancelled,
}

/// <summary>An applicant's file, as far as meetings need it.</summary>
public sealed class ApplicationFile
{
    private string? _searched;

    public required FileId Id { get; init; }

    /// <summary>Given by the secretariat, unique.</summary>
    public required string Number { get; init; }

    /// <summary>What it asks for: a kind of data/rules/file-kinds.json.</summary>
    public required string Kind { get; init; }

    public required string Applicant
    {
        get;
        set
        {
            field = value;
            SearchAnew();
        }
    }

    public required string Language { get; set; }

    public string? Domain { get; set; }

    /// <summary>Its legal date: the last day for deciding it (royal decree, art. 13); null while nobody has said.</summary>
    public DateOnly? DueOn { get; set; }

    public FileState State { get; set; }

    /// <summary>The outcome carried, once decided.</summary>
    public string? Outcome { get; set; }

    /// <summary>The formation it was referred to and waits for.</summary>
    public FormationCode? ReferredTo { get; set; }

    /// <summary>The meeting that dealt with it last.</summary>
    public MeetingId? LastMeetingId { get; set; }

    public DateTimeOffset? ChangedAt { get; set; }

    /// <summary>Who sent it in here; null for a file that was imported, of which only meetings know, and of a measure while no account goes with what it is about.</summary>
    public PersonId? ApplicantId { get; set; }

    public DateTimeOffset? SubmittedAt { get; set; }

    public DateOnly? CompleteOn { get; set; }

    /// <summary>The chamber it was routed to.</summary>
    public ChamberId? ChamberId { get; set; }

    /// <summary>The case manager.</summary>
    public PersonId? ManagerId { get; set; }

    /// <summary>The meeting on whose agenda its journal says it stands.</summary>
    public MeetingId? AgendaMeetingId { get; set; }

    /// <summary>Its clock stands still because somebody was asked: the legal date moves on day by day.</summary>
    public bool StandsStill { get; set; }

    /// <summary>Since when the applicant owes an answer.</summary>
    public DateOnly? SilentSince { get; set; }

    /// <summary>Of an appeal, the file whose decision it asks to be looked at again. Unique: an appeal comes in once.</summary>
    public FileId? AppealOfId { get; init; }

    /// <summary>Of a request for a measure, and of the appeal against what was decided on it: the attestation or registration it is about.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>Since when a court has it, as the secretariat was told: until it is said to be over, nothing of it is removed. Null when none has.</summary>
    public DateOnly? AtCourtSince { get; set; }

    /// <summary>Who last said that a court has it, or that it has it no more; null when nobody did.</summary>
    public PersonId? AtCourtNotedBy { get; private set; }

    public DateTimeOffset? AtCourtNotedAt { get; private set; }

    /// <summary>When its period was over and all that people wrote in it was removed: what is left is counted, and is nobody's (docs/decisions/0007-retention.md).</summary>
    public DateOnly? ForgottenOn { get; private set; }

    /// <summary>Whether it is a request for a measure: then the applicant is the person concerned.</summary>
    public bool IsMeasure => SubjectId is not null;

    /// <summary>Whether it came in here and has a journal; of a file that was imported only meetings know.</summary>
    public bool IsKept => ApplicantId is not null || SubjectId is not null;

    /// <summary>The same for a query.</summary>
    public static Expression<Func<ApplicationFile, bool>> AreKept { get; } = file => file.ApplicantId != null || file.SubjectId != null;

    /// <summary>Number and applicant as they are looked for; both engines compare it alike. Empty for a file of before, until the watch gives it.</summary>
    public string Searched { get => _searched ??= SearchText.Fold($"{Number} {Applicant}"); private set => _searched = value; }

    /// <summary>Has its words to be looked for made anew when they are next asked for.</summary>
    public void SearchAnew() => _searched = null;

    /// <summary>Whether it is one of those of which so many a year are taken; what silence cancelled is none.</summary>
    public bool CountsIn(int year) => Kind == FileKind.Application && State != FileState.Cancelled && SubmittedAt is { } at && at.DayInBrussels().Year == year;

    /// <summary>Whether it can still be decided.</summary>
    public bool IsOpen => State is not (FileState.Decided or FileState.Withdrawn or FileState.Cancelled);
}
