using WitaLive.App.Data;

namespace WitaLive.App.Meetings;

/// <summary>A feature whose rows must say on which agenda they stand, whoever put them there or took them off.</summary>
public interface IFollowAgenda
{
    /// <summary>Compares a meeting's agenda with what its own rows say. Within the transaction of the caller, who saves.</summary>
    Task FollowAsync(WitaLiveDb db, PlannedMeeting meeting, CancellationToken ct);

    /// <summary>Whether what a meeting left undone still waits: it may stand on another agenda meanwhile, be another text, or need none any more.</summary>
    Task<bool> GoesOverAsync(WitaLiveDb db, AgendaLine line, CancellationToken ct);
}
