using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;
using WitaLive.App.Principles;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Principles;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Components;
using WitaLive.Tests.Domain.Principles;
using WitaLive.Tests.Meetings;
using static WitaLive.Tests.Principles.APlenary;

namespace WitaLive.Tests.Principles;

/// <summary>The whole way of a decision of principle, through the desks and the room by which people go it.</summary>
public class FromDraftToPublishedPage
{
    [Fact]
    public async Task A_text_that_members_had_changed_is_what_the_plenary_adopts_and_anyone_reads()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (desk, reading, member) = (office.Get<ProposalDesk>(), office.Get<ProposalReading>(), Who.With((await office.ChamberAsync()).Members.First().Id));

        var id = Id(await SaveAsync(office, AProposal.Principle(text: "Comme pour Jean, 0470 12 34 56.")));
        Assert.Equal(new ProposalNamesSomebody(1), await desk.ProposeAsync(PlanningOffice.Secretary, id, await RevisionAsync(office, id), isRead: true, default));
        await WriteAsync("Les répétitions comptent.");
        Assert.Null(await desk.ProposeAsync(PlanningOffice.Secretary, id, await RevisionAsync(office, id), isRead: true, default));
        Assert.Null(await desk.RemarkAsync(member, id, Guid.NewGuid(), "Seulement si elles sont payées.", default));
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await WriteAsync("Les répétitions payées comptent.");
        Assert.True(Assert.Single(await reading.ListAsync(member, default)).IsChanged);

        var plenary = await office.PlanAsync(0, form => form.Day = "2027-01-05", "plenary", null);
        Assert.Null(await PlaceAsync(office, id, plenary, isRead: true));
        var room = (await office.Get<App.Meetings.RoomDoor>().EnterAsync(plenary))!;
        office.ComesToTheDayOf(room);
        await SignInAsync(room);
        await InAChamber.DoAsync(room, new OpenMeeting());
        await InAChamber.DoAsync(room, new CallItem(room.Meeting.Items[0].Id));
        await InAChamber.VoteAsync(room, "adopted");
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        await InAChamber.DoAsync(room, new CloseMeeting());
        office.Clock.Advance(TimeSpan.FromDays(1));

        foreach (var (language, said) in new[] { ("fr", "Les répétitions payées comptent."), ("nl", "Betaalde repetities tellen mee."), ("de", "Les répétitions payées comptent.") })
        {
            var page = await Rendered.AsHtml<CascadingValue<HttpContext>>(language, new() { ["Value"] = new DefaultHttpContext(), ["ChildContent"] = (RenderFragment)Page }, office.AddTo);
            Assert.Contains(said, page, StringComparison.Ordinal);
            Assert.DoesNotContain("Jean", page, StringComparison.Ordinal);
        }

        static void Page(RenderTreeBuilder builder)
        {
            builder.OpenComponent<PrinciplePage>(0);
            builder.AddComponentParameter(1, nameof(PrinciplePage.Number), "2026-P-0001");
            builder.CloseComponent();
        }

        async Task WriteAsync(string text) =>
            Assert.IsType<Result<ProposalId>.Ok>(await desk.SaveAsync(PlanningOffice.Secretary, id, await RevisionAsync(office, id), AProposal.Principle(text: text), default));
    }
}
