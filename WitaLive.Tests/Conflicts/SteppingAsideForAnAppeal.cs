using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WitaLive.App.Applications;
using WitaLive.App.Chambers;
using WitaLive.App.Conflicts;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Live;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Ties;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Conflicts;

/// <summary>An appeal goes to another chamber; whoever stepped aside for the decision it is against, and sits there too, is asked again.</summary>
public class SteppingAsideForAnAppeal
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Is_proposed_to_who_stepped_aside_for_the_first_decision_and_to_nobody_else_who_sits_in_both(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (appeal, member, on) = await AppealedAsync(office);

        var (meeting, item) = await OnAnAgendaAsync(office, appeal, "2027-02-09");
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => SteppingAside.Sweep(office).RunAsync(default))));

        var line = Assert.Single(await SteppingAside.Desk(office).OfMeetingAsync(PlanningOffice.Secretary, meeting, default));
        Assert.Equal((member, item, TieKind.FirstRecusal, true), (line.Conflict.PersonId, line.Line.Id, line.Conflict.Kind, line.IsOpen));
        Assert.Equal(on, line.Conflict.EarlierOn);
        var mail = Assert.Single(await office.MailsAsync(meeting), m => m.Purpose == ConflictMails.Purpose);
        Assert.Equal(member, mail.PersonId);
        Assert.Matches("Un point de la réunion|één punt van de vergadering|Ein Punkt der Sitzung", mail.Text); // a sentence, not a form: there is one

        Assert.Null(await SteppingAside.Recusals(office).AnswerAsync(Who.With(member), meeting, item, true, default));
        Assert.Equal([member], (await office.Get<RoomDoor>().EnterAsync(meeting))!.Meeting.ItemOf(item)!.Recused);
    }

    [Fact]
    public async Task Is_not_proposed_to_who_took_it_back_before_the_first_decision()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (appeal, _, _) = await AppealedAsync(office, isTakenBack: true);

        var (meeting, _) = await OnAnAgendaAsync(office, appeal, "2027-02-09");
        await SteppingAside.Sweep(office).RunAsync(default);

        Assert.Empty(await SteppingAside.Desk(office).OfMeetingAsync(PlanningOffice.Secretary, meeting, default));
    }

    [Theory, InlineData(true), InlineData(false)] // the last word counts, about the one or the other
    public async Task Is_proposed_on_a_later_agenda_only_to_who_said_so_of_the_appeal_too(bool stepsAside)
    {
        await using var office = await PlanningOffice.OnAsync();
        var (appeal, member, _) = await AppealedAsync(office);
        var (meeting, item) = await OnAnAgendaAsync(office, appeal, "2027-02-09");
        await SteppingAside.Sweep(office).RunAsync(default);
        Assert.Null(await SteppingAside.Recusals(office).AnswerAsync(Who.With(member), meeting, item, stepsAside, default));
        Assert.Null(await office.Get<MeetingChanges>().CancelAsync(PlanningOffice.Secretary, meeting, "Salle inondée", default));

        var (later, _) = await OnAnAgendaAsync(office, appeal, "2027-02-16");
        await SteppingAside.Sweep(office).RunAsync(default);

        Assert.Equal(stepsAside ? [TieKind.EarlierRecusal] : [], (await SteppingAside.Desk(office).OfMeetingAsync(PlanningOffice.Secretary, later, default)).Select(line => line.Conflict.Kind));
    }

    [Theory]
    [InlineData("fr", "Vous vous êtes récusé(e) le lundi 23\u00a0novembre 2026 pour la décision que ce recours conteste.", "Récusation le lundi 23\u00a0novembre 2026 pour la décision que ce recours conteste.")]
    [InlineData("nl", "U hebt zich op maandag 23\u00a0november 2026 teruggetrokken voor de beslissing waartegen dit beroep gericht is.", "Op maandag 23\u00a0november 2026 teruggetrokken voor de beslissing waartegen dit beroep gericht is.")]
    [InlineData("de", "Sie haben sich am Montag, 23.\u00a0November 2026 für die Entscheidung zurückgezogen, gegen die sich dieser Einspruch richtet.", "Am Montag, 23.\u00a0November 2026 für die Entscheidung zurückgezogen, gegen die sich dieser Einspruch richtet.")]
    [InlineData("en", "You stepped aside on Monday 23\u00a0November 2026 for the decision this appeal is against.", "Stepped aside on Monday 23\u00a0November 2026 for the decision this appeal is against.")]
    public async Task Says_for_which_decision_that_was(string language, string own, string others)
    {
        await using var office = await PlanningOffice.OnAsync();
        var recusal = new EarlierRecusal(new(Guid.NewGuid()), new(Guid.NewGuid()), new(2026, 11, 23)) { IsOfFirst = true };
        var conflict = PossibleConflict.Again(new(Guid.NewGuid()), new(Guid.NewGuid()), recusal, office.Clock.GetUtcNow());

        var said = ReceiverLanguage.Run(language, () => new[] { true, false }.Select(isOwn => ConflictTexts.Why(office.Get<IStringLocalizer<ConflictTexts>>(), conflict, isOwn)).ToList());

        Assert.Equal([own, others], said);
    }

    // Refused by the first chamber without this member, and appealed against; two of that chamber sit in the second one too.
    private static async Task<(FileId Appeal, PersonId Member, DateOnly On)> AppealedAsync(PlanningOffice office, bool isTakenBack = false)
    {
        var (first, second) = (await office.ChamberAsync(), await office.ChamberAsync(number: 2));
        var both = first.VotingSeats.Where(s => s.Duo.All(p => p.Id != first.Chair!.Id && p.Id != first.SubstituteChair!.Id)).Take(2).ToList();
        foreach (var (from, to) in both.Zip(second.VotingSeats))
            await SitsInBothAsync(office, from.Effective!.Id, to);

        var (who, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        Assert.Null(await AnApplicant.DoAsync(office, file, new DeclareComplete()));
        Assert.NotEmpty(await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default));
        var (_, room) = await InAChamber.SitAsync(office, file);
        var (item, member, on) = (room.Meeting.Items[0].Id, both[0].Effective!.Id, office.Clock.GetUtcNow().DayInBrussels());
        await DoAsync(room, new Recuse(item, member), member);
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        if (isTakenBack)
            await DoAsync(room, new WithdrawRecusal(item, member), member);
        await InAChamber.VoteAsync(room, "refusal");
        await InAChamber.DoAsync(room, room.Meeting.ByRule(item)!);
        InAChamber.ComesToStand(office, room);
        Assert.Null(await AnApplicant.DoAsync(office, file, new NotifyDecision(on)));

        var appeal = Assert.IsType<Result<FileId>.Ok>(await office.Get<AppealDesk>().AppealAsync(who, file, "Le contrat que voici.", [], default)).Value;
        Assert.Null(await AnApplicant.DoAsync(office, appeal, new DeclareComplete()));
        Assert.NotEmpty(await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [appeal], default));
        Assert.Equal(second.Id, (await AnApplicant.ReadAsync(office, appeal)).Application.Chamber);
        return (appeal, member, on);
    }

    private static async Task<(MeetingId, ItemId)> OnAnAgendaAsync(PlanningOffice office, FileId appeal, string day)
    {
        var second = await office.ChamberAsync(number: 2);
        var id = await office.PlanAsync(0, form => (form.Chamber, form.Day) = (second.Id.Value.ToString(), day));
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, id, [appeal], 10, default));
        return (id, (await office.ReadAsync(id)).Agenda.Single(l => l.FileId == appeal).Id);
    }

    private static async Task SitsInBothAsync(PlanningOffice office, PersonId member, SeatOnDay seat)
    {
        await using var db = office.Databases.CreateDbContext();
        Assert.Equal(1, await db.Set<Mandate>().Where(m => m.Seat == seat.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.Effective, member)));
    }

    private static async Task DoAsync(MeetingRoom room, MeetingCommand command, PersonId by) => Assert.IsType<Outcome.Ok>(await room.SendAsync(command, new(by)));
}
