using WitaLive.App.Chambers;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Meetings;

/// <summary>How members take part: decided by the chair, at the latest in the convocation (rules of procedure, art. 4).</summary>
public enum MeetingMode
{
    OnSite,
    Online,
    Hybrid,
}

/// <summary>A meeting as the secretariat plans it. What happens in it is in its journal.</summary>
public sealed class PlannedMeeting
{
    private readonly List<MeetingSeat> _seats = [];
    private readonly List<AgendaLine> _agenda = [];

    public required MeetingId Id { get; init; }

    public required ChamberId ChamberId { get; init; }

    public required FormationCode Formation { get; init; }

    public required DateTimeOffset StartsAt { get; set; }

    /// <summary>Unit: minutes, as planned in the calendar.</summary>
    public required int Minutes { get; set; }

    public required MeetingMode Mode { get; set; }

    public required string Place { get; set; }

    public string? OnlineAddress { get; set; }

    /// <summary>The languages of the meeting: one for a restricted chamber, both for the others.</summary>
    public required string[] Languages { get; init; }

    public bool SecondConvocation { get; init; }

    /// <summary>The meeting that failed for want of a quorum, when this is its second convocation.</summary>
    public MeetingId? FirstMeetingId { get; init; }

    /// <summary>Rises with every change that the room has to know of.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>As the journal last said.</summary>
    public MeetingState State { get; set; }

    /// <summary>When it was opened, sooner or later than planned, as the journal last said; null until then.</summary>
    public DateTimeOffset? OpenedAt { get; set; }

    /// <summary>When the convocations are to go out; null while nobody has ordered them.</summary>
    public DateTimeOffset? ConveneAt { get; set; }

    public DateTimeOffset? ConvenedAt { get; set; }

    /// <summary>When it was last moved to another day after people had been convened; null while it is on the day they were first told. What was answered before counts for that other day.</summary>
    public DateTimeOffset? MovedAt { get; set; }

    /// <summary>When convocations that were ordered could no longer leave in time; a new order takes it away.</summary>
    public DateTimeOffset? ConveneMissedAt { get; set; }

    /// <summary>The chair who agreed to a shorter notice (rules of procedure, art. 5 § 4), as the secretariat recorded it.</summary>
    public PersonId? ShortNoticeApprovedBy { get; set; }

    public PersonId? ShortNoticeRecordedBy { get; set; }

    public DateTimeOffset? ShortNoticeRecordedAt { get; set; }

    /// <summary>What the last alarm about the quorum was about, as codes; empty when it was in no danger any more.</summary>
    public string QuorumAlarm { get; set; } = "";

    public DateTimeOffset? CancelledAt { get; set; }

    /// <summary>As told to those who were convened.</summary>
    public string? CancelReason { get; set; }

    public PersonId? CreatedBy { get; init; }

    /// <summary>When its period was over and all that was written of it was removed: it is only counted (docs/decisions/0007-retention.md).</summary>
    public DateOnly? ForgottenOn { get; private set; }

    /// <summary>Who of the Commission's seats sit; composed for each meeting of the enlarged chamber, all of the chamber's otherwise.</summary>
    public IReadOnlyList<MeetingSeat> Seats => _seats;

    public IReadOnlyList<AgendaLine> Agenda => _agenda;

    /// <summary>The language of its section or of the files it was formed for; every section's where both sit.</summary>
    public static string[] LanguagesOf(ChamberOnDay chamber, Composition rules) =>
        (chamber.AdHocLanguage ?? chamber.Section) is { } one ? [one] : [.. rules.Sections.Select(s => s.Code)];

    /// <summary>The last day on which this agenda could be added to, once members have it and that day is over; null while it still can.</summary>
    /// <remarks>Source: rules of procedure, art. 5 § 2. In the meeting itself: art. 5 § 3.</remarks>
    public DateOnly? AgendaClosedSince(Notice rules, DateTimeOffset now) =>
        ConvenedAt is not null && rules.LatestAddition(StartsAt.DayInBrussels()) is var last && now.DayInBrussels() > last ? last : null;

    public void Touch() => Revision++;

    /// <summary>Takes the place of something that has been changed so often: whoever followed it sees the number rise.</summary>
    public void Follow(int revision) => Revision = Math.Max(Revision, revision + 1);

    public void Compose(IEnumerable<SeatId> seats)
    {
        _seats.Clear();
        _seats.AddRange(seats.Distinct().Select(seat => new MeetingSeat(seat)));
        Touch();
    }

    /// <summary>Puts a line at the end of the agenda.</summary>
    public void Add(AgendaLine line)
    {
        line.Position = _agenda.Count == 0 ? 1 : _agenda.Max(l => l.Position) + 1;
        _agenda.Add(line);
        Touch();
    }

    public void Remove(ItemId item)
    {
        _agenda.RemoveAll(line => line.Id == item);
        Number();
    }

    /// <summary>Moves a line to a place counted from 1; the others close up.</summary>
    public void Move(ItemId item, int position)
    {
        if (_agenda.Find(line => line.Id == item) is not { } moved)
            return;
        var ordered = _agenda.OrderBy(line => line.Position).Where(line => line != moved).ToList();
        ordered.Insert(Math.Clamp(position, 1, ordered.Count + 1) - 1, moved);
        for (var i = 0; i < ordered.Count; i++)
            ordered[i].Position = i + 1;
        Touch();
    }

    private void Number()
    {
        foreach (var (line, i) in _agenda.OrderBy(line => line.Position).Select((line, i) => (line, i)))
            line.Position = i + 1;
        Touch();
    }
}

public sealed record MeetingSeat(SeatId SeatId);
