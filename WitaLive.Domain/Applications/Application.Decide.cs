using System.Diagnostics;
using WitaLive.Domain.Rules;
using Steps = WitaLive.Domain.Result<System.Collections.Immutable.ImmutableArray<WitaLive.Domain.Applications.ApplicationEvent>>;

namespace WitaLive.Domain.Applications;

public sealed partial record Application
{
    /// <summary>What somebody asks for, and what happens because of it; or why not. Changes nothing.</summary>
    /// <param name="by">Who asks, as the server knows it; null for the system and for a chamber.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="on">The day it is in Brussels.</param>
    /// <remarks>Source: law of 16 December 2022, art. 5; royal decree of 13 March 2023, art. 13, 14, 18, 19, 22 and 28; rules of procedure, art. 24, 25, 27 to 30, 43 and 45.</remarks>
    public Steps Decide(ApplicationCommand command, Procedure rule, PersonId? by, DateTimeOffset at, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(rule);
        return Answer(command, rule, at, on) switch
        {
            Steps.Ok(var events) => events.Select(happened => happened with { At = at, On = on, By = by }).ToImmutableArray(),
            var refused => refused,
        };
    }

    private Steps Answer(ApplicationCommand command, Procedure rule, DateTimeOffset at, DateOnly on) => command switch
    {
        // A meeting has the last word on what it concluded, and takes it back within its time.
        UndoInChamber undo => LastMeeting == undo.Meeting && State != ApplicationState.OnAgenda ? Happened(new ChamberUndid(undo.Meeting)) : new ApplicationIsElsewhere(),
        LookAtSilence => Silence(rule, on),
        NotifyDecision notify => Notify(notify, rule, on),
        TellRequester tell => Tell(tell, rule, on),
        ReplaceByJudgment judgment => Judge(judgment, on),
        TellCorrection tell => State == ApplicationState.Decided && !(tell.Number <= Corrected?.Number) ? Happened(new DecisionCorrected(tell.Number)) : new ApplicationIsElsewhere(),
        FindAccount => Found(),
        _ when IsFinished => new ApplicationIsFinished(),
        SubmitApplication submit => Submit(submit, rule, on),
        FileAppeal appeal => Appealed(appeal, rule, on),
        RequestMeasure request => Request(request, rule, on),
        _ when State == ApplicationState.Draft => new ApplicationIsElsewhere(),
        RequestInformation request => Ask(request.Points),
        AnswerPoint answer => Reply(answer),
        DropPoint drop => IsOpen(drop.Point) ? Happened(new PointDropped(drop.Point)) : new PointIsClosed(),
        DeclareComplete => OpenPoints.Count() is > 0 and var open ? new PointsAreOpen(open)
            : State == ApplicationState.Submitted ? Happened(new DeclaredComplete()) : new ApplicationIsElsewhere(),
        AskInstitutions ask => Ask(ask, rule.Decision, on),
        HearInstitutions => AtInstitutions is null ? new ApplicationIsElsewhere() : Happened(new InstitutionsAnswered()),
        RouteToChamber route => Route(route),
        PlaceOnAgenda place => Place(place),
        TakeOffAgenda => State == ApplicationState.OnAgenda ? Happened(new TakenOffAgenda()) : new ApplicationIsElsewhere(),
        InviteToHearing => State == ApplicationState.AwaitingHearing && InvitedOn is null ? Happened(new InvitedToHearing()) : new ApplicationIsElsewhere(),
        ForgoHearing forgo => Forgo(forgo),
        // Against whom a measure is asked for cannot put the decision off by writing: they come, or they do not.
        HearApplicant => SilentSince is null || IsAgainst ? Happened() : Happened(new ApplicantWrote()),
        PostLetter post => LetterDueSince is not { } since ? new ApplicationIsElsewhere() : post.Day < since || post.Day > on ? new LetterDayUnusable() : Happened(new LetterPosted(post.Day)),
        PostMeetingLetter post => State != ApplicationState.OnAgenda || !IsByLetter ? new ApplicationIsElsewhere()
            : post.Day < Measure!.RequestedOn || post.Day > on ? new LetterDayUnusable() : Happened(new MeetingLetterPosted(post.Day, post.HeardAt, post.Place)),
        ConfirmHearing => InvitedOn is null ? new ApplicationIsElsewhere() : IsInvitationUnposted ? new InvitationNotPosted() : Happened(new HearingConfirmed()),
        ConcludeInChamber conclude => State == ApplicationState.OnAgenda
            ? Happened(new ChamberConcluded(conclude.Meeting, conclude.Answer, conclude.Outcome, conclude.ReferTo, conclude.Marks)) : new ApplicationIsElsewhere(),
        WithdrawApplication when IsAgainst => new ApplicationIsElsewhere(),
        WithdrawApplication => CanWithdraw(rule, at) ? Happened(new ApplicationWithdrawn()) : new TooLateToWithdraw(rule.HoursToWithdraw),
        // Nothing is left that could be suspended or annulled, and nobody can be heard about it.
        CloseMeasure => IsAgainst && State != ApplicationState.OnAgenda ? Happened(new ApplicationWithdrawn()) : new ApplicationIsElsewhere(),
        _ => throw new UnreachableException($"Nobody knows how to {command.GetType().Name}."),
    };

    private Steps Submit(SubmitApplication submit, Procedure rule, DateOnly on)
    {
        if (State != ApplicationState.Draft)
            return new ApplicationIsElsewhere();
        if (submit.IsExamined)
            return new AttestationIsExamined();
        if (submit.BannedUntil is { } last && on <= last)
            return new BannedFromApplying(last);
        if (submit.HasOpen)
            return new AnotherApplicationIsOpen();
        if (submit.ThisYear >= rule.ApplicationsAYear)
            return new TooManyApplications(rule.ApplicationsAYear);
        if (submit.NotBefore is { } first && on < first)
            return new TooEarlyToRenew(first);
        return submit.Gaps.Length > 0 ? new ApplicationHasGaps(submit.Gaps.Length) : Happened(new ApplicationSubmitted(submit.IsAssisted));
    }

    // Once, within a month, with a clarification or something new (law, art. 5; royal decree, art. 22).
    private Steps Appealed(FileAppeal appeal, Procedure rule, DateOnly on)
    {
        if (State != ApplicationState.Draft)
            return new ApplicationIsElsewhere();
        if (appeal.Then is not { State: ApplicationState.Decided } then || !then.CanBeAppealed(rule))
            return new NothingToAppeal();
        if (then.Appeal is not null || appeal.IsAppealed)
            return new AppealedAlready();
        if (then.AppealUntil(rule) is { } last && on > last)
            return new TooLateToAppeal(last);
        var element = appeal.Element.Trim();
        return element.Length is 0 or > LongestText
            ? new AppealNeedsElement(LongestText) : Happened(new AppealFiled(appeal.Against, then.Chambers, element, appeal.Proofs, then.Measure));
    }

    private Steps Judge(ReplaceByJudgment judgment, DateOnly on)
    {
        if (State != ApplicationState.Decided)
            return new ApplicationIsElsewhere();
        if (WhyNotJudge(judgment, JudgedOn ?? DecidedOn, on) is { } why)
            return why;
        return Happened(new JudgmentReplaced(judgment.Outcome, OneLine.Of(judgment.Court), judgment.Day));
    }

    /// <summary>Why a judgment cannot take the place of what was decided or judged before it; null when it can. Also for a file without a journal.</summary>
    /// <param name="since">The day of what it replaces.</param>
    /// <param name="on">The day it is in Brussels.</param>
    public static JudgmentUnusable? WhyNotJudge(ReplaceByJudgment judgment, DateOnly? since, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(judgment);
        return OneLine.Of(judgment.Court).Length is 0 or > LongestCourt || judgment.Day < since || judgment.Day > on ? new(LongestCourt) : null;
    }

    private Steps Ask(ImmutableArray<Point> points)
    {
        if (Measure is not null || State is ApplicationState.OnAgenda or ApplicationState.AwaitingHearing)
            return new ApplicationIsElsewhere();
        return points.IsEmpty || points.Any(point => point.Text.Trim().Length is 0 or > LongestText) ? new NoPointAsked(LongestText) : Happened(new InformationRequested(points));
    }

    private Steps Reply(AnswerPoint answer)
    {
        if (!IsOpen(answer.Point))
            return new PointIsClosed();
        var said = answer.Answer.Trim();
        return (said.Length == 0 && answer.Proofs.IsEmpty) || said.Length > LongestText
            ? new AnswerIsEmpty(LongestText) : Happened(new PointAnswered(answer.Point, said, answer.Proofs));
    }

    private Steps Ask(AskInstitutions ask, DecisionTime rule, DateOnly on)
    {
        if (CompleteOn is null || AtInstitutions is not null)
            return new ApplicationIsElsewhere();
        if (ask.What.Trim().Length is 0 or > LongestText)
            return new NoPointAsked(LongestText);
        var last = Period.LastDay(InstitutionsSince ?? on, rule.MonthsAtInstitutions);
        return last < on ? new InstitutionsHadTheirTime(rule.MonthsAtInstitutions) : Happened(new InstitutionsAsked(ask.What.Trim(), last));
    }

    private Steps Route(RouteToChamber route)
    {
        if (State is not (ApplicationState.Complete or ApplicationState.Routed))
            return new ApplicationIsElsewhere();
        if (Chamber == route.Chamber)
            return Happened(); // the same is so
        if (route.From is { } seen && Chamber != seen)
            return new SentOnMeanwhile();
        if (Appeal is { } appeal && appeal.Before.Contains(route.Chamber))
            return new ChamberHadItBefore(); // even if it only referred it (royal decree, art. 22 § 2; rules of procedure, art. 45 § 3)
        if (route.Bar is { } bar)
            return bar is ChamberBar.OtherLanguage ? new ChamberOfOtherLanguage() : new ApplicantSitsThere();
        if (Chamber is not null && !route.ByPresident)
            return new OnlyThePresidentSendsOn(); // the first chamber follows from language and art; another one is the President's choice (rules of procedure, art. 45)
        return Chamber is not null && route.Reason.Trim().Length is 0 or > LongestText
            ? new OtherChamberNeedsReason() : Happened(new RoutedToChamber(route.Chamber, route.Reason.Trim(), route.ByPresident));
    }

    // On an agenda already, it follows its meeting to another hour.
    private Steps Place(PlaceOnAgenda place)
    {
        if (Agenda == (place.Meeting, place.StartsAt))
            return Happened();
        return State is ApplicationState.Routed or ApplicationState.Referred || Agenda?.Meeting == place.Meeting
            ? Happened(new PutOnAgenda(place.Meeting, place.StartsAt)) : new ApplicationIsElsewhere();
    }

    private Steps Silence(Procedure rule, DateOnly on)
    {
        if (IsFinished || LetterDueSince is not null || SilentSince is not { } since)
            return Happened(); // nobody is silent to a letter that was not posted
        var patience = PatienceOf(rule);
        if (Reminders < patience.ReminderDays.Length)
            return on >= Later(since, patience.ReminderDays[Reminders], patience) ? Happened(new ApplicantReminded(Reminders + 1)) : Happened();
        return on > Later(since, patience.DaysOfSilence, patience)
            ? Happened(IsAgainst ? new HearingForgone("", BySilence: true) : new CancelledForSilence()) : Happened();
    }

    private Patience PatienceOf(Procedure rule) => InvitedOn is null ? rule.Question : IsAgainst && rule.MeasureIn(Measure!.Kind) is { } measure ? measure.Hearing : rule.Hearing;

    // Nothing ends before every reminder went and had its days: one that went late, because nothing looked in time, moves on what comes after it.
    private DateOnly Later(DateOnly since, int days, Patience patience)
    {
        var planned = since.AddDays(days);
        return Reminders > 0 && RemindedOn?.AddDays(days - patience.ReminderDays[Reminders - 1]) is { } own && own > planned ? own : planned;
    }

    private bool IsOpen(PointId id) => OpenPoints.Any(point => point.Id == id);

    private static Steps Happened(params ImmutableArray<ApplicationEvent> events) => events;
}
