using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Bounces;
using WitaLive.App.Chambers;
using WitaLive.App.Conflicts;
using WitaLive.App.Data;
using WitaLive.App.Evocation;
using WitaLive.App.Fees;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Live;
using WitaLive.App.Mandates;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Domain.Ties;
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

    /// <summary>Two files on the agenda of the meeting that is convened.</summary>
    public static async Task AddFilesAsync(IServiceProvider services, MeetingId meeting)
    {
        ImmutableArray<ApplicationFile> files =
        [
            .. new[] { ("2026-0311", "Théâtre de la Balsamine asbl"), ("2026-0312", "Ondine Marcassin") }.Select(file => new ApplicationFile
            {
                Id = new(Guid.NewGuid()), Number = file.Item1, Kind = "application", Applicant = file.Item2, Language = "fr", State = FileState.Ready,
            }),
        ];
        await using (var db = await services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync())
        {
            db.AddRange(files);
            await db.SaveChangesAsync();
        }
        Assert.Null(await services.GetRequiredService<AgendaPlanning>().AddFilesAsync(Who.With(App.Access.Roles.Secretariat), meeting, [.. files.Select(f => f.Id)], 10, default));
    }

    /// <summary>The chair has a tie to one of them, a member steps aside for the other, for which someone who does not sit asks.</summary>
    public static async Task ConcernAsync(IServiceProvider services, MeetingId meeting, PersonId member)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
        var (chair, asker) = (await PersonAsync("Delvausart"), await PersonAsync("Schoutenaert"));
        Assert.Null(await services.GetRequiredService<OwnTies>().AddAsync(chair, TieKind.Employer, "Théâtre de la Balsamine", default));
        Assert.Null(await services.GetRequiredService<OwnTies>().AddAsync(member, TieKind.Name, "Ondine Marcassin", default));
        await services.GetRequiredService<FindConflicts>().RunAsync(default);
        var item = await db.Set<PlannedMeeting>().Where(m => m.Id == meeting).SelectMany(m => m.Agenda).SingleAsync(l => l.Reference == "2026-0312");
        Assert.Null(await services.GetRequiredService<EvocationDesk>().AskAsync(
            Who.With(asker), meeting, item.Id, "La nature de l’activité concerne le régime de plusieurs demandeurs : une lecture commune s’impose.", default));
        Assert.Null(await services.GetRequiredService<RecusalDesk>().AnswerAsync(Who.With(member), meeting, item.Id, true, default));
        db.Add(new AddressBounce
        {
            Address = "bastien.montrieux@example.org", Status = "5.1.1", At = services.GetRequiredService<TimeProvider>().GetUtcNow(),
            Diagnostic = "550 5.1.1 <bastien.montrieux@example.org>: Recipient address rejected: User unknown in virtual mailbox table",
        });
        await db.SaveChangesAsync();

        async Task<PersonId> PersonAsync(string name) => (await db.Persons.SingleAsync(p => p.FamilyName == name)).Id;
    }

    /// <summary>A meeting that is over, with a point that was postponed; its journal says that one expert stayed away.</summary>
    public static async Task<(Guid Meeting, Guid Member, string Quarter)> HoldAsync(IServiceProvider services, DateTimeOffset start)
    {
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
        return (id.Value, absent.Effective!.Id.Value, Quarter.Of(start.DayInBrussels()).Query);

        void Happen(MeetingCommand command, PersonId by, DateTimeOffset at)
        {
            var events = meeting.Events(command, A.By(by), at);
            journal.AddRange(events);
            meeting = events.Aggregate(meeting, (m, e) => m.Apply(e));
        }
    }
}
