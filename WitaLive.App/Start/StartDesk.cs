using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Forecasts;
using WitaLive.App.Meetings;
using WitaLive.App.People;

namespace WitaLive.App.Start;

/// <summary>What waits for someone who has just come in.</summary>
/// <param name="Meetings">Those ahead, the next one first: all of them for the secretariat, for a member their own.</param>
/// <param name="NotInvited">Persons without an invitation; 0 for whoever does not invite.</param>
public sealed record Waiting(ImmutableArray<MeetingLine> Meetings, int NotInvited)
{
    /// <summary>What other features want of them.</summary>
    public ImmutableArray<StartTask> Tasks { get; init; } = [];

    /// <summary>Meetings whose quorum is unlikely; none for whoever does not plan.</summary>
    public ImmutableArray<MeetingForecast> InDanger { get; init; } = [];

    /// <summary>Meetings that failed and wait for their second convocation; none for whoever does not plan.</summary>
    public ImmutableArray<(FailedMeeting Meeting, ChamberOnDay Chamber)> Failed { get; init; } = [];
}

public sealed class StartDesk(MeetingList meetings, PeopleDesk people, Forecasting forecasts, SecondProposals seconds, IEnumerable<IStartTask> features)
{
    public async Task<Waiting> ReadAsync(SignedInPerson me, CancellationToken ct)
    {
        var ahead = (await meetings.ReadAsync(me.Principal, new MeetingFilter(), ct)).Ahead;
        var tasks = ImmutableArray.CreateBuilder<StartTask>();
        foreach (var feature in features)
            tasks.AddRange(await feature.ForAsync(me, ct));
        if (!me.May(Policies.People))
            return new(ahead, 0) { Tasks = tasks.ToImmutable() };

        var persons = await people.ListAsync(me.Principal, null, null, ct);
        var danger = me.May(Policies.Secretariat) ? (await forecasts.AheadAsync(me.Principal, ct)).Where(f => !f.Dangers.IsEmpty) : [];
        var waiting = me.May(Policies.Secretariat) ? await seconds.WaitingAsync(me.Principal, ct) : [];
        return new(ahead, persons.Count(line => line.Status is PersonStatus.NotInvited)) { Tasks = tasks.ToImmutable(), InDanger = [.. danger], Failed = waiting };
    }
}
