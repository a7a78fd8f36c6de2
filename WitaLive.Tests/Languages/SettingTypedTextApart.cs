using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Answers;
using WitaLive.App.Calendar;
using WitaLive.App.Conflicts;
using WitaLive.App.Files;
using WitaLive.App.Meetings;
using WitaLive.App.Reports;
using WitaLive.Domain;
using WitaLive.Domain.Answers;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Ties;
using WitaLive.Tests.Access;
using WitaLive.Tests.Components;
using WitaLive.Tests.Conflicts;
using WitaLive.Tests.Meetings;
using WitaLive.Tests.Reports;

namespace WitaLive.Tests.Languages;

/// <summary>What people typed turns the direction of nothing that stands beside it in the same sentence.</summary>
public class SettingTypedTextApart
{
    private const string Typed = "\u202Eעברית 12";
    private const string Apart = "\u2068\u202Eעברית 12\u2069";

    [Fact]
    public async Task In_every_step_of_a_file()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (point, by, chamber) = (new PointId(Guid.NewGuid()), new PersonId(Guid.NewGuid()), await office.ChamberAsync());
        ImmutableArray<ApplicationEvent> events =
        [
            new InformationRequested([new(point, Typed), new(new(Guid.NewGuid()), Typed)]), new PointAnswered(point, Typed, []) { By = by }, new InstitutionsAsked(Typed, new(2027, 1, 5)),
            new AppealFiled(new(Guid.NewGuid()), [], Typed, [], null), new JudgmentReplaced("plus", Typed, new(2027, 1, 5)), new RoutedToChamber(chamber.Id, Typed),
        ];

        var html = await Rendered.AsHtml<StepList>("en", new()
        {
            ["Events"] = events, ["People"] = ImmutableDictionary<PersonId, string>.Empty.Add(by, Typed), ["Chambers"] = ImmutableDictionary<ChamberId, App.Chambers.ChamberOnDay>.Empty.Add(chamber.Id, chamber),
        }, office.AddTo);

        AssertAllApart(html, 9);
    }

    [Fact]
    public async Task In_what_is_said_of_a_conflict_on_screen_and_by_mail()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, item, seat) = await SteppingAside.PlannedAsync(office);
        await SteppingAside.Sweep(office).RunAsync(default);
        Assert.Null(await SteppingAside.Recusals(office).AnswerAsync(Who.With(seat.Effective!.Id), id, item, true, default));
        var chair = (await office.ChamberAsync()).Chair!.Id;
        Assert.Null(await SteppingAside.Recusals(office).LiftAsync(Who.With(chair), id, item, seat.Effective.Id, Typed, default));
        await office.DoAsync(db => db.Set<PlannedMeeting>().Single(m => m.Id == id).Place = Typed);
        Assert.Contains(await office.MailsAsync(id), mail => mail.Purpose == ConflictMails.Purpose && mail.Text.Contains(Apart, StringComparison.Ordinal));

        await using var panel = await APage.OpenAsync<ConflictPanel>(office, PlanningOffice.Secretary, new() { ["Meeting"] = id }, add: services => services.AddSingleton(SteppingAside.Desk(office)));
        AssertAllApart(await panel.HtmlAsync(), 1);
        var line = Assert.Single(await SteppingAside.Desk(office).OfMeetingAsync(PlanningOffice.Secretary, id, default));
        var declared = new PossibleConflict { MeetingId = id, ItemId = item, PersonId = seat.Effective.Id, Kind = TieKind.Name, Words = Typed, FoundAt = default };
        AssertAllApart(await Rendered.AsHtml<ConflictFacts>("en", new() { ["Line"] = line, ["IsOfAnother"] = true }, office.AddTo), 1);
        AssertAllApart(await Rendered.AsHtml<ConflictFacts>("en", new() { ["Line"] = line with { Conflict = declared, LiftedBy = null }, ["IsOfAnother"] = false }, office.AddTo), 1);
    }

    [Fact]
    public async Task In_answers_and_calendars()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (words, chamber) = (office.Get<AnswerWords>(), await office.ChamberAsync());
        var person = Person.New(new(Guid.NewGuid()));
        Assert.Null(person.Describe("Ada", "עברית", "ada@example.org", "fr", []));
        Assert.Contains("\u2068Ada עברית\u2069", words.Sentence(AnswerKind.Partner, person), StringComparison.Ordinal);
        Assert.Contains("\u2068Ada עברית\u2069", words.Button(AnswerKind.Partner, person), StringComparison.Ordinal);
        Assert.Contains(Apart, words.Sentence(new GivenAnswer { MeetingId = new(Guid.NewGuid()), PersonId = person.Id, Number = 1, Kind = AnswerKind.Absent, Reason = Typed, At = default, Way = AnswerWay.App }, null), StringComparison.Ordinal);
        Assert.Contains("\u2068Ada עברית\u2069", words.ReasonHint(callsPartner: false, person), StringComparison.Ordinal);

        var id = await office.PlanAsync();
        await office.DoAsync(db => db.Set<PlannedMeeting>().Single(m => m.Id == id).CancelReason = Typed);
        await office.DoAsync(db => db.Set<PlannedMeeting>().Single(m => m.Id == id).CancelledAt = office.Clock.GetUtcNow());
        var called = office.Get<MeetingEvents>().Of(await office.ReadAsync(id), chamber, new OwnPart(new("Ada", "ada@example.org"), IsCalled: true, null), office.Clock.GetUtcNow());
        AssertAllApart(called.Description!, 1);
    }

    [Fact]
    public async Task In_a_pause_of_a_report()
    {
        await using var office = await PlanningOffice.OnAsync();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("fr");
        var id = await AHeldMeeting.HoldAsync(office, "2027-01-05", pause: Typed);

        var document = Assert.Single((await office.Get<ReportReading>().ReadAsync(PlanningOffice.Secretary, id, default))!.Documents);

        AssertAllApart(Assert.Single(document.Facts, fact => fact.Text.Contains("עברית", StringComparison.Ordinal)).Text, 1);
    }

    private static void AssertAllApart(string shown, int times)
    {
        Assert.Equal(times, shown.Split(Apart).Length - 1);
        Assert.DoesNotContain(Typed, shown.Replace(Apart, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
