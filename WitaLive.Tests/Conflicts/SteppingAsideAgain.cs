using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using WitaLive.App.Chambers;
using WitaLive.App.Conflicts;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Live;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Domain.Ties;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Conflicts;

/// <summary>Whoever stepped aside for a file is asked again where it stands next, and nobody else is.</summary>
public class SteppingAsideAgain
{
    private enum Way
    {
        ConfirmedBefore,
        SaidInTheRoom,
        EnteredByTheSecretariat,
    }

    [Theory, OnSqlite, OnPostgres]
    public Task Is_proposed_in_the_enlarged_chamber_when_it_was_confirmed_before_the_meeting(Engine engine) => IsProposedAsync(Way.ConfirmedBefore, engine);

    [Theory, OnSqlite, OnPostgres]
    public Task Is_proposed_when_it_was_said_in_the_room(Engine engine) => IsProposedAsync(Way.SaidInTheRoom, engine);

    [Theory, OnSqlite, OnPostgres]
    public Task Is_proposed_when_the_secretariat_entered_it(Engine engine) => IsProposedAsync(Way.EnteredByTheSecretariat, engine);

    // Once, to this member alone, and without a name in the mail; and confirmed it is carried out.
    private static async Task IsProposedAsync(Way way, Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var told = await RestrictedAsync(office);
        await StepAsideAsync(office, told, way);

        var (enlarged, item) = await ReferredAsync(office, told);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => SteppingAside.Sweep(office).RunAsync(default))));

        var line = Assert.Single(await SteppingAside.Desk(office).OfMeetingAsync(PlanningOffice.Secretary, enlarged, default)); // of eighteen duos, nobody else
        Assert.Equal((told.Member, item, TieKind.EarlierRecusal, true), (line.Conflict.PersonId, line.Line.Id, line.Conflict.Kind, line.IsOpen));
        Assert.Equal(office.Clock.GetUtcNow().DayInBrussels(), line.Conflict.EarlierOn);
        var mail = Assert.Single(await office.MailsAsync(enlarged), m => m.Purpose == ConflictMails.Purpose);
        Assert.Equal(told.Member, mail.PersonId);
        Assert.DoesNotContain("Grosdent", mail.Subject + mail.Text, StringComparison.OrdinalIgnoreCase);

        Assert.Null(await SteppingAside.Recusals(office).AnswerAsync(Who.With(told.Member), enlarged, item, true, default));
        Assert.Equal([told.Member], (await office.Get<RoomDoor>().EnterAsync(enlarged))!.Meeting.ItemOf(item)!.Recused);
    }

    [Fact]
    public async Task Is_proposed_to_a_substitute_too()
    {
        await using var office = await PlanningOffice.OnAsync();
        var told = await RestrictedAsync(office, isSubstitute: true);
        await StepAsideAsync(office, told, Way.EnteredByTheSecretariat);

        var (enlarged, item) = await ReferredAsync(office, told);
        await SteppingAside.Sweep(office).RunAsync(default);

        var line = Assert.Single(await SteppingAside.Desk(office).OwnAsync(Who.With(told.Member), default), l => l.Conflict.MeetingId == enlarged);
        Assert.Equal((item, true), (line.Line.Id, line.IsOpen));
        Assert.Single(await SteppingAside.Desk(office).OfMeetingAsync(PlanningOffice.Secretary, enlarged, default));
    }

    [Theory, InlineData("by the member"), InlineData("by who presides"), InlineData("in the room")]
    public async Task Is_not_proposed_when_it_was_undone(string how)
    {
        await using var office = await PlanningOffice.OnAsync();
        var told = await RestrictedAsync(office);
        await StepAsideAsync(office, told, Way.ConfirmedBefore);
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        if (how == "in the room")
            await DoAsync(told, new WithdrawRecusal(told.Item, told.Member), new(told.Member));
        else
            Assert.Null(await SteppingAside.Recusals(office).LiftAsync(
                Who.With(how == "by the member" ? told.Member : told.Chair), told.Meeting, told.Item, told.Member, "Un homonyme.", default));

        var (enlarged, _) = await ReferredAsync(office, told);
        await SteppingAside.Sweep(office).RunAsync(default);

        Assert.Empty(await SteppingAside.Desk(office).OfMeetingAsync(PlanningOffice.Secretary, enlarged, default));
    }

    [Fact]
    public async Task Is_proposed_when_it_was_said_again_after_it_had_been_undone()
    {
        await using var office = await PlanningOffice.OnAsync();
        var told = await RestrictedAsync(office);
        await StepAsideAsync(office, told, Way.ConfirmedBefore);
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await SteppingAside.Recusals(office).LiftAsync(Who.With(told.Member), told.Meeting, told.Item, told.Member, "Un homonyme.", default));
        await StepAsideAsync(office, told, Way.SaidInTheRoom);

        var (enlarged, _) = await ReferredAsync(office, told);
        await SteppingAside.Sweep(office).RunAsync(default);

        Assert.Single(await SteppingAside.Desk(office).OfMeetingAsync(PlanningOffice.Secretary, enlarged, default));
    }

    [Fact] // «You are not asked again», says the page
    public async Task Is_not_proposed_a_third_time_to_who_has_said_since_that_there_is_no_conflict()
    {
        await using var office = await PlanningOffice.OnAsync();
        var told = await RestrictedAsync(office);
        await StepAsideAsync(office, told, Way.SaidInTheRoom);
        var (enlarged, item) = await ReferredAsync(office, told);
        await SteppingAside.Sweep(office).RunAsync(default);
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await SteppingAside.Recusals(office).AnswerAsync(Who.With(told.Member), enlarged, item, false, default));

        Assert.Null(await office.Get<MeetingChanges>().CancelAsync(PlanningOffice.Secretary, enlarged, "Salle inondée", default));
        var third = await EnlargedAsync(office, "2027-01-14", told.Seat);
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, third, [told.File], 10, default));
        await SteppingAside.Sweep(office).RunAsync(default);

        Assert.Empty(await SteppingAside.Desk(office).OfMeetingAsync(PlanningOffice.Secretary, third, default));
    }

    [Fact]
    public async Task Is_proposed_at_the_second_meeting_of_a_chamber_that_was_too_few()
    {
        await using var office = await PlanningOffice.OnAsync();
        var told = await RestrictedAsync(office);
        await office.ConveneAsync(told.Meeting);
        await StepAsideAsync(office, told, Way.EnteredByTheSecretariat);
        office.Clock.Advance(told.Room.Meeting.Plan!.StartsAt - office.Clock.GetUtcNow());
        await DoAsync(told, new AdjournMeeting(), new(new(Guid.NewGuid()), IsSecretariat: true));

        var day = (await office.Get<SecondProposals>().ReadAsync(PlanningOffice.Secretary, told.Meeting, default))!.Days[0].Day;
        var (second, why) = await office.Get<SecondConvening>().ConveneAsync(PlanningOffice.Secretary, told.Meeting, day, new(14, 0), null, default);
        Assert.Null(why);
        await SteppingAside.Sweep(office).RunAsync(default);

        Assert.Equal(told.Member, Assert.Single(await SteppingAside.Desk(office).OfMeetingAsync(PlanningOffice.Secretary, second!.Value, default)).Conflict.PersonId);
    }

    [Fact]
    public async Task Is_proposed_also_where_a_file_was_put_off_to_another_agenda_before_its_meeting()
    {
        await using var office = await PlanningOffice.OnAsync();
        var told = await SentInAsync(office);
        await StepAsideAsync(office, told, Way.EnteredByTheSecretariat);
        Assert.Null(await office.Get<AgendaPlanning>().RemoveAsync(PlanningOffice.Secretary, told.Meeting, told.Item, default));

        var later = await office.PlanAsync(0, form => form.Day = "2027-01-12");
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, later, [told.File], 10, default));
        await SteppingAside.Sweep(office).RunAsync(default);

        Assert.Equal(told.Member, Assert.Single(await SteppingAside.Desk(office).OfMeetingAsync(PlanningOffice.Secretary, later, default)).Conflict.PersonId);
    }

    [Fact]
    public async Task Is_not_proposed_on_the_agenda_for_which_it_was_said_but_is_when_the_file_was_taken_off_and_put_back()
    {
        await using var office = await PlanningOffice.OnAsync();
        var told = await SentInAsync(office);
        await StepAsideAsync(office, told, Way.EnteredByTheSecretariat);
        await SteppingAside.Sweep(office).RunAsync(default);
        Assert.Empty(await SteppingAside.Desk(office).OfMeetingAsync(PlanningOffice.Secretary, told.Meeting, default));

        Assert.Null(await office.Get<AgendaPlanning>().RemoveAsync(PlanningOffice.Secretary, told.Meeting, told.Item, default));
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, told.Meeting, [told.File], 10, default));
        await SteppingAside.Sweep(office).RunAsync(default);
        Assert.Equal(told.Member, Assert.Single(await SteppingAside.Desk(office).OfMeetingAsync(PlanningOffice.Secretary, told.Meeting, default)).Conflict.PersonId);
    }

    [Fact]
    public async Task Is_not_proposed_where_the_member_has_no_seat()
    {
        await using var office = await PlanningOffice.OnAsync();
        var told = await RestrictedAsync(office);
        await StepAsideAsync(office, told, Way.EnteredByTheSecretariat);

        var (enlarged, _) = await ReferredAsync(office, told, isSeated: false);
        await SteppingAside.Sweep(office).RunAsync(default);

        Assert.Empty(await SteppingAside.Desk(office).OfMeetingAsync(PlanningOffice.Secretary, enlarged, default));
    }

    [Fact]
    public async Task Of_another_file_asks_nobody()
    {
        await using var office = await PlanningOffice.OnAsync();
        var told = await RestrictedAsync(office);
        await StepAsideAsync(office, told, Way.EnteredByTheSecretariat);
        var other = await office.AddFileAsync("2026-0999", referredTo: new("enlarged"));

        var enlarged = await EnlargedAsync(office, "2027-01-12", told.Seat);
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, enlarged, [other.Id], 10, default));
        await SteppingAside.Sweep(office).RunAsync(default);

        Assert.Empty(await SteppingAside.Desk(office).OfMeetingAsync(PlanningOffice.Secretary, enlarged, default));
    }

    [Theory]
    [InlineData("fr", "Vous vous êtes récusé(e) pour ce dossier le lundi 23\u00a0novembre 2026.", "Récusation pour ce dossier le lundi 23\u00a0novembre 2026.")]
    [InlineData("nl", "U hebt zich op maandag 23\u00a0november 2026 voor dit dossier teruggetrokken.", "Voor dit dossier teruggetrokken op maandag 23\u00a0november 2026.")]
    [InlineData("de", "Sie haben sich am Montag, 23.\u00a0November 2026 für diese Akte zurückgezogen.", "Am Montag, 23.\u00a0November 2026 für diese Akte zurückgezogen.")]
    [InlineData("en", "You stepped aside for this file on Monday 23\u00a0November 2026.", "Stepped aside for this file on Monday 23\u00a0November 2026.")]
    public async Task Says_to_the_member_and_to_others_when_that_was(string language, string own, string others)
    {
        await using var office = await PlanningOffice.OnAsync();
        var conflict = PossibleConflict.Again(new(Guid.NewGuid()), new(Guid.NewGuid()), new(new(Guid.NewGuid()), new(Guid.NewGuid()), new(2026, 11, 23)), office.Clock.GetUtcNow());

        var said = ReceiverLanguage.Run(language, () => new[] { true, false }.Select(isOwn => ConflictTexts.Why(office.Get<IStringLocalizer<ConflictTexts>>(), conflict, isOwn)).ToList());

        Assert.Equal([own, others], said);
    }

    [Fact]
    public async Task Stands_on_the_page_of_the_member_and_beside_the_meeting()
    {
        await using var office = await PlanningOffice.OnAsync();
        var told = await RestrictedAsync(office);
        await StepAsideAsync(office, told, Way.EnteredByTheSecretariat);
        var (enlarged, _) = await ReferredAsync(office, told);
        await SteppingAside.Sweep(office).RunAsync(default);

        await using var page = await APage.OpenAsync<ConflictsPage>(office, Who.With(told.Member), add: AddDesks);
        Assert.Contains("You stepped aside for this file on Monday 23", await page.TextAsync(), StringComparison.Ordinal);
        await using var panel = await APage.OpenAsync<ConflictPanel>(office, PlanningOffice.Secretary, new() { ["Meeting"] = enlarged }, add: AddDesks);
        Assert.Contains("Stepped aside for this file on Monday 23", await panel.TextAsync(), StringComparison.Ordinal);

        void AddDesks(IServiceCollection services) => services.AddSingleton(SteppingAside.Desk(office)).AddSingleton(SteppingAside.Recusals(office));
    }

    private sealed record Told(MeetingId Meeting, ItemId Item, FileId File, SeatOnDay Seat, PersonId Member, PersonId Chair, MeetingRoom Room);

    // A file on the agenda of a restricted chamber, and a duo of it of whom nobody chairs.
    private static async Task<Told> RestrictedAsync(PlanningOffice office, bool isSubstitute = false, FileId? file = null)
    {
        var chamber = await office.ChamberAsync();
        var seat = chamber.VotingSeats.First(s => s.Substitute is not null && s.Duo.All(p => p.Id != chamber.Chair!.Id && p.Id != chamber.SubstituteChair!.Id));
        var id = await office.PlanAsync(points: 1);
        file ??= (await office.AddFileAsync("2026-0417")).Id;
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, id, [file.Value], 10, default));
        var item = (await office.ReadAsync(id)).Agenda.Single(l => l.FileId is not null).Id;
        var room = (await office.Get<RoomDoor>().EnterAsync(id))!;
        return new(id, item, file.Value, seat, isSubstitute ? seat.Substitute!.Id : seat.Effective!.Id, chamber.Chair!.Id, room);
    }

    // The same with a file that came in here and has a journal of its own.
    private static async Task<Told> SentInAsync(PlanningOffice office)
    {
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        Assert.Null(await AnApplicant.DoAsync(office, file, new DeclareComplete()));
        Assert.NotEmpty(await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default));
        return await RestrictedAsync(office, file: file);
    }

    private static async Task StepAsideAsync(PlanningOffice office, Told told, Way way)
    {
        if (way is Way.ConfirmedBefore)
        {
            var own = office.Get<OwnTies>();
            Assert.Null(await own.AddAsync(told.Member, TieKind.Name, "Ysaline Grosdent", default));
            await SteppingAside.Sweep(office).RunAsync(default);
            Assert.Null(await SteppingAside.Recusals(office).AnswerAsync(Who.With(told.Member), told.Meeting, told.Item, true, default));
            await own.RemoveAsync(told.Member, (await own.ReadAsync(told.Member, default)).Single().Id, default); // so that it is not what asks
        }
        else if (way is Way.EnteredByTheSecretariat)
        {
            await DoAsync(told, new Recuse(told.Item, told.Member), new(new(Guid.NewGuid()), IsSecretariat: true));
        }
        else
        {
            office.ComesToTheDayOf(told.Room);
            foreach (var person in told.Room.Meeting.Plan!.Seats.Select(s => s.Effective).Append(told.Chair).Distinct().ToList())
                await DoAsync(told, new SignIn(person, AttendanceMode.OnSite), new(person));
            await DoAsync(told, new OpenMeeting(), new(told.Chair));
            await DoAsync(told, new Recuse(told.Item, told.Member), new(told.Member));
        }
        Assert.Contains(told.Member, told.Room.Meeting.ItemOf(told.Item)!.Recused);
    }

    private static async Task<(MeetingId, ItemId)> ReferredAsync(PlanningOffice office, Told told, bool isSeated = true)
    {
        await DoAsync(told, new EvokeItem(told.Item, "Portée générale"), new(told.Chair));
        var enlarged = await EnlargedAsync(office, "2027-01-12", told.Seat, isSeated);
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, enlarged, [told.File], 10, default));
        return (enlarged, (await office.ReadAsync(enlarged)).Agenda.Single(l => l.FileId == told.File).Id);
    }

    // Composed of the proposed seats, save that this one is among them or not: another one of its group and section then sits in its place or gives up its own.
    private static async Task<MeetingId> EnlargedAsync(PlanningOffice office, string day, SeatOnDay seat, bool isSeated = true)
    {
        var alike = (await office.CommissionAsync()).Seats.Where(s => s.Votes && s.Id != seat.Id && s.Group == seat.Group && s.Section == seat.Section).ToList();
        return await office.PlanAsync(0, form =>
        {
            form.Day = day;
            if (form.Seats.Contains(seat.Id) == isSeated)
                return;
            var (leaves, comes) = isSeated ? (alike.First(s => form.Seats.Contains(s.Id)).Id, seat.Id) : (seat.Id, alike.First(s => !form.Seats.Contains(s.Id)).Id);
            form.Seats.Remove(leaves);
            form.Seats.Add(comes);
        }, "enlarged", null);
    }

    private static async Task DoAsync(Told told, MeetingCommand command, Actor by) => Assert.IsType<Outcome.Ok>(await told.Room.SendAsync(command, by));
}
