using WitaLive.Domain;

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
}

/// <summary>An applicant's file, as far as meetings need it.</summary>
public sealed class ApplicationFile
{
    public required FileId Id { get; init; }

    /// <summary>Given by the secretariat, unique.</summary>
    public required string Number { get; init; }

    /// <summary>What it asks for: a kind of data/rules/file-kinds.json.</summary>
    public required string Kind { get; init; }

    public required string Applicant { get; set; }

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
}
