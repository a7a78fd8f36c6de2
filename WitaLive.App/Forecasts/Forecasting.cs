using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Answers;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Answers;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Planning;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Forecasts;

/// <summary>Foresees the quorum of meetings that were convened and have not begun. It is worked out anew each time it is asked for: no answer is ever missing in it.</summary>
public sealed class Forecasting(IDbContextFactory<WitaLiveDb> databases, MeetingReading reading, ReceivedProxies receiving, PastMeetings past, TimeProvider clock)
{
    /// <summary>Null for a meeting of which nothing is to be foreseen, or that this person may not read. Whom to call is for the secretariat alone.</summary>
    public async Task<MeetingForecast?> ReadAsync(ClaimsPrincipal who, MeetingId id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await Ahead(db).SingleOrDefaultAsync(m => m.Id == id, ct) is not { } meeting)
            return null;
        var forecast = await OfAsync(db, meeting, ct);
        return Policies.Allow(who, Policies.Secretariat) ? forecast
            : SignedInPerson.Of(who) is { } me && forecast.People.Include(me.Id) ? forecast with { Calls = [] }
            : null;
    }

    /// <summary>Of every meeting ahead that was convened, for the secretariat.</summary>
    public async Task<ImmutableArray<MeetingForecast>> AheadAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await OfAsync(db, await Ahead(db).OrderBy(m => m.StartsAt).ToListAsync(ct), ct);
    }

    /// <summary>Meetings whose quorum can be foreseen, with their agenda.</summary>
    public IQueryable<PlannedMeeting> Ahead(WitaLiveDb db)
    {
        var now = clock.GetUtcNow();
        return db.Set<PlannedMeeting>().AsNoTracking().Include(m => m.Agenda).AsSplitQuery()
            .Where(m => m.ConvenedAt != null && m.CancelledAt == null && m.State == MeetingState.Planned && m.StartsAt > now);
    }

    /// <summary>The same within a transaction of the caller.</summary>
    public async Task<MeetingForecast> OfAsync(WitaLiveDb db, PlannedMeeting meeting, CancellationToken ct) => (await OfAsync(db, [meeting], ct))[0];

    // As many queries for all of them as for one.
    private async Task<ImmutableArray<MeetingForecast>> OfAsync(WitaLiveDb db, List<PlannedMeeting> meetings, CancellationToken ct)
    {
        if (meetings.Count == 0)
            return [];
        var around = await reading.AroundAsync(db, meetings, ct);
        var ids = meetings.Select(m => m.Id).ToList();
        var answers = await GivenAnswer.NowAsync(db, ids, ct);
        var received = await receiving.OfAsync(db, ids, ct);
        var signed = await SignedProxy.OfAsync(db, ids, ct);
        var attended = await past.OfAsync(db, [.. meetings.Select(m => (m, around[m.Id].People.VotingSeats, around[m.Id].Rules.Planning.Forecast.PastMeetings))], ct);
        return
        [
            .. from meeting in meetings
               let said = answers[meeting.Id].ToImmutableDictionary(a => a.PersonId, a => a.Kind)
               let proxies = signed[meeting.Id].Concat(received[meeting.Id]).DistinctBy(p => p.Giver).ToList()
               select Of(meeting, around[meeting.Id], said, proxies, attended[meeting.Id]),
        ];
    }

    private static MeetingForecast Of(
        PlannedMeeting meeting, (ChamberOnDay Chamber, MeetingPeople People, RulesInForce Rules) around, ImmutableDictionary<PersonId, AnswerKind> said, List<Proxy> proxies,
        Dictionary<SeatId, PastAttendance> attended)
    {
        var (chamber, people, rules) = around;
        var settings = rules.Planning.Forecast;
        var outlooks = SeatOutlook.Of(people.VotingSeats, said, proxies, attended, settings);
        var rule = rules.Quorum(meeting.Formation);
        var quorum = QuorumForecast.Of(rule, meeting.SecondConvocation, outlooks, [.. ChairChances(people, said, settings)], settings);
        return new(meeting, chamber, people, rule, quorum, settings, [.. quorum.Calls.Select(call => ToCall(call, people, said))]);
    }

    // A jurist of the secretariat is there whoever is ill, but is not asked and says nothing; everyone else may be ill.
    private static IEnumerable<(double Chance, bool IsSaid)> ChairChances(MeetingPeople people, ImmutableDictionary<PersonId, AnswerKind> said, ForecastRule settings) =>
        people.Presiders.DistinctBy(p => p.Person.Id).Select(p => people.Jurists.Any(j => j.Id == p.Person.Id)
            ? (settings.Answered / 100d, false)
            : OfPresider(said.TryGetValue(p.Person.Id, out var kind) ? kind : null, settings));

    private static (double Chance, bool IsSaid) OfPresider(AnswerKind? said, ForecastRule settings) => (SeatOutlook.ChanceByOffice(said, settings), said?.Comes() is true);

    private static SeatToCall ToCall(SeatCall call, MeetingPeople people, ImmutableDictionary<PersonId, AnswerKind> said)
    {
        var seat = people.Seats.First(s => s.Id == call.Seat.Seat);
        var who = seat.Duo.Select(p => (Person: p, Said: said.TryGetValue(p.Id, out var kind) ? kind : (AnswerKind?)null));
        var holder = call.Seat.AwayHolder is { } id ? people.Seats.SelectMany(s => s.Duo).First(p => p.Id == id) : null;
        return new(seat, call.Seat.Word, [.. who.OrderBy(p => p.Said is not null)], holder); // whoever has refused last
    }
}
