using System.Text.Json.Serialization;
using WitaLive.Domain.Applications;

namespace WitaLive.Domain.Meetings;

[JsonConverter(typeof(JsonStringEnumConverter<ConclusionKind>))]
public enum ConclusionKind
{
    Decided,
    Referred,
    Postponed,
    HearingAsked,
    InformationAsked,
    Withdrawn,
}

/// <summary>How an item ended in this meeting.</summary>
/// <param name="Asked">Why a member asked for it, when it was evoked.</param>
public sealed record Conclusion(
    ConclusionKind Kind, string? Outcome, string? Reason, BallotId? Ballot, FormationCode? ReferTo, bool ForPresident, DateTimeOffset At, string? Asked = null)
{
    /// <summary>Whether it left the agenda without having been put to the vote, at a member's request (rules of procedure, art. 16).</summary>
    public bool IsEvoked => this is { Kind: ConclusionKind.Referred, Ballot: null };
}

/// <summary>People heard on an item, from and until when.</summary>
public sealed record Hearing(ImmutableArray<string> Heard, DateTimeOffset From, DateTimeOffset? Until = null);

/// <summary>An item of the agenda as it stands in the meeting.</summary>
public sealed record Item(AgendaItem Planned)
{
    public Conclusion? Conclusion { get; init; }

    /// <summary>Members who do not take part in it (rules of procedure, art. 53).</summary>
    public ImmutableHashSet<PersonId> Recused { get; init; } = [];

    public ImmutableArray<Hearing> Hearings { get; init; } = [];

    /// <summary>When it was dealt with, without the time it is being dealt with now.</summary>
    public ImmutableArray<Stretch> Dealt { get; init; } = [];

    /// <summary>The same, by the clock of the room; <see cref="Meeting.TimeOn"/> leaves pauses out and follows what was put right. Items decided in one block have equal parts of it.</summary>
    public TimeSpan Spent { get; init; }

    public bool AddedInMeeting { get; init; }

    /// <summary>The activities of the file that were accepted or not, in the order in which that was last said. Activities not looked at yet have none.</summary>
    public ImmutableArray<ActivityMark> Marks { get; init; } = [];

    public ItemId Id => Planned.Id;

    public bool IsHearing => Hearings.Length > 0 && Hearings[^1].Until is null;
}

/// <summary>An item that someone wants added and to which not everybody has yet agreed.</summary>
public sealed record ProposedItem(AgendaItem Item, ImmutableHashSet<SeatId> Agreed);

/// <summary>What the secretary writes down for the report.</summary>
public sealed record Note(Guid Id, ItemId? Item, string Text, PersonId By, DateTimeOffset At);
