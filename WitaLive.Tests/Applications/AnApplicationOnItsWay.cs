using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Applications;
using WitaLive.App.Attestations;
using WitaLive.App.Chambers;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Mandates;
using WitaLive.App.Meetings;
using WitaLive.App.Profiles;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Applications;

/// <summary>From the profile to the attestation, through the services and the database as the pages use them.</summary>
public class AnApplicationOnItsWay
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Is_sent_in_asked_about_declared_complete_routed_put_on_an_agenda_and_granted_in_the_room(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, applicant) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        var sheet = await AnApplicant.ReadAsync(office, file);
        Assert.Equal(("2026-A-000001", FileState.Submitted, "plasticArts", "Ysaline Grosdent"), (sheet.File.Number, sheet.File.State, sheet.File.Domain, sheet.File.Applicant));
        Assert.Equal(AttestationType.Plus, sheet.Sums.Eligibility.PointsTo);

        var point = new Point(new(Guid.NewGuid()), "Qui vous a payée ?");
        Assert.Null(await AnApplicant.DoAsync(office, file, new RequestInformation([point])));
        Assert.IsType<PointsAreOpen>(await AnApplicant.DoAsync(office, file, new DeclareComplete()));
        Assert.Null(await office.Get<FileDesk>().DoOwnAsync(who, file, new AnswerPoint(point.Id, "La galerie.", []), default));
        Assert.Null(await AnApplicant.DoAsync(office, file, new DeclareComplete()));
        Assert.Equal(new DateOnly(2027, 2, 23), (await AnApplicant.ReadAsync(office, file)).File.DueOn);

        var chamber = (await office.Get<FileReading>().BackgroundAsync(PlanningOffice.Secretary, sheet.File, default)).Chambers[0];
        Assert.Equal((await office.ChamberAsync()).Id, chamber.Id); // French, visual arts
        Assert.Equal([file], (await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default)).ToArray());

        var (meeting, room) = await InAChamber.SitAsync(office, file);
        Assert.Equal((FileState.OnAgenda, meeting), ((await AnApplicant.ReadAsync(office, file)).File.State, (await AnApplicant.ReadAsync(office, file)).File.AgendaMeetingId));
        await InAChamber.VoteAsync(room);
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);

        var granted = Assert.Single(await AttestationsAsync(office));
        Assert.Equal((applicant, "plus", new DateOnly(2027, 1, 5), new DateOnly(2032, 1, 4)), (granted.HolderId, granted.Type, granted.From, granted.Until));
        var decided = await AnApplicant.ReadAsync(office, file);
        Assert.Equal((FileState.Decided, "plus", ApplicationState.Decided), (decided.File.State, decided.File.Outcome, decided.Application.State));
        Assert.Equal(
            [
                typeof(ApplicationSubmitted), typeof(InformationRequested), typeof(PointAnswered), typeof(DeclaredComplete), typeof(RoutedToChamber), typeof(PutOnAgenda), typeof(ChamberConcluded),
            ],
            decided.Events.Select(e => e.GetType()));

        await InAChamber.DoAsync(room, new UndoConclusion(room.Meeting.Items[0].Id));
        Assert.Empty(await AttestationsAsync(office));
        Assert.Equal(FileState.OnAgenda, (await AnApplicant.ReadAsync(office, file)).File.State);
    }

    [Fact]
    public async Task Has_a_legal_date_that_moves_on_while_somebody_is_asked()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        await AnApplicant.DoAsync(office, file, new DeclareComplete());
        await AnApplicant.DoAsync(office, file, new AskInstitutions("ONSS : périodes"));
        var before = (await AnApplicant.ReadAsync(office, file)).File.DueOn!.Value;

        office.Clock.Advance(TimeSpan.FromDays(9));
        await ActivatorUtilities.CreateInstance<WatchApplications>(office.Services).RunAsync(default);

        var after = (await AnApplicant.ReadAsync(office, file)).File;
        Assert.Equal((before.AddDays(9), true), (after.DueOn!.Value, after.StandsStill));
    }

    [Fact]
    public async Task Is_nobody_elses()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        var proof = (await office.Get<ProfileDesk>().ReadAsync(who, default)).Profile.Proofs.Single();
        var (other, _) = await AnApplicant.ArriveAsync(office);

        Assert.Null(await office.Get<FileReading>().ReadOwnAsync(other, file, default));
        Assert.IsType<NoSuchFile>(await office.Get<FileDesk>().DoOwnAsync(other, file, new WithdrawApplication(), default));
        Assert.Null(await office.Get<ProofDesk>().OpenAsync(other, proof.Id, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => office.Get<FileReading>().ReadAsync(other, file, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => office.Get<FileDesk>().DoAsync(other, file, new DeclareComplete(), default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => office.Get<FileList>().ReadAsync(other, new(), default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => office.Get<MeetingList>().ReadAsync(other, new(), default));
        await Assert.ThrowsAsync<ArgumentException>(() => office.Get<FileDesk>().DoOwnAsync(who, file, new DeclareComplete(), default));
    }

    [Fact]
    public async Task Is_read_by_the_members_of_its_meeting_but_not_by_one_who_is_recused()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        var proof = (await office.Get<ProfileDesk>().ReadAsync(who, default)).Profile.Proofs.Single();
        await AnApplicant.DoAsync(office, file, new DeclareComplete());
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default);
        var (meeting, room) = await InAChamber.SitAsync(office, file);
        var members = (await office.ChamberAsync()).VotingSeats.Select(seat => seat.Effective!.Id).ToList();
        var stranger = (await office.ChamberAsync("restricted", "nl")).VotingSeats.First().Effective!.Id;

        Assert.Equal("+ + -", await ReadAsync(members[0], members[1], stranger));
        Assert.IsType<Outcome.Ok>(await room.SendAsync(new Recuse(room.Meeting.Items[0].Id, members[1]), new(members[1])));
        Assert.Equal("+ - -", await ReadAsync(members[0], members[1], stranger));

        async Task<string> ReadAsync(params PersonId[] readers)
        {
            var may = new List<string>();
            foreach (var reader in readers.Select(id => Access.Who.With(id)))
            {
                var read = await office.Get<FileForMembers>().ReadAsync(reader, meeting, file, default) is not null;
                var opened = await office.Get<ProofDesk>().OpenAsync(reader, proof.Id, default);
                opened?.Content.Dispose();
                Assert.Equal(read, opened is not null); // the proofs go with the file
                may.Add(read ? "+" : "-");
            }
            return string.Join(' ', may);
        }
    }

    [Fact] // rules of procedure, art. 52
    public async Task Is_read_after_its_meeting_only_by_whoever_is_still_a_member()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        await AnApplicant.DoAsync(office, file, new DeclareComplete());
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default);
        var id = await office.PlanAsync(0);
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, id, [file], 6, default));
        var seats = (await office.ChamberAsync()).VotingSeats.ToList();
        var day = (await office.ReadAsync(id)).StartsAt.DayInBrussels();
        Assert.Null(await office.Get<MandateDesk>().EndAsync(PlanningOffice.Secretary, seats[^1].Id, seats[^1].Mandate!.Value, day, MandateEnding.Replaced, default));

        office.Clock.Advance((await office.ReadAsync(id)).StartsAt - office.Clock.GetUtcNow());
        Assert.Equal((true, true), (await MayReadAsync(seats[0]), await MayReadAsync(seats[^1])));
        office.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal((true, false), (await MayReadAsync(seats[0]), await MayReadAsync(seats[^1])));

        async Task<bool> MayReadAsync(SeatOnDay seat) => await office.Get<FileForMembers>().ReadAsync(Access.Who.With(seat.Effective!.Id), id, file, default) is not null;
    }

    [Fact]
    public async Task Comes_back_to_its_chamber_when_its_meeting_is_cancelled()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        await AnApplicant.DoAsync(office, file, new DeclareComplete());
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default);
        var id = await office.PlanAsync(0);
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, id, [file], 6, default));

        Assert.Null(await office.Get<MeetingChanges>().CancelAsync(PlanningOffice.Secretary, id, "Salle inondée", default));

        var sheet = await AnApplicant.ReadAsync(office, file);
        Assert.Equal((FileState.Ready, ApplicationState.Routed, (MeetingId?)null), (sheet.File.State, sheet.Application.State, sheet.File.AgendaMeetingId));
        Assert.IsType<TakenOffAgenda>(sheet.Events[^1]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Stands_in_the_work_list_by_what_is_due_first(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        List<FileId> files = [];
        foreach (var language in (string[])["fr", "nl", "de"])
        {
            var person = await AnApplicant.ArriveAsync(office, language);
            await FillWithoutNumberAsync(office, person.Who, language);
            files.Add(Assert.IsType<Result<FileId>.Ok>(await office.Get<ApplicationDesk>().SubmitAsync(person.Who, default)).Value);
        }
        await AnApplicant.DoAsync(office, files[2], new DeclareComplete());
        await office.Get<FileDesk>().GiveAsync(PlanningOffice.Secretary, [files[1]], new(Guid.NewGuid()), default);

        Assert.Equal([files[2], files[0], files[1]], await ListAsync(new()));
        Assert.Equal([files[1]], await ListAsync(new(Language: "nl")));
        Assert.Equal([files[2]], await ListAsync(new(State: nameof(FileState.Complete))));
        Assert.Equal([files[2], files[0]], await ListAsync(new(Manager: "none")));
        Assert.Equal([files[1]], await ListAsync(new(Search: "000002")));
        await office.DoAsync(db => db.Set<ApplicationFile>().Single(f => f.Id == files[0]).Applicant = "Zoé Ångström-Müller");
        foreach (var search in (string[])["zoe angstrom", "ÅNGSTRÖM", "muller"])
            Assert.Equal([files[0]], await ListAsync(new(Search: search)));
        Assert.Equal("de", (await office.Get<FileReading>().BackgroundAsync(PlanningOffice.Secretary, (await AnApplicant.ReadAsync(office, files[2])).File, default)).Chambers.Single().AdHocLanguage);

        async Task<IEnumerable<FileId>> ListAsync(FileFilter filter) => (await office.Get<FileList>().ReadAsync(PlanningOffice.Secretary, filter, default)).Files.Select(f => f.Id);
    }

    // Each has a national number of their own.
    private static async Task FillWithoutNumberAsync(PlanningOffice office, System.Security.Claims.ClaimsPrincipal who, string language)
    {
        var (desk, body) = (office.Get<ProfileDesk>(), 850730100 + language[0]);
        Assert.Null(await desk.SetContactAsync(who, null, new("Kaai 3, 1000 Brussel", ""), default));
        Assert.Null(await desk.SetNationalNumberAsync(who, $"{body}{97 - body % 97:00}", default));
        Assert.Null(await desk.ChangeAsync(who, p => p with { Background = p.Background with { Presentation = "…" }, Activities = [AnApplicant.Painting] }, default));
        await office.Get<ApplicationDesk>().ChooseAsync(who, null, false, language, default);
    }

    internal static async Task<List<Attestation>> AttestationsAsync(PlanningOffice office)
    {
        await using var db = office.Databases.CreateDbContext();
        return await db.Set<Attestation>().AsNoTracking().ToListAsync();
    }
}
