using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Year;

/// <summary>A meeting as far as figures look at it.</summary>
internal sealed record CountedMeeting(MeetingId Id, ChamberId Chamber, FormationCode Formation, string[] Languages, DateTimeOffset StartsAt, MeetingState State, bool IsCancelled, string? CancelReason, bool IsSecond, int Files)
{
    /// <summary>Its one language; empty for a formation of several.</summary>
    public string Language => Languages is [var one] ? one : "";

    public string Part => $"{Formation.Value}-{Language}";

    public FigureKind? Kind => IsCancelled ? FigureKind.Cancelled : State switch
    {
        MeetingState.Closed => FigureKind.Held,
        MeetingState.Adjourned => FigureKind.Failed,
        _ => null,
    };
}

/// <summary>Which meetings a figure counts: those planned for a day of the period.</summary>
internal static class FigureMeetings
{
    public static Task<List<CountedMeeting>> OfAsync(WitaLiveDb db, FigurePeriod period, CancellationToken ct)
    {
        var (begins, ends) = (period.Begins, period.Ends);
        return db.Set<PlannedMeeting>().AsNoTracking().IgnoreQueryFilters().Where(m => m.StartsAt >= begins && m.StartsAt < ends).OrderBy(m => m.StartsAt)
            .Select(m => new CountedMeeting(m.Id, m.ChamberId, m.Formation, m.Languages, m.StartsAt, m.State, m.CancelledAt != null, m.CancelReason, m.SecondConvocation, m.Agenda.Count(line => line.FileId != null))).ToListAsync(ct);
    }
}
