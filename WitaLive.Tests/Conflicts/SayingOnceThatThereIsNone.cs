using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Conflicts;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Ties;
using WitaLive.Tests.Access;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Conflicts;

/// <summary>«You are not asked again», says the page to whoever says that there is no conflict: also when the line is taken off the agenda.</summary>
public class SayingOnceThatThereIsNone
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Holds_where_the_file_is_put_back_or_on_another_agenda(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var told = await DeniedAsync(office);
        var answered = office.Clock.GetUtcNow();
        Assert.Null(await office.Get<AgendaPlanning>().RemoveAsync(PlanningOffice.Secretary, told.Meeting, told.Item, default));
        office.Clock.Advance(TimeSpan.FromDays(1));
        await PutAsync(office, told.Meeting, told.File);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => SteppingAside.Sweep(office).RunAsync(default))));
        await IsCarriedAsync(told.Meeting);
        Assert.Null(await office.Get<AgendaPlanning>().RemoveAsync(PlanningOffice.Secretary, told.Meeting, (await office.ReadAsync(told.Meeting)).Agenda.Single(l => l.FileId == told.File).Id, default));
        var later = await office.PlanAsync(0, form => form.Day = "2027-01-12");
        await PutAsync(office, later, told.File);
        await SteppingAside.Sweep(office).RunAsync(default);
        await IsCarriedAsync(later);

        async Task IsCarriedAsync(MeetingId meeting)
        {
            var line = Assert.Single(await SteppingAside.Desk(office).OfMeetingAsync(PlanningOffice.Secretary, meeting, default));
            Assert.Equal((told.Member, false, ConflictState.Denied, answered, true), (line.Conflict.PersonId, line.IsOpen, line.Conflict.State, line.Conflict.AnsweredAt!.Value, line.Conflict.IsCarried));
            Assert.Equal(meeting == told.Meeting ? 1 : 0, (await office.MailsAsync(meeting)).Count(m => m.Purpose == ConflictMails.Purpose)); // asked once, the first time
            Assert.DoesNotContain(told.Member, (await office.Get<RoomDoor>().EnterAsync(meeting))!.Meeting.ItemOf(line.Line.Id)!.Recused);
        }
    }

    [Fact]
    public async Task Is_said_on_the_page_of_the_member_and_beside_the_meeting()
    {
        await using var office = await PlanningOffice.OnAsync();
        var told = await DeniedAsync(office);
        Assert.Null(await office.Get<AgendaPlanning>().RemoveAsync(PlanningOffice.Secretary, told.Meeting, told.Item, default));
        office.Clock.Advance(TimeSpan.FromDays(1));
        await PutAsync(office, told.Meeting, told.File);
        await SteppingAside.Sweep(office).RunAsync(default);

        await using var page = await APage.OpenAsync<ConflictsPage>(office, Who.With(told.Member), add: AddDesks);
        Assert.Matches("You said so on Monday 23.November 2026, when this file stood on an agenda before.", await page.TextAsync());
        await using var panel = await APage.OpenAsync<ConflictPanel>(office, PlanningOffice.Secretary, new() { ["Meeting"] = told.Meeting }, add: AddDesks);
        Assert.Matches("Said on Monday 23.November 2026, when this file stood on an agenda before.", await panel.TextAsync());

        void AddDesks(IServiceCollection services) => services.AddSingleton(SteppingAside.Desk(office)).AddSingleton(SteppingAside.Recusals(office));
    }

    [Theory, InlineData("another link declared since"), InlineData("the same link declared anew"), InlineData("stepped aside after all"), InlineData("said by who presides")]
    public async Task Is_asked_again_when_there_is_something_new(string what)
    {
        await using var office = await PlanningOffice.OnAsync();
        var told = await DeniedAsync(office, answer: what == "said by who presides");
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var own = office.Get<OwnTies>();
        switch (what)
        {
            case "another link declared since":
                Assert.Null(await own.AddAsync(told.Member, TieKind.Name, "Grosdent Ysaline", default));
                Assert.Null(await own.AddAsync(told.Member, TieKind.Name, "Grosdent", default));
                await own.RemoveAsync(told.Member, (await own.ReadAsync(told.Member, default)).First(tie => tie.Words == "Ysaline Grosdent").Id, default);
                break;
            case "the same link declared anew":
                await own.RemoveAsync(told.Member, (await own.ReadAsync(told.Member, default)).Single().Id, default);
                Assert.Null(await own.AddAsync(told.Member, TieKind.Name, "Ysaline Grosdent", default));
                break;
            case "stepped aside after all":
                var room = (await office.Get<RoomDoor>().EnterAsync(told.Meeting))!;
                Assert.IsType<Outcome.Ok>(await room.SendAsync(new Recuse(told.Item, told.Member), new(new(Guid.NewGuid()), IsSecretariat: true)));
                break;
            default:
                var chair = (await office.ChamberAsync()).Chair!.Id;
                Assert.Null(await SteppingAside.Recusals(office).LiftAsync(Who.With(chair), told.Meeting, told.Item, told.Member, "Un homonyme.", default));
                break;
        }
        // Referred from its journal, or taken off: what stands elsewhere is asked about there.
        Assert.Null(await office.Get<AgendaPlanning>().RemoveAsync(PlanningOffice.Secretary, told.Meeting, told.Item, default));
        var later = await office.PlanAsync(0, form => form.Day = "2027-01-12");
        await PutAsync(office, later, told.File);
        await SteppingAside.Sweep(office).RunAsync(default);

        Assert.True(Assert.Single(await SteppingAside.Desk(office).OfMeetingAsync(PlanningOffice.Secretary, later, default)).IsOpen);
    }

    [Fact]
    public async Task Is_asked_in_one_mail_of_links_declared_one_after_the_other()
    {
        await using var office = await PlanningOffice.OnAsync();
        var chamber = await office.ChamberAsync();
        var member = chamber.VotingSeats.First(s => s.Duo.All(p => p.Id != chamber.Chair!.Id && p.Id != chamber.SubstituteChair!.Id)).Effective!.Id;
        var id = await office.PlanAsync(points: 3);
        var minutes = new Queue<int>([1, 58, 90]);
        foreach (var words in new[] { "Point 1", "Point 2", "Point 3" })
        {
            Assert.Null(await office.Get<OwnTies>().AddAsync(member, TieKind.Name, words, default));
            await SteppingAside.Sweep(office).RunAsync(default);
            office.Clock.Advance(TimeSpan.FromMinutes(minutes.Dequeue()));
        }

        Assert.Equal(3, (await SteppingAside.Desk(office).OwnAsync(Who.With(member), default)).Count(line => line.IsOpen));
        Assert.Single(await AskingAsync());
        Assert.Null(await office.Get<AgendaPlanning>().AddPointAsync(PlanningOffice.Secretary, id, new Dictionary<string, string> { ["fr"] = "Encore Point 1", ["nl"] = "Nog eens" }, 10, default));
        await SteppingAside.Sweep(office).RunAsync(default);
        Assert.Equal(2, (await AskingAsync()).Count()); // what comes hours later is asked in a mail of its own

        async Task<IEnumerable<OutgoingMail>> AskingAsync() => (await office.MailsAsync(id)).Where(mail => mail.Purpose == ConflictMails.Purpose);
    }

    [Fact] // it deals with what the first one left
    public async Task Is_not_asked_again_at_the_second_convocation_where_who_presided_ruled_it_out()
    {
        await using var office = await PlanningOffice.OnAsync();
        var told = await DeniedAsync(office, answer: true);
        var chair = (await office.ChamberAsync()).Chair!.Id;
        Assert.Null(await SteppingAside.Recusals(office).LiftAsync(Who.With(chair), told.Meeting, told.Item, told.Member, "Un homonyme.", default));
        await SteppingAside.Sweep(office).RunAsync(default);
        await office.ConveneAsync(told.Meeting);
        await office.AdjournAsync(told.Meeting);
        var day = (await office.Get<SecondProposals>().ReadAsync(PlanningOffice.Secretary, told.Meeting, default))!.Days[0].Day;
        var second = (await office.Get<SecondConvening>().ConveneAsync(PlanningOffice.Secretary, told.Meeting, day, new(14, 0), null, default)).Id!.Value;
        await SteppingAside.Sweep(office).RunAsync(default);

        var line = Assert.Single(await SteppingAside.Desk(office).OfMeetingAsync(PlanningOffice.Secretary, second, default));
        Assert.Equal((false, ConflictState.Rejected, chair, "Un homonyme."), (line.IsOpen, line.Conflict.State, line.Conflict.LiftedBy!.Value, line.Conflict.LiftReason));
        Assert.DoesNotContain(await office.MailsAsync(second), m => m.Purpose == ConflictMails.Purpose);
        Assert.DoesNotContain(told.Member, (await office.Get<RoomDoor>().EnterAsync(second))!.Meeting.ItemOf(line.Line.Id)!.Recused);
        await using var page = await APage.OpenAsync<ConflictsPage>(office, Who.With(told.Member), add: services => services.AddSingleton(SteppingAside.Desk(office)).AddSingleton(SteppingAside.Recusals(office)));
        Assert.Contains("Un homonyme. This also holds for the second convocation", await page.TextAsync(), StringComparison.Ordinal);
    }

    [Fact] // what they confirmed is asked again too, for they may have been mistaken
    public async Task Of_stepping_aside_is_asked_again_although_the_line_is_gone()
    {
        await using var office = await PlanningOffice.OnAsync();
        var told = await DeniedAsync(office, answer: true);
        var own = office.Get<OwnTies>();
        await own.RemoveAsync(told.Member, (await own.ReadAsync(told.Member, default)).Single().Id, default); // so that it is not what asks
        Assert.Null(await office.Get<AgendaPlanning>().RemoveAsync(PlanningOffice.Secretary, told.Meeting, told.Item, default));
        office.Clock.Advance(TimeSpan.FromDays(1));
        await PutAsync(office, told.Meeting, told.File);
        await SteppingAside.Sweep(office).RunAsync(default);

        var line = Assert.Single(await SteppingAside.Desk(office).OfMeetingAsync(PlanningOffice.Secretary, told.Meeting, default));
        Assert.Equal((TieKind.EarlierRecusal, true), (line.Conflict.Kind, line.IsOpen));
    }

    private static async Task PutAsync(PlanningOffice office, MeetingId meeting, FileId file) =>
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, meeting, [file], 10, default));

    private static async Task<(MeetingId Meeting, ItemId Item, FileId File, PersonId Member)> DeniedAsync(PlanningOffice office, bool answer = false)
    {
        var chamber = await office.ChamberAsync();
        var member = chamber.VotingSeats.First(s => s.Substitute is not null && s.Duo.All(p => p.Id != chamber.Chair!.Id && p.Id != chamber.SubstituteChair!.Id)).Effective!.Id;
        Assert.Null(await office.Get<OwnTies>().AddAsync(member, TieKind.Name, "Ysaline Grosdent", default));
        var id = await office.PlanAsync(points: 1);
        var file = (await office.AddFileAsync("2026-0417")).Id;
        await PutAsync(office, id, file);
        var item = (await office.ReadAsync(id)).Agenda.Single(l => l.FileId is not null).Id;
        await office.Get<RoomDoor>().EnterAsync(id);
        await SteppingAside.Sweep(office).RunAsync(default);
        Assert.Null(await SteppingAside.Recusals(office).AnswerAsync(Who.With(member), id, item, answer, default));
        return (id, item, file, member);
    }
}
