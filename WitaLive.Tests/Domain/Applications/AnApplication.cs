using System.Text.Json;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;
using Steps = WitaLive.Domain.Result<System.Collections.Immutable.ImmutableArray<WitaLive.Domain.Applications.ApplicationEvent>>;

namespace WitaLive.Tests.Domain.Applications;

public class AnApplication
{
    internal static readonly Procedure Rule = TheRules.InForce.Procedure;
    private static readonly PersonId s_applicant = new(Guid.NewGuid());
    private static readonly MeetingId s_meeting = new(Guid.NewGuid());
    private static readonly ChamberId s_chamber = new(Guid.NewGuid());
    private static readonly Point s_point = new(new(Guid.NewGuid()), "Quel est votre rôle ?");

    private static SubmitApplication Submission { get; } = new([], 0, HasOpen: false);

    [Fact]
    public void Goes_from_a_draft_to_a_decision()
    {
        var story = new Story().Do(Submission).Do(new DeclareComplete()).Do(new RouteToChamber(s_chamber, "")).Do(new PlaceOnAgenda(s_meeting, Story.Begin.AddDays(20)))
            .Do(new ConcludeInChamber(s_meeting, ChamberAnswer.Decided, "plus", null));

        Assert.Equal((ApplicationState.Decided, "plus"), (story.Now.State, story.Now.Outcome));
        Assert.Equal(
            [typeof(ApplicationSubmitted), typeof(DeclaredComplete), typeof(RoutedToChamber), typeof(PutOnAgenda), typeof(ChamberConcluded)],
            story.Journal.Select(e => e.GetType()));
    }

    [Fact] // royal decree, art. 14
    public void Is_the_third_of_the_year_and_refused()
    {
        Assert.Equal(new TooManyApplications(2), new Story().Refused(Submission with { ThisYear = 2 }));
        Assert.Equal(ApplicationState.Submitted, new Story().Do(Submission with { ThisYear = 1 }).Now.State);
        Assert.IsType<AnotherApplicationIsOpen>(new Story().Refused(Submission with { HasOpen = true }));
        Assert.Equal(new ApplicationHasGaps(1), new Story().Refused(Submission with { Gaps = [new(GapKind.NoCoreActivity)] }));
    }

    [Fact]
    public void Is_complete_only_when_nothing_asked_is_open()
    {
        var asked = new Story().Do(Submission).Do(new RequestInformation([s_point]));

        Assert.Equal(new PointsAreOpen(1), asked.Refused(new DeclareComplete()));
        Assert.Equal(ApplicationState.Submitted, asked.Do(new AnswerPoint(s_point.Id, " Dramaturge ", [])).Now.State);
        Assert.Equal("Dramaturge", asked.Now.Points.Single().Answer);
        Assert.IsType<PointIsClosed>(asked.Refused(new AnswerPoint(s_point.Id, "Régie", [])));
        Assert.Equal(ApplicationState.Complete, asked.Do(new DeclareComplete()).Now.State);
    }

    [Fact] // rules of procedure, art. 24: «no reaction»
    public void Is_not_silent_while_its_applicant_writes()
    {
        var story = new Story().Do(Submission).Do(new RequestInformation([s_point])).Look(30).Do(new HearApplicant());

        Assert.Equal((story.Day, 0), (story.Now.SilentSince, story.Now.Reminders));
        Assert.Equal(ApplicationState.AwaitingInformation, story.Look(30).Now.State);
        Assert.Equal(ApplicationState.Cancelled, story.Wait(1).Do(new LookAtSilence()).Now.State);
        Assert.IsType<ApplicationIsFinished>(story.Refused(new HearApplicant()));
        Assert.Single(new Story().Do(Submission).Do(new HearApplicant()).Journal); // who owes nothing is not silent
    }

    [Fact] // rules of procedure, art. 24: not a day earlier, two reminders, 30 calendar days
    public void Is_cancelled_by_thirty_days_of_silence_after_two_reminders()
    {
        var story = new Story().Do(Submission).Do(new RequestInformation([s_point]));
        List<int> reminded = [];
        for (var day = 1; day <= 30; day++)
        {
            story.Wait(1);
            if (story.Do(new LookAtSilence()).Last is ApplicantReminded)
                reminded.Add(day);
            Assert.Equal(ApplicationState.AwaitingInformation, story.Now.State);
        }
        Assert.Equal([10, 20], reminded);

        Assert.Equal(ApplicationState.Cancelled, story.Wait(1).Do(new LookAtSilence()).Now.State);
        Assert.IsType<ApplicationIsFinished>(story.Refused(new AnswerPoint(s_point.Id, "Me voici", [])));
    }

    [Theory] // rules of procedure, art. 24 and 25: whatever stood still, both reminders went and had the days that the text gives them
    [InlineData(0, "10 20 31"), InlineData(9, "10 20 31"), InlineData(14, "15 25 36"), InlineData(29, "30 40 51"), InlineData(400, "401 411 422")]
    public void Is_never_cancelled_before_both_reminders_had_their_time(int standsStill, string expected)
    {
        var story = new Story().Do(Submission).Do(new RequestInformation([s_point])).Wait(standsStill);
        var asked = story.Day.AddDays(-standsStill);

        while (!story.Now.IsFinished && story.Day < asked.AddDays(500))
            story.Look(1).Do(new LookAtSilence()); // as often a day as it may be

        Assert.Equal([typeof(ApplicantReminded), typeof(ApplicantReminded), typeof(CancelledForSilence)], story.Journal[2..].Select(e => e.GetType()));
        Assert.Equal(expected, string.Join(' ', story.Journal[2..].Select(e => e.On.DayNumber - asked.DayNumber)));
    }

    [Fact]
    public void Is_not_cancelled_while_somebody_reacts()
    {
        var other = new Point(new(Guid.NewGuid()), "Et le contrat ?");
        var story = new Story().Do(Submission).Do(new RequestInformation([s_point, other])).Look(29).Do(new AnswerPoint(s_point.Id, "Dramaturge", []));

        Assert.Equal(ApplicationState.AwaitingInformation, story.Look(30).Now.State);
        Assert.Equal(ApplicationState.Cancelled, story.Wait(1).Do(new LookAtSilence()).Now.State);
    }

    [Fact] // rules of procedure, art. 25: 5, 10 and 20 days
    public void Is_cancelled_when_an_invitation_to_a_hearing_is_not_answered()
    {
        var story = Sitting().Do(new ConcludeInChamber(s_meeting, ChamberAnswer.HearingAsked, null, null)).Do(new InviteToHearing());

        Assert.Equal([typeof(ApplicantReminded), typeof(ApplicantReminded), typeof(CancelledForSilence)],
            Enumerable.Range(0, 21).Select(_ => story.Wait(1).Do(new LookAtSilence()).TakeLast()).OfType<ApplicationEvent>().Select(e => e.GetType()));
        Assert.Equal(21, (story.Journal[^1].On.DayNumber - story.Journal.OfType<InvitedToHearing>().Single().On.DayNumber));
    }

    [Fact] // rules of procedure, art. 27
    public void Can_be_withdrawn_until_48_hours_before_it_is_dealt_with()
    {
        Assert.Equal(new TooLateToWithdraw(48), Sitting(startsIn: TimeSpan.FromHours(48) - TimeSpan.FromSeconds(1)).Refused(new WithdrawApplication()));
        Assert.Equal(ApplicationState.Withdrawn, Sitting(startsIn: TimeSpan.FromHours(48)).Do(new WithdrawApplication()).Now.State);
        Assert.Equal(ApplicationState.Withdrawn, new Story().Do(Submission).Do(new WithdrawApplication()).Now.State);
    }

    [Fact] // royal decree, art. 13
    public void Has_a_clock_that_stands_still_while_the_applicant_is_asked()
    {
        var story = new Story().Do(Submission).Do(new DeclareComplete());
        Assert.Equal(new(2026, 4, 12), story.Due);

        story.Wait(10).Do(new RequestInformation([s_point]));
        Assert.Equal(new(2026, 4, 13), story.Due);
        story.Wait(4);
        Assert.Equal(new(2026, 4, 17), story.Due);
        story.Do(new AnswerPoint(s_point.Id, "Dramaturge", [])).Wait(5);
        Assert.Equal(new(2026, 4, 17), story.Due);
        Assert.False(story.Now.IsStopped(story.Day));
    }

    [Fact] // rules of procedure, art. 24 and 43: two months from the first time on
    public void Has_a_clock_that_institutions_stop_for_two_months_at_most()
    {
        var story = new Story().Do(Submission).Do(new DeclareComplete()).Do(new AskInstitutions("ONSS"));
        story.Wait(59).Do(new HearInstitutions()); // 12 January to 11 March
        Assert.Equal(new(2026, 6, 9), story.Due); // 12 April and the 59 days, of which the first, that of completeness, would not have counted
        Assert.Equal(new InstitutionsHadTheirTime(2), story.Refused(new AskInstitutions("ONEM")));
    }

    [Theory] // law, art. 6
    [InlineData(-1, false), InlineData(0, true), InlineData(3, true), InlineData(4, false)]
    public void Is_judged_from_the_day_of_its_decision_until_today(int day, bool may)
    {
        var story = Sitting().Do(new ConcludeInChamber(s_meeting, ChamberAnswer.Decided, "refusal", null));
        var judgment = new ReplaceByJudgment("plus", "Tribunal du travail", story.Day.AddDays(day));
        story.Wait(3);

        if (may)
            Assert.Equal("plus", story.Do(judgment).Now.Outcome);
        else
            Assert.IsType<JudgmentUnusable>(story.Refused(judgment));
    }

    [Fact]
    public void Is_judged_again_from_the_day_of_the_judgment_before()
    {
        var story = Sitting().Do(new ConcludeInChamber(s_meeting, ChamberAnswer.Decided, "refusal", null));
        var (judged, decided) = (story.Day.AddDays(2), story.Day);
        story.Wait(3).Do(new ReplaceByJudgment("plus", "Tribunal du travail", judged));

        Assert.IsType<JudgmentUnusable>(story.Refused(new ReplaceByJudgment("ordinary", "Cour du travail", decided)));
        Assert.Equal("ordinary", story.Do(new ReplaceByJudgment("ordinary", "Cour du travail", judged)).Now.Outcome);
    }

    [Theory] // the months are whole ones, also where the last has no such day
    [InlineData(0, "2026-03-11"), InlineData(353, "2027-02-28"), InlineData(354, "2027-02-28")]
    public void Waits_for_institutions_until_the_day_before_the_same_date(int after, string last)
    {
        var story = new Story().Do(Submission).Do(new DeclareComplete()).Wait(after).Do(new AskInstitutions("ONSS")); // 12 January, 31 December, 1 January

        Assert.Equal(DateOnly.ParseExact(last, "yyyy-MM-dd", null), Assert.IsType<InstitutionsAsked>(story.Journal[^1]).Until);
    }

    [Fact]
    public void Goes_to_another_chamber_with_a_reason_only()
    {
        var story = new Story().Do(Submission).Do(new DeclareComplete()).Do(new RouteToChamber(s_chamber, ""));

        var other = new RouteToChamber(new(Guid.NewGuid()), " ", ByPresident: true);
        Assert.IsType<OtherChamberNeedsReason>(story.Refused(other));
        Assert.IsType<OnlyThePresidentSendsOn>(story.Refused(other with { Reason = "expertise", ByPresident = false }));
        Assert.IsType<OtherChamberNeedsReason>(story.Refused(other with { Reason = new('x', Application.LongestText + 1) }));
        Assert.Equal(4, story.Do(new RouteToChamber(s_chamber, "")).Do(other with { Reason = "expertise" }).Journal.Count);
        Assert.Equal((other.Chamber, "expertise", true), story.Journal[^1] is RoutedToChamber sent ? (sent.Chamber, sent.Reason, sent.ByPresident) : default);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Goes_to_no_chamber_of_another_language_nor_to_one_in_which_its_applicant_sits(bool byPresident)
    {
        var story = new Story().Do(Submission).Do(new DeclareComplete());

        Assert.IsType<ChamberOfOtherLanguage>(story.Refused(new RouteToChamber(s_chamber, "expertise", ChamberBar.OtherLanguage, byPresident)));
        Assert.IsType<ApplicantSitsThere>(story.Refused(new RouteToChamber(s_chamber, "expertise", ChamberBar.ApplicantSits, byPresident)));
        Assert.Equal(s_chamber, story.Do(new RouteToChamber(s_chamber, "", null, byPresident)).Now.Chamber);
    }

    [Theory]
    [InlineData(ChamberAnswer.Decided, ApplicationState.Decided), InlineData(ChamberAnswer.Referred, ApplicationState.Referred), InlineData(ChamberAnswer.Postponed, ApplicationState.Routed)]
    [InlineData(ChamberAnswer.InformationAsked, ApplicationState.AwaitingInformation), InlineData(ChamberAnswer.HearingAsked, ApplicationState.AwaitingHearing), InlineData(ChamberAnswer.Withdrawn, ApplicationState.Withdrawn)]
    public void Follows_its_chamber_there_and_back(ChamberAnswer answer, ApplicationState state)
    {
        var story = Sitting().Do(new ConcludeInChamber(s_meeting, answer, null, answer == ChamberAnswer.Referred ? TheRules.Enlarged : null));
        Assert.Equal(state, story.Now.State);

        story.Do(new UndoInChamber(s_meeting));
        Assert.Equal((ApplicationState.OnAgenda, (FormationCode?)null), (story.Now.State, story.Now.ReferredTo));
        Assert.IsType<ApplicationIsElsewhere>(story.Refused(new UndoInChamber(s_meeting)));
    }

    private static Story Sitting(TimeSpan? startsIn = null)
    {
        var story = new Story().Do(Submission).Do(new DeclareComplete()).Do(new RouteToChamber(s_chamber, ""));
        return story.Do(new PlaceOnAgenda(s_meeting, story.At + (startsIn ?? TimeSpan.FromDays(3))));
    }

    /// <summary>An application, what happened to it so far, and a clock.</summary>
    internal sealed class Story
    {
        /// <summary>A Monday: three months later it is 12 April 2026.</summary>
        public static DateTimeOffset Begin { get; } = new(2026, 1, 12, 9, 0, 0, TimeSpan.Zero);

        public Application Now { get; private set; } = new();

        public List<ApplicationEvent> Journal { get; } = [];

        public DateTimeOffset At { get; private set; } = Begin;

        public DateOnly Day => DateOnly.FromDateTime(At.Date);

        public DateOnly? Due => Now.DueBy(Rule.Decision, Day)?.DueOn;

        /// <summary>What the last act brought about; null for nothing.</summary>
        public ApplicationEvent? Last { get; private set; }

        public Story Wait(int days)
        {
            At = At.AddDays(days);
            return this;
        }

        /// <summary>So many days pass, and on each of them somebody looks whether the applicant is silent.</summary>
        public Story Look(int days)
        {
            for (var day = 1; day <= days; day++)
                Wait(1).Do(new LookAtSilence());
            return this;
        }

        public Steps Ask(ApplicationCommand command) => Now.Decide(command, Rule, s_applicant, At, Day);

        public Story Do(ApplicationCommand command)
        {
            var events = Assert.IsType<Steps.Ok>(Ask(command)).Value;
            Take(events);
            return this;
        }

        public void Take(ImmutableArray<ApplicationEvent> events)
        {
            Last = events.IsEmpty ? null : events[^1];
            foreach (var happened in events)
            {
                Journal.Add(happened);
                Now = Now.Apply(happened);
            }
        }

        public Refusal Refused(ApplicationCommand command) => Assert.IsType<Steps.Refused>(Ask(command)).Why;

        public ApplicationEvent? TakeLast()
        {
            var last = Last;
            Last = null;
            return last;
        }

        /// <summary>The same state from the journal alone, written and read.</summary>
        public Application Replayed() => Journal.Select(e => JsonSerializer.Deserialize<ApplicationEvent>(JsonSerializer.Serialize(e))!).Aggregate(new Application(), (now, e) => now.Apply(e));
    }
}
