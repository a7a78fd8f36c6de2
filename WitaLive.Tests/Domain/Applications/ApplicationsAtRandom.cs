using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using Steps = WitaLive.Domain.Result<System.Collections.Immutable.ImmutableArray<WitaLive.Domain.Applications.ApplicationEvent>>;

namespace WitaLive.Tests.Domain.Applications;

/// <summary>Whatever is asked in whatever order: an application is always somewhere, and its clock never runs backwards.</summary>
public class ApplicationsAtRandom
{
    private static readonly MeetingId[] s_meetings = [new(Guid.NewGuid()), new(Guid.NewGuid())];
    private static readonly ChamberId[] s_chambers = [new(Guid.NewGuid()), new(Guid.NewGuid())];
    private static readonly PointId[] s_points = [.. Enumerable.Range(0, 6).Select(_ => new PointId(Guid.NewGuid()))];

    // An act and the days that pass before it. What leads onward comes often, or most stories would end at once.
    private static readonly Gen<(ApplicationCommand Command, int Days)> s_acts =
        from days in Gen.Elements(0, 0, 0, 1, 3, 12, 31)
        from meeting in Gen.Elements(s_meetings)
        from chamber in Gen.Elements(s_chambers)
        from point in Gen.Elements(s_points)
        from answer in Gen.Elements(Enum.GetValues<ChamberAnswer>())
        from command in Gen.Elements<ApplicationCommand>(
            new SubmitApplication([], 0, false), new SubmitApplication([], 0, false), new SubmitApplication([], 2, false), new SubmitApplication([new(GapKind.NoAddress)], 0, false),
            new RequestInformation([new(point, "?")]), new RequestInformation([]), new AnswerPoint(point, "!", []), new AnswerPoint(point, "!", []), new AnswerPoint(point, " ", []), new DropPoint(point),
            new LookAtSilence(), new DeclareComplete(), new DeclareComplete(), new AskInstitutions("ONSS"), new HearInstitutions(),
            new RouteToChamber(chamber, ""), new RouteToChamber(chamber, "expertise"), new RouteToChamber(chamber, "expertise", ByPresident: true), new PlaceOnAgenda(meeting, AnApplication.Story.Begin.AddDays(400)), new PlaceOnAgenda(meeting, AnApplication.Story.Begin.AddDays(30)),
            new TakeOffAgenda(), new InviteToHearing(), new ConfirmHearing(), new ConcludeInChamber(meeting, answer, "plus", answer == ChamberAnswer.Referred ? TheRules.Enlarged : null),
            new ForgoHearing("non"), new HearApplicant(), new PostLetter(AnApplication.Story.Begin.DayInBrussels().AddDays(days)), new TellRequester(AnApplication.Story.Begin.DayInBrussels().AddDays(days)), new NotifyDecision(AnApplication.Story.Begin.DayInBrussels().AddDays(days), new DateOnly(2027, 6, 1)),
            new UndoInChamber(meeting), new WithdrawApplication(), new NotifyDecision(AnApplication.Story.Begin.DayInBrussels().AddDays(days)))
        select (command, days);

    // What somebody sends in, and what is asked for against somebody.
    private static readonly ApplicationCommand[] s_begun =
    [
        new SubmitApplication([], 0, HasOpen: false),
        new RequestMeasure(new(WitaLive.Domain.Rules.FileKind.Suspension, "onss", "abuse", "Faux", AnApplication.Story.Begin.DayInBrussels()), HasOpen: false),
        new RequestMeasure(new(WitaLive.Domain.Rules.FileKind.Suspension, "onss", "abuse", "Faux", AnApplication.Story.Begin.DayInBrussels()), HasOpen: false, IsByLetter: true),
    ];

    [Fact]
    public void Are_never_in_a_state_that_there_is_not() => Prop.ForAll(s_acts.ListOf(60).ToArbitrary(), acts =>
    {
        foreach (var begun in s_begun)
        {
            var story = new AnApplication.Story();
            story.Do(begun); // a draft would refuse most of what follows
            foreach (var (command, days) in acts)
            {
                var before = story.Now;
                var due = story.Wait(days).Due;
                if (story.Ask(command) is Steps.Ok(var events))
                    story.Take(events);
                Check(story, before, due, command);
            }
            Assert.Equal(Written(story.Now), Written(story.Replayed()));
        }
        return true;
    }).IsTried(300);

    [Fact]
    public void Reach_every_state()
    {
        var reached = new HashSet<ApplicationState> { ApplicationState.Draft };
        // A silence that cancels needs two reminders and their days before it: some hundred stories have none.
        for (var round = 0; round < 40 && reached.Count < Enum.GetValues<ApplicationState>().Length; round++)
        {
            foreach (var acts in s_acts.ListOf(60).Sample(400, 60))
            {
                var story = new AnApplication.Story();
                story.Do(new SubmitApplication([], 0, HasOpen: false));
                foreach (var (command, days) in acts)
                {
                    if (story.Wait(days).Ask(command) is Steps.Ok(var events))
                        story.Take(events);
                    reached.Add(story.Now.State);
                }
            }
        }
        Assert.Equal(Enum.GetValues<ApplicationState>(), reached.Order());
    }

    private static void Check(AnApplication.Story story, Application before, DateOnly? due, ApplicationCommand command)
    {
        var (now, today) = (story.Now, story.Day);
        Assert.True(Enum.IsDefined(now.State), $"{command}: {now.State}");
        Assert.Equal(story.Journal.Count, now.Version);
        Assert.Equal(now.State == ApplicationState.OnAgenda, now.Agenda is not null);
        if (before.IsFinished && !now.IsFinished)
            Assert.IsType<UndoInChamber>(command);
        if (now.IsFinished)
            Assert.Null(now.SilentSince);
        Assert.True(now.NotifiedOn is null || now.State == ApplicationState.Decided, $"notified while {now.State}");
        Assert.True(now.State is not (ApplicationState.Complete or ApplicationState.Routed) || now.CompleteOn is not null || now.IsAgainst, "complete without a day");
        Assert.True(now.OpenPoints.All(_ => now.State == ApplicationState.AwaitingInformation), $"a question is open while the application is {now.State}");
        Assert.True(!now.IsAgainst || now.State is not (ApplicationState.Cancelled or ApplicationState.AwaitingInformation), $"a measure is {now.State}");
        Assert.True(due is null || story.Due >= due, $"{command}: due {due:O}, then {story.Due:O}");
        Assert.True(now.DueBy(AnApplication.Rule.Decision, today.AddDays(1)) is not { } tomorrow || tomorrow.DueOn >= story.Due, "the clock runs backwards overnight");
    }

    private static string Written(Application application) => JsonSerializer.Serialize(application with { Agenda = null });
}
