using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.App.Rulings;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Domain.Rules;
using WitaLive.Domain.Rulings;
using WitaLive.Tests.Access;

namespace WitaLive.Tests.Browser;

/// <summary>A meeting that decided a file and is over, written as its room would have; and who signs afterwards.</summary>
internal static class ADecisionInItsChamber
{
    public static async Task<MeetingId> DecideAsync(IServiceProvider services, FileId fileId, string outcome, DateTimeOffset start)
    {
        var id = new MeetingId(Guid.NewGuid());
        ChamberOnDay chamber;
        await using (var db = await services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync())
        {
            var file = await db.Set<ApplicationFile>().AsNoTracking().SingleAsync(f => f.Id == fileId);
            chamber = (await services.GetRequiredService<CommissionDirectory>().ReadAsync(start.DayInBrussels())).Chamber(file.ChamberId!.Value)!;
            var planned = new PlannedMeeting
            {
                Id = id, ChamberId = chamber.Id, Formation = chamber.Formation, StartsAt = start, Minutes = 120, Mode = MeetingMode.OnSite, Place = "Salle Horta", Languages = [chamber.Section!], State = MeetingState.Closed,
            };
            planned.Add(services.GetRequiredService<AgendaLines>().Of(file, services.GetRequiredService<RuleBook>().On(start.DayInBrussels()), 6));
            db.Add(planned);
            await db.SaveChangesAsync();
        }
        Assert.Null(await services.GetRequiredService<FileDesk>().DoAsync(Who.With(App.Access.Roles.Secretariat), fileId, new PlaceOnAgenda(id, start), default));
        var journal = new List<MeetingEvent> { new MeetingPrepared((await services.GetRequiredService<MeetingPlans>().ReadAsync(id))! with { Revision = 1 }) { At = start } };
        var meeting = new Meeting().Apply(journal[0]);
        foreach (var seat in meeting.Plan!.Seats)
            Happen(new SignIn(seat.Effective, AttendanceMode.OnSite), seat.Effective);
        var (chair, item) = (chamber.Chair!.Id, meeting.Items[0].Id);
        Happen(new OpenMeeting(), chair);
        Happen(new CallItem(item), chair);
        Happen(new OpenBallot(new(Guid.NewGuid()), [item], [outcome]), chair);
        foreach (var seat in meeting.VotingSeats(meeting.Ballot!).ToList())
            Happen(new CastVote(new(Guid.NewGuid()), meeting.Ballot!.Id, seat.Seat, Choice.For), seat.Voter);
        Happen(new CloseBallot(meeting.Ballot!.Id), chair);
        Happen(meeting.ByRule(item)!, chair);
        Happen(new CloseMeeting(), chair);
        await services.GetRequiredService<MeetingJournal>().AppendAsync(id, 0, meeting, journal);
        return id;

        void Happen(MeetingCommand command, PersonId by)
        {
            var events = meeting.Events(command, A.By(by), start);
            journal.AddRange(events);
            meeting = events.Aggregate(meeting, (m, e) => m.Apply(e));
        }
    }

    /// <summary>The President signs all that was handed in; what the lot fell on is read over first.</summary>
    public static async Task SignAsync(IServiceProvider services, FileId file)
    {
        var (reading, jurist) = (services.GetRequiredService<RulingReading>(), Who.With(App.Access.Roles.Jurist));
        var president = Who.With((await services.GetRequiredService<CommissionDirectory>().ReadAsync(DateTimeOffset.UtcNow.DayInBrussels())).President!.Id);
        foreach (var (id, _, stage, _) in await reading.OfFileAsync(Who.With(App.Access.Roles.Secretariat), file, default))
        {
            if (stage is RulingStage.ToRead)
                Assert.Null(await services.GetRequiredService<RulingDesk>().ReadOverAsync(jurist, id, (await reading.ReadAsync(jurist, id, default))!.Ruling.Version, agrees: true, "", default));
            Assert.Null(await services.GetRequiredService<RulingSigning>().SignAsync(president, id, (await reading.ReadAsync(president, id, default))!.Ruling.Version, default));
        }
    }
}
