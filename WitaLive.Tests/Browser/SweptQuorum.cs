using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Answers;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Answers;
using WitaLive.Domain.Meetings;

namespace WitaLive.Tests.Browser;

/// <summary>What the pages have to show of a quorum that failed, and of one that is about to.</summary>
internal static class SweptQuorum
{
    /// <summary>A meeting of two days ago to which nobody came.</summary>
    public static async Task<Guid> FailAsync(IServiceProvider services, DateTimeOffset now)
    {
        var meeting = await AddAsync(services, now.AddDays(-2), number: 2, MeetingState.Adjourned);
        var prepared = new MeetingPrepared((await services.GetRequiredService<MeetingPlans>().ReadAsync(meeting.Id))! with { Revision = 1 }) { At = meeting.StartsAt };
        var planned = new Meeting().Apply(prepared);
        List<MeetingEvent> journal = [prepared, .. planned.Events(new AdjournMeeting(), A.Secretary, meeting.StartsAt.AddMinutes(20))];
        await services.GetRequiredService<MeetingJournal>().AppendAsync(meeting.Id, 0, journal.Skip(1).Aggregate(planned, (m, e) => m.Apply(e)), journal);
        return meeting.Id.Value;
    }

    /// <summary>A meeting in twelve days of which every expert has said that they do not come.</summary>
    public static async Task<Guid> EndangerAsync(IServiceProvider services, DateTimeOffset now)
    {
        var meeting = await AddAsync(services, now.AddDays(12), number: 3, MeetingState.Planned);
        var people = (await services.GetRequiredService<CommissionDirectory>().ReadAsync(meeting.StartsAt.DayInBrussels())).Chamber(meeting.ChamberId)!.VotingSeats
            .Where(s => s.Group == new GroupCode("experts")).SelectMany(s => s.Duo);
        await using var db = await services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
        db.AddRange(people.Select(person => new GivenAnswer
        {
            MeetingId = meeting.Id, PersonId = person.Id, Number = 1, Kind = AnswerKind.Absent, Reason = "Festival à l’étranger", At = now, Way = AnswerWay.App,
        }));
        await db.SaveChangesAsync();
        return meeting.Id.Value;
    }

    private static async Task<PlannedMeeting> AddAsync(IServiceProvider services, DateTimeOffset startsAt, int number, MeetingState state)
    {
        var chamber = (await services.GetRequiredService<CommissionDirectory>().ReadAsync(startsAt.DayInBrussels())).Chambers
            .First(c => c is { Section: "fr", AdHocLanguage: null } && c.Number == number);
        var meeting = new PlannedMeeting
        {
            Id = new(Guid.NewGuid()), ChamberId = chamber.Id, Formation = chamber.Formation, StartsAt = startsAt, Minutes = 120, Mode = MeetingMode.OnSite, Place = "Salle Horta",
            Languages = ["fr"], ConvenedAt = startsAt.AddDays(-21), State = state,
        };
        await using var db = await services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
        db.Add(meeting);
        await db.SaveChangesAsync();
        return meeting;
    }
}
