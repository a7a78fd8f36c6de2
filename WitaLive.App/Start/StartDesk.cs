using WitaLive.App.Access;
using WitaLive.App.Forecasts;
using WitaLive.App.Meetings;

namespace WitaLive.App.Start;

/// <summary>What waits for someone who has just come in.</summary>
/// <param name="Meetings">Those ahead, the next one first: all of them for the secretariat, for a member their own.</param>
/// <param name="Tasks">What features want of them.</param>
/// <param name="InDanger">Meetings whose quorum is unlikely; none for whoever does not plan.</param>
public sealed record Waiting(ImmutableArray<MeetingLine> Meetings, ImmutableArray<StartTask> Tasks, ImmutableArray<MeetingForecast> InDanger);

public sealed class StartDesk(MeetingList meetings, Forecasting forecasts, IEnumerable<IStartTask> features)
{
    public async Task<Waiting> ReadAsync(SignedInPerson me, CancellationToken ct)
    {
        var ahead = (await meetings.ReadAsync(me.Principal, new MeetingFilter(), ct)).Ahead;
        var tasks = ImmutableArray.CreateBuilder<StartTask>();
        foreach (var feature in features)
            tasks.AddRange(await feature.ForAsync(me, ct));
        var foreseen = me.May(Policies.Secretariat) ? await forecasts.AheadAsync(me.Principal, ct) : [];
        return new(ahead, tasks.ToImmutable(), [.. foreseen.Where(f => !f.Dangers.IsEmpty)]);
    }
}
