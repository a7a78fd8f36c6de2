using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;
using Story = WitaLive.Tests.Domain.Applications.AnApplication.Story;

namespace WitaLive.Tests.Domain.Applications;

/// <summary>Royal decree, art. 19 and 28; rules of procedure, art. 28 to 30 and 47.</summary>
public class AskingForAMeasure
{
    private static readonly FileId s_file = new(Guid.NewGuid());
    private static readonly MeetingId s_meeting = new(Guid.NewGuid());
    private static readonly ChamberId s_chamber = new(Guid.NewGuid());
    private static readonly ChamberId s_other = new(Guid.NewGuid());

    [Theory] // who may ask, and on what ground
    [InlineData(FileKind.Suspension, "onss", "abuse", true), InlineData(FileKind.Suspension, "president", "falseEvidence", true), InlineData(FileKind.Suspension, "onss", "other", false)]
    [InlineData(FileKind.Suspension, "neighbour", "abuse", false), InlineData(FileKind.Application, "onss", "abuse", false)]
    [InlineData(FileKind.Amateur, "inami", "abuse", true), InlineData(FileKind.Amateur, "president", "abuse", false), InlineData(FileKind.Amateur, "onem", "falseEvidence", false)]
    public void Is_for_those_whom_the_decree_names(string kind, string requester, string ground, bool may)
    {
        var request = Wish(kind, requester, ground);

        if (may)
            Assert.Equal(ApplicationState.AwaitingHearing, new Story().Do(request).Now.State);
        else
            Assert.IsType<MeasureNeedsReasons>(new Story().Refused(request));
    }

    [Fact]
    public void Needs_facts_a_day_that_has_come_and_no_other_request_that_is_open()
    {
        var wish = Wish();
        Assert.IsType<MeasureNeedsReasons>(new Story().Refused(wish with { Sought = wish.Sought with { Reasons = " " } }));
        Assert.IsType<RequestDayUnusable>(new Story().Refused(wish with { Sought = wish.Sought with { RequestedOn = new Story().Day.AddDays(1) } }));
        Assert.IsType<MeasureIsSought>(new Story().Refused(wish with { HasOpen = true }));
        Assert.IsType<ApplicationIsElsewhere>(new Story().Do(wish).Refused(wish));
    }

    [Fact] // the person is invited with the same act
    public void Invites_whom_it_concerns_who_comes_or_writes_instead()
    {
        var story = new Story().Do(Wish());
        Assert.Equal(story.Day, story.Now.InvitedOn);
        Assert.IsType<ApplicationIsElsewhere>(story.Refused(new RouteToChamber(s_chamber, "")));
        Assert.IsType<ApplicationIsElsewhere>(story.Refused(new WithdrawApplication()));
        Assert.IsType<ApplicationIsElsewhere>(story.Refused(new RequestInformation([new(new(Guid.NewGuid()), "?")])));

        Assert.Equal(ApplicationState.Complete, new Story().Do(Wish()).Do(new ConfirmHearing()).Now.State);
        var written = new Story().Do(Wish()).Do(new ForgoHearing(" Tout est vrai. "));
        Assert.Equal((ApplicationState.Complete, "Tout est vrai."), (written.Now.State, written.Now.SaidInstead));
        Assert.IsType<TextTooLong>(story.Refused(new ForgoHearing(new('x', Application.LongestText + 1))));
        Assert.IsType<ApplicationIsElsewhere>(written.Refused(new ForgoHearing("")));
        Assert.IsType<ApplicationIsElsewhere>(new Story().Do(new SubmitApplication([], 0, HasOpen: false)).Refused(new ForgoHearing("")));
    }

    [Fact] // rules of procedure, art. 28 and 30: 5, 10 and 20 days, then without a hearing
    public void Goes_on_without_a_hearing_after_twenty_days_of_silence()
    {
        var story = new Story().Do(Wish());
        List<int> reminded = [];
        for (var day = 1; day <= 20; day++)
        {
            story.Wait(1);
            if (story.Do(new LookAtSilence()).Last is ApplicantReminded)
                reminded.Add(day);
            Assert.Equal(ApplicationState.AwaitingHearing, story.Now.State);
        }
        Assert.Equal([5, 10], reminded);

        Assert.Equal(ApplicationState.Complete, story.Wait(1).Do(new LookAtSilence()).Now.State);
        Assert.Equal(new HearingForgone("", BySilence: true) with { At = story.Last!.At, On = story.Day }, story.Last with { By = null });
        Assert.Null(story.Due); // no text gives the Commission a time to decide it in
    }

    [Fact] // rules of procedure, art. 28: whoever was not told is not silent
    public void Waits_for_the_post_before_anybody_without_an_account_is_silent()
    {
        var story = new Story().Do(Wish() with { IsByLetter = true });
        Assert.Equal((story.Day, (DateOnly?)null), (story.Now.LetterDueSince!.Value, story.Now.SilentSince));
        var asked = story.Day;
        Assert.Equal(ApplicationState.AwaitingHearing, story.Wait(40).Do(new LookAtSilence()).Now.State);
        Assert.IsType<LetterDayUnusable>(story.Refused(new PostLetter(asked.AddDays(-1))));
        Assert.IsType<LetterDayUnusable>(story.Refused(new PostLetter(story.Day.AddDays(1))));

        var posted = story.Day;
        story.Do(new PostLetter(posted));
        Assert.Equal((posted, posted, (DateOnly?)null), (story.Now.InvitedOn!.Value, story.Now.SilentSince!.Value, story.Now.LetterDueSince));
        Assert.IsType<ApplicationIsElsewhere>(story.Refused(new PostLetter(posted)));
        Assert.Equal(posted.AddDays(5), story.Wait(5).Do(new LookAtSilence()).Now.LetterDueSince); // the reminder goes by post too
        Assert.Equal(posted, story.Do(new PostLetter(story.Day)).Now.SilentSince);
        Assert.Equal((2, posted.AddDays(10)), (story.Look(7).Now.Reminders, story.Now.LetterDueSince!.Value));
        story.Do(new PostLetter(story.Day)); // two days later
        Assert.Equal(ApplicationState.AwaitingHearing, story.Look(10).Now.State);
        Assert.Equal(ApplicationState.Complete, story.Look(1).Now.State);
        Assert.Null(story.Now.LetterDueSince);
        Assert.Equal(story.Now.State, story.Replayed().State);
        Assert.IsType<ApplicationIsElsewhere>(new Story().Do(Wish()).Refused(new PostLetter(new Story().Day))); // a mail went
    }

    [Theory]
    [InlineData(MeasureRule.Suspension, FileKind.Suspension, true), InlineData(MeasureRule.Annulment, FileKind.Suspension, true), InlineData("noMeasure", FileKind.Suspension, false)]
    [InlineData(MeasureRule.Suspension, FileKind.Amateur, true), InlineData(MeasureRule.Annulment, FileKind.Amateur, false), InlineData("warning", FileKind.Amateur, false)]
    public void Says_whose_end_somebody_has_to_name(string outcome, string kind, bool needs) => Assert.Equal(needs, Decided(outcome, kind).Now.NeedsUntil(AnApplication.Rule));

    [Theory] // the last day of the ban, three years from the notification at most, one day either side
    [InlineData(null, true), InlineData("2029-01-20", true), InlineData("2029-01-21", false), InlineData("2026-01-19", false), InlineData("2026-01-20", true)]
    public void May_end_in_an_annulment_with_a_ban(string? until, bool may)
    {
        var story = On("2026-01-20").Do(Wish()).Do(new ConfirmHearing()).Do(new RouteToChamber(s_chamber, "")).Do(new PlaceOnAgenda(s_meeting, Story.Begin.AddDays(20)))
            .Do(new ConcludeInChamber(s_meeting, ChamberAnswer.Decided, MeasureRule.Annulment, null));
        var notify = new NotifyDecision(Day("2026-01-20"), until is null ? null : Day(until));

        if (may)
            Assert.Equal(notify.Until, story.Do(notify).Now.MeasureUntil);
        else
            Assert.Equal(new BanIsTooLong(3, Day("2026-01-20"), Day("2029-01-20")), story.Refused(notify));
    }

    [Fact] // royal decree, art. 28: nobody chooses how long
    public void About_a_registration_brings_a_ban_of_three_years()
    {
        var story = Decided(MeasureRule.Annulment, FileKind.Amateur, "onss");

        Assert.Equal(story.Day.AddYears(3), story.Do(new NotifyDecision(story.Day, story.Day.AddDays(1))).Now.MeasureUntil);
        Assert.Null(story.Now.AppealUntil(AnApplication.Rule)); // the law gives an appeal for attestations only
        Assert.IsType<NothingToAppeal>(new Story().Refused(new FileAppeal(s_file, story.Now, IsAppealed: false, "Non", [])));
        Assert.IsType<ApplicationIsElsewhere>(story.Refused(new TellRequester(story.Day)));
    }

    [Fact]
    public void May_end_in_a_suspension_that_says_until_when()
    {
        var story = Decided(MeasureRule.Suspension);

        Assert.IsType<SuspensionNeedsEnd>(story.Refused(new NotifyDecision(story.Day)));
        Assert.IsType<SuspensionNeedsEnd>(story.Refused(new NotifyDecision(story.Day, story.Day)));
        Assert.Equal(story.Day.AddDays(1), story.Do(new NotifyDecision(story.Day, story.Day.AddDays(1))).Now.MeasureUntil);
        Assert.Equal(story.Now.MeasureUntil, story.Replayed().MeasureUntil);
        Assert.Null(story.Do(new UndoInChamber(s_meeting)).Now.MeasureUntil);
        Assert.Null(Decided("noMeasure").Do(new NotifyDecision(story.Day, story.Day.AddDays(9))).Now.MeasureUntil);
    }

    [Fact] // rules of procedure, art. 29
    public void Is_answered_to_the_inspection_service_within_a_month()
    {
        var story = Decided("noMeasure");

        Assert.Equal(story.Day.AddMonths(1), story.Now.TellUntil(AnApplication.Rule));
        Assert.IsType<NotificationDayUnusable>(story.Refused(new TellRequester(story.Day.AddDays(1))));
        Assert.Equal(story.Day, story.Do(new TellRequester(story.Day)).Now.RequesterToldOn);
        Assert.IsType<ApplicationIsElsewhere>(story.Refused(new TellRequester(story.Day)));
        Assert.Null(Decided("noMeasure", requester: MeasureRule.President).Now.TellUntil(AnApplication.Rule));
        Assert.IsType<ApplicationIsElsewhere>(Decided("noMeasure", requester: MeasureRule.President).Refused(new TellRequester(story.Day)));
    }

    [Fact] // law, art. 5; royal decree, art. 22
    public void Can_be_appealed_before_another_chamber()
    {
        var story = Decided(MeasureRule.Suspension);
        story.Do(new NotifyDecision(story.Day, story.Day.AddYears(1)));
        Assert.Equal(story.Day.AddMonths(1), story.Now.AppealUntil(AnApplication.Rule));

        var appeal = new Story().Do(new FileAppeal(s_file, story.Now, IsAppealed: false, "Un nouveau document.", [])).Do(new DeclareComplete());
        Assert.Equal(story.Now.Measure, appeal.Now.Measure);
        Assert.IsType<ChamberHadItBefore>(appeal.Refused(new RouteToChamber(s_chamber, "")));
        Assert.Equal(ApplicationState.Routed, appeal.Do(new RouteToChamber(s_other, "")).Now.State);
        Assert.Equal(ApplicationState.Withdrawn, appeal.Do(new WithdrawApplication()).Now.State); // it is theirs
    }

    [Fact] // royal decree, art. 19
    public void Keeps_whom_it_concerns_from_applying_meanwhile_and_for_the_time_of_a_ban()
    {
        var submission = new SubmitApplication([], 0, HasOpen: false);
        var today = new Story().Day;

        Assert.IsType<AttestationIsExamined>(new Story().Refused(submission with { IsExamined = true }));
        Assert.Equal(new BannedFromApplying(today), new Story().Refused(submission with { BannedUntil = today }));
        Assert.Equal(ApplicationState.Submitted, new Story().Do(submission with { BannedUntil = today.AddDays(-1) }).Now.State);
    }

    private static RequestMeasure Wish(string kind = FileKind.Suspension, string requester = "onss", string ground = "abuse") =>
        new(new(kind, requester, ground, "Un contrat qui n'a jamais existé.", new Story().Day), HasOpen: false);

    private static Story Decided(string outcome, string kind = FileKind.Suspension, string requester = "onss") => new Story().Do(Wish(kind, requester)).Do(new ConfirmHearing())
        .Do(new RouteToChamber(s_chamber, "")).Do(new PlaceOnAgenda(s_meeting, Story.Begin.AddDays(20))).Do(new ConcludeInChamber(s_meeting, ChamberAnswer.Decided, outcome, null));

    private static Story On(string day) => new Story().Wait(Day(day).DayNumber - new Story().Day.DayNumber);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
