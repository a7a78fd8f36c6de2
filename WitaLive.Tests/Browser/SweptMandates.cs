using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Fees;
using WitaLive.App.Languages;
using WitaLive.App.Live;
using WitaLive.App.Mandates;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Tests.Access;

namespace WitaLive.Tests.Browser;

/// <summary>What the pages of mandates, attendance and fees have to show: an end that is near, a suspension, a vacant seat, a meeting that is over.</summary>
internal static class SweptMandates
{
    public static async Task<(Guid Held, Guid Vacant)> WriteAsync(IServiceProvider services, DateTimeOffset now)
    {
        var (desk, today) = (services.GetRequiredService<MandateDesk>(), now.DayInBrussels());
        var commission = await services.GetRequiredService<CommissionDirectory>().ReadAsync(today);
        // Of the Dutch-language section and in no chamber that other visits look at.
        var seats = commission.Seats.Where(s => s is { Section: "nl", Votes: true, Mandate: not null }).ToList();
        var (held, vacant) = (seats[^1], seats[^2]);
        Assert.Null(await desk.EndAsync(Who.With(App.Access.Roles.Secretariat), held.Id, held.Mandate!.Value, today.AddMonths(3), MandateEnding.Replaced, default));
        Assert.Null(await desk.SuspendAsync(
            Who.With(App.Access.Roles.Secretariat), held.Id, held.Mandate.Value, held.Substitute!.Id, today, today.AddDays(20), "Maatregel van de voltallige samenstelling van 12 november", default));
        Assert.Null(await desk.EndAsync(Who.With(App.Access.Roles.Secretariat), vacant.Id, vacant.Mandate!.Value, today.AddDays(-1), MandateEnding.Resigned, default));
        return (held.Id.Value, vacant.Id.Value);
    }

    /// <summary>A meeting of yesterday whose journal says that one expert stayed away.</summary>
    public static async Task<(Guid Member, string Quarter)> HoldAsync(IServiceProvider services, DateTimeOffset now)
    {
        var start = now.AddDays(-1);
        var commission = await services.GetRequiredService<CommissionDirectory>().ReadAsync(start.DayInBrussels());
        var chamber = commission.Chambers.First(c => c is { Section: "fr", AdHocLanguage: null });
        var id = new MeetingId(Guid.NewGuid());
        await using (var db = await services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync())
        {
            db.Add(new PlannedMeeting
            {
                Id = id, ChamberId = chamber.Id, Formation = chamber.Formation, StartsAt = start, Minutes = 120, Mode = MeetingMode.OnSite, Place = "Salle Horta",
                Languages = ["fr"], State = MeetingState.Closed,
            });
            await db.SaveChangesAsync();
        }
        var journal = new List<MeetingEvent> { new MeetingPrepared((await services.GetRequiredService<MeetingPlans>().ReadAsync(id))! with { Revision = 1 }) { At = start } };
        var meeting = new Meeting().Apply(journal[0]);
        var absent = chamber.VotingSeats.Last(s => s.Group == chamber.Seats[0].Group && s.Effective!.Id != chamber.Chair!.Id);
        foreach (var person in chamber.VotingSeats.Where(s => s.Id != absent.Id).Select(s => s.Effective!.Id))
            Happen(new SignIn(person, AttendanceMode.OnSite), person, start);
        Happen(new OpenMeeting(), chamber.Chair!.Id, start);
        Happen(new CloseMeeting("fini"), chamber.Chair.Id, start.AddMinutes(105));
        await services.GetRequiredService<MeetingJournal>().AppendAsync(id, 0, meeting, journal);
        return (absent.Effective!.Id.Value, Quarter.Of(start.DayInBrussels()).Query);

        void Happen(MeetingCommand command, PersonId by, DateTimeOffset at)
        {
            var events = meeting.Events(command, A.By(by), at);
            journal.AddRange(events);
            meeting = events.Aggregate(meeting, (m, e) => m.Apply(e));
        }
    }
}
