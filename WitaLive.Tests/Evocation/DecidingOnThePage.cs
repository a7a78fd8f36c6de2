using System.Text.RegularExpressions;
using WitaLive.App.Evocation;
using WitaLive.App.Meetings;
using WitaLive.Tests.Access;
using WitaLive.Tests.Components;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Evocation;

public class DecidingOnThePage
{
    [Fact]
    public async Task Is_asked_about_before_a_rejection_and_says_beside_the_buttons_why_not()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, item) = await AskingForAFile.AskedAsync(office);
        var chair = Who.With((await office.ChamberAsync()).Chair!.Id);
        var desk = office.Get<EvocationDesk>();
        await using var page = await APage.OpenAsync<EvocationPanel>(office, chair, new() { ["Sheet"] = await office.Get<MeetingReading>().ReadAsync(chair, id, default) });

        await page.PressAsync("Reject"); // without reasons there is nothing to ask about
        Assert.Matches("<p id=\"answer-[^\"]*-refused\" class=\"field-error\" role=\"alert\">\\s*<span", await page.HtmlAsync());

        await page.FillAsync("textarea", "Rien de neuf");
        Assert.DoesNotMatch("field-error\" role=\"alert\">\\s*<span", await page.HtmlAsync());
        await page.PressAsync("Reject");
        Assert.Equal(EvocationState.Waiting, Assert.Single((await desk.ReadAsync(chair, id, default))!.Requests).Request.State); // it is asked first
        Assert.Contains("Reject this request?", Regex.Replace(await page.HtmlAsync(), "<[^>]*>", ""), StringComparison.Ordinal);

        var askedBy = Assert.Single((await desk.ReadAsync(chair, id, default))!.Requests).Request.AskedBy;
        Assert.Null(await desk.DecideAsync(Who.With((await office.ChamberAsync()).SubstituteChair!.Id), id, item, askedBy, false, "non", default));
        await page.PressAsync("Reject", nth: 1);
        Assert.Contains("notice-problem", await page.HtmlAsync(), StringComparison.Ordinal); // the buttons are gone: it stands above
        Assert.Contains("Somebody else has decided meanwhile. What you typed was not recorded: “Rien de neuf”", await page.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_back_what_was_typed_when_somebody_else_decides_meanwhile()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, item) = await AskingForAFile.AskedAsync(office);
        var (desk, chair) = (office.Get<EvocationDesk>(), Who.With((await office.ChamberAsync()).Chair!.Id));
        var askedBy = Assert.Single((await desk.ReadAsync(chair, id, default))!.Requests).Request.AskedBy;
        await using var page = await APage.OpenAsync<EvocationPanel>(office, chair, new() { ["Sheet"] = await office.Get<MeetingReading>().ReadAsync(chair, id, default) });
        await page.FillAsync("textarea", "Rien de neuf");

        Assert.Null(await desk.DecideAsync(Who.With((await office.ChamberAsync()).SubstituteChair!.Id), id, item, askedBy, false, "non", default));
        await page.LookAgainAsync();

        Assert.Contains("Somebody else has decided meanwhile. What you typed was not recorded: “Rien de neuf”", await page.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_on_the_agenda_where_the_item_went_once_it_is_accepted()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, item) = await AskingForAFile.AskedAsync(office);
        var (desk, chair) = (office.Get<EvocationDesk>(), Who.With((await office.ChamberAsync()).Chair!.Id));
        Assert.DoesNotContain("Referred to: enlarged chamber", await AgendaAsync(), StringComparison.Ordinal);

        var askedBy = Assert.Single((await desk.ReadAsync(chair, id, default))!.Requests).Request.AskedBy;
        Assert.Null(await desk.DecideAsync(chair, id, item, askedBy, true, "D’accord sur la portée", default));

        Assert.Contains("Referred to: enlarged chamber", await AgendaAsync(), StringComparison.Ordinal);

        async Task<string> AgendaAsync()
        {
            await using var page = await APage.OpenAsync<MeetingPage>(office, chair, new() { ["Id"] = id.Value });
            return await page.TextAsync();
        }
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Shows_both_reasons_apart_by_their_names_whatever_was_decided(bool accept)
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, item) = await AskingForAFile.AskedAsync(office);
        var (desk, chair) = (office.Get<EvocationDesk>(), Who.With((await office.ChamberAsync()).Chair!.Id));
        var askedBy = Assert.Single((await desk.ReadAsync(chair, id, default))!.Requests).Request.AskedBy;
        Assert.Null(await desk.DecideAsync(chair, id, item, askedBy, accept, "עם <b>motif</b>", default));

        var sheet = await office.Get<MeetingReading>().ReadAsync(Who.With(askedBy), id, default);
        await using var page = await APage.OpenAsync<EvocationPanel>(office, Who.With(askedBy), new() { ["Sheet"] = sheet });

        var html = Regex.Replace(await page.HtmlAsync(), ">\\s+<| b-[a-z0-9]{10}", found => found.Value[0] == '>' ? "><" : "");
        Assert.Contains("<dt>Reason for the request</dt><dd dir=\"auto\">Portée générale</dd>", html, StringComparison.Ordinal);
        Assert.Contains("<dt>Reason for the decision</dt><dd dir=\"auto\">עם <b>motif</b></dd>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_known_to_whoever_looks_again()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, item) = await AskingForAFile.AskedAsync(office);
        var (desk, chair) = (office.Get<EvocationDesk>(), Who.With((await office.ChamberAsync()).Chair!.Id));
        Assert.Equal(EvocationState.Waiting, Assert.Single(await desk.StatesAsync(chair, id, default)));

        var askedBy = Assert.Single((await desk.ReadAsync(chair, id, default))!.Requests).Request.AskedBy;
        Assert.Null(await desk.DecideAsync(chair, id, item, askedBy, false, "non", default));

        Assert.Equal(EvocationState.Rejected, Assert.Single(await desk.StatesAsync(Who.With(askedBy), id, default)));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.StatesAsync(Who.Nobody, id, default));
    }
}
