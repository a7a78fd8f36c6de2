using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;
using Story = WitaLive.Tests.Domain.Applications.AnApplication.Story;

namespace WitaLive.Tests.Domain.Applications;

/// <summary>Law, art. 5; royal decree, art. 22; rules of procedure, art. 45 § 3.</summary>
public class Appealing
{
    private static readonly FileId s_file = new(Guid.NewGuid());
    private static readonly MeetingId s_meeting = new(Guid.NewGuid());
    private static readonly ChamberId s_first = new(Guid.NewGuid());
    private static readonly ChamberId s_rerouted = new(Guid.NewGuid());
    private static readonly ChamberId s_other = new(Guid.NewGuid());

    [Theory]
    [InlineData("2026-01-12", "2026-02-12"), InlineData("2026-01-31", "2026-02-28"), InlineData("2026-02-28", "2026-03-28")]
    public void Is_possible_for_a_month_from_the_notification(string notified, string last)
    {
        var refused = Refused();
        refused.Wait(Day(notified).DayNumber - refused.Day.DayNumber).Do(new NotifyDecision(Day(notified)));
        Assert.Equal(Day(last), refused.Now.AppealUntil(AnApplication.Rule));

        var (inTime, late) = (On(Day(last)), On(Day(last).AddDays(1)));
        Assert.Equal(ApplicationState.Submitted, inTime.Do(Against(refused)).Now.State);
        Assert.Equal(new TooLateToAppeal(Day(last)), late.Refused(Against(refused)));
    }

    [Fact]
    public void Is_possible_anew_for_a_month_from_the_notification_of_what_took_the_place_of_the_decision()
    {
        var refused = Refused();
        refused.Wait(20).Do(new NotifyDecision(refused.Day)).Wait(40).Do(new NotifyDecision(refused.Day, Number: 2));

        Assert.Equal(refused.Day.AddMonths(1), refused.Now.AppealUntil(AnApplication.Rule));
        Assert.Equal(refused.Day, refused.Replayed().NotifiedOn);
        Assert.IsType<ApplicationIsElsewhere>(refused.Refused(new NotifyDecision(refused.Day, Number: 2)));
        Assert.IsType<ApplicationIsElsewhere>(refused.Refused(new NotifyDecision(refused.Day))); // what it corrects came later by post
    }

    [Fact]
    public void Is_not_too_late_while_nobody_was_notified() => Assert.Equal(ApplicationState.Submitted, On(Day("2027-01-12")).Do(Against(Refused())).Now.State);

    [Fact]
    public void Needs_a_decision_and_something_new_and_comes_once()
    {
        var refused = Refused();
        Assert.IsType<NothingToAppeal>(new Story().Refused(Against(new Story().Do(new SubmitApplication([], 0, HasOpen: false)))));
        Assert.Equal(new AppealNeedsElement(Application.LongestText), new Story().Refused(Against(refused) with { Element = " " }));
        Assert.IsType<AppealNeedsElement>(new Story().Refused(Against(refused) with { Element = new('x', Application.LongestText + 1) }));
        Assert.IsType<AppealedAlready>(new Story().Refused(Against(refused) with { IsAppealed = true }));

        var appeal = new Story().Do(Against(refused)).Do(new DeclareComplete()).Do(new RouteToChamber(s_other, "")).Do(new PlaceOnAgenda(s_meeting, Story.Begin.AddDays(20)))
            .Do(new ConcludeInChamber(s_meeting, ChamberAnswer.Decided, "refusal", null));
        Assert.IsType<AppealedAlready>(new Story().Refused(Against(appeal)));
        Assert.IsType<ApplicationIsElsewhere>(appeal.Do(new NotifyDecision(appeal.Day)).Refused(new NotifyDecision(appeal.Day)));
        Assert.Null(appeal.Now.AppealUntil(AnApplication.Rule));
    }

    [Fact]
    public void Is_open_against_every_decision_unless_a_setting_takes_an_outcome_out()
    {
        var granted = new Story().Do(new SubmitApplication([], 0, HasOpen: false)).Do(new DeclareComplete()).Do(new RouteToChamber(s_first, "")).Do(new PlaceOnAgenda(s_meeting, Story.Begin.AddDays(20)))
            .Do(new ConcludeInChamber(s_meeting, ChamberAnswer.Decided, "plus", null)).Now;
        var narrower = AnApplication.Rule with { BeyondAppeal = ["plus"] };

        Assert.All(TheRules.InForce.FileKinds.Find(FileKind.Application)!.Outcomes, outcome => Assert.True(AnApplication.Rule.IsAppealable(FileKind.Application, isAppeal: false, outcome)));
        Assert.False(AnApplication.Rule.IsAppealable(FileKind.Application, isAppeal: true, "refusal"));
        Assert.False(AnApplication.Rule.IsAppealable(FileKind.Appeal, isAppeal: false, "refusal")); // of which only agendas know what it was against
        Assert.Equal((true, false), (AnApplication.Rule.IsAppealable(FileKind.Suspension, false, "suspension"), AnApplication.Rule.IsAppealable(FileKind.Amateur, false, "suspension")));
        Assert.Equal((true, false), (granted.IsOpenToAppeal(AnApplication.Rule, new(2026, 12, 1)), granted.IsOpenToAppeal(narrower, new(2026, 12, 1))));
        Assert.True(narrower.IsAppealable(FileKind.Application, isAppeal: false, "refusal"));
    }

    [Fact]
    public void Never_goes_to_a_chamber_that_had_it_even_if_that_one_sent_it_on()
    {
        var appeal = new Story().Do(Against(Refused())).Do(new DeclareComplete());

        Assert.IsType<ChamberHadItBefore>(appeal.Refused(new RouteToChamber(s_first, "")));
        Assert.IsType<ChamberHadItBefore>(appeal.Refused(new RouteToChamber(s_rerouted, "expertise", ByPresident: true)));
        Assert.Equal(s_other, appeal.Do(new RouteToChamber(s_other, "")).Now.Chamber);
        Assert.Equal(appeal.Now.Appeal!.Element, appeal.Replayed().Appeal!.Element);
    }

    [Fact]
    public void Begins_with_a_notification_between_the_decision_and_today()
    {
        var refused = Refused().Wait(3);
        Assert.IsType<NotificationDayUnusable>(refused.Refused(new NotifyDecision(refused.Day.AddDays(1))));
        Assert.IsType<NotificationDayUnusable>(refused.Refused(new NotifyDecision(refused.Day.AddDays(-4))));
        Assert.IsType<ApplicationIsElsewhere>(new Story().Do(new SubmitApplication([], 0, HasOpen: false)).Refused(new NotifyDecision(refused.Day)));
        Assert.Equal(refused.Day.AddDays(-3), refused.Do(new NotifyDecision(refused.Day.AddDays(-3))).Now.NotifiedOn);

        Assert.Null(refused.Do(new UndoInChamber(s_meeting)).Now.NotifiedOn);
    }

    [Fact] // royal decree, art. 18 § 1
    public void A_renewal_is_not_admissible_a_day_too_early()
    {
        var submission = new SubmitApplication([], 0, HasOpen: false);
        Assert.Equal(new TooEarlyToRenew(Day("2026-01-13")), new Story().Refused(submission with { NotBefore = Day("2026-01-13") }));
        Assert.Equal(ApplicationState.Submitted, new Story().Do(submission with { NotBefore = Day("2026-01-12") }).Now.State);
    }

    private static Story Refused() => new Story().Do(new SubmitApplication([], 0, HasOpen: false)).Do(new DeclareComplete()).Do(new RouteToChamber(s_first, ""))
        .Do(new RouteToChamber(s_rerouted, "expertise", ByPresident: true)).Do(new PlaceOnAgenda(s_meeting, Story.Begin)).Do(new ConcludeInChamber(s_meeting, ChamberAnswer.Decided, "refusal", null));

    private static FileAppeal Against(Story decided) => new(s_file, decided.Now, IsAppealed: false, "Le contrat que voici.", []);

    private static Story On(DateOnly day) => new Story().Wait(day.DayNumber - new Story().Day.DayNumber);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
