using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Chambers;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Files;

/// <summary>What happened to an application, the newest first, each step with its day: nothing happens in silence.</summary>
public sealed partial class StepList(Names names, PlanSentences sentences, IStringLocalizer<FileTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required ImmutableArray<ApplicationEvent> Events { get; set; }

    /// <summary>Who did what, for the secretariat; empty for the applicant.</summary>
    [Parameter]
    public ImmutableDictionary<PersonId, string> People { get; set; } = ImmutableDictionary<PersonId, string>.Empty;

    /// <summary>Which chambers there are, for the secretariat; empty for the applicant, who is told neither which nor why.</summary>
    [Parameter]
    public ImmutableDictionary<ChamberId, ChamberOnDay> Chambers { get; set; } = ImmutableDictionary<ChamberId, ChamberOnDay>.Empty;

    private string QuestionOf(PointId id) => Events.OfType<InformationRequested>().SelectMany(asked => asked.Points).FirstOrDefault(point => point.Id == id)?.Text ?? "–";

    private string WordsOf(ApplicationEvent happened)
    {
        var said = happened switch
        {
            ApplicationSubmitted { IsAssisted: true } => texts["StepAssistedSubmitted"],
            InformationRequested asked => texts["StepInformationRequested", string.Join(" · ", asked.Points.Select(point => WritingDirection.SetApart(point.Text)))],
            PointAnswered answered => texts["StepPointAnswered", WritingDirection.SetApart(answered.Answer), answered.Proofs.Length, WritingDirection.SetApart(QuestionOf(answered.Point))],
            ApplicationWithdrawn when Events.Any(e => e is MeasureRequested) => texts["StepMeasureClosed"],
            InstitutionsAsked asked => texts["StepInstitutionsAsked", WritingDirection.SetApart(asked.What), asked.Until.ToShortDay()],
            PutOnAgenda put => texts["StepPutOnAgenda", put.StartsAt.ToDayAndTime()],
            ChamberConcluded { Answer: ChamberAnswer.Decided, Outcome: { } outcome } => texts["StepDecided", names.Of($"outcome.{outcome}")],
            ChamberConcluded concluded => texts[$"StepChamber{concluded.Answer}"],
            AppealFiled appeal => texts["StepAppealFiled", WritingDirection.SetApart(appeal.Element)],
            DecisionCorrected => texts["StepDecisionCorrected"],
            JudgmentReplaced judged => texts["StepJudgmentReplaced", WritingDirection.SetApart(judged.Court), judged.Day.ToLongDay(), names.Of($"outcome.{judged.Outcome}")],
            MeasureRequested request => texts["StepMeasureRequested", names.Of($"requester.{request.Sought.Requester}"), names.Of($"ground.{request.Sought.Ground}"), request.Sought.RequestedOn.ToLongDay()],
            HearingForgone { BySilence: true } => texts["StepHearingPassed"],
            MeetingLetterPosted { Place.Length: > 0 } told => texts["StepHearingLetterPosted", told.Day.ToLongDay(), told.HeardAt.ToDayAndTime(), told.Place],
            MeetingLetterPosted told => texts["StepMeetingLetterPosted", told.Day.ToLongDay(), told.HeardAt.ToLongDay()],
            LetterPosted posted => texts["StepLetterPosted", posted.Day.ToLongDay()],
            RequesterTold told => texts["StepRequesterTold", told.Day.ToLongDay()],
            DecisionNotified { Until: { } until } notified => texts["StepDecisionNotifiedUntil", notified.Day.ToLongDay(), until.ToLongDay()],
            DecisionNotified notified => texts["StepDecisionNotified", notified.Day.ToLongDay()],
            ApplicantReminded reminded => texts["StepApplicantReminded", reminded.Number],
            RoutedToChamber routed when Chambers.TryGetValue(routed.Chamber, out var chamber) => routed.Reason.Length > 0
                ? texts["StepRoutedWhy", sentences.TitleOf(chamber), WritingDirection.SetApart(routed.Reason)] : texts["StepRoutedTo", sentences.TitleOf(chamber)],
            _ => texts[$"Step{happened.GetType().Name}"],
        };
        return happened.By is { } by && People.TryGetValue(by, out var name) ? $"{said.Value} ({WritingDirection.SetApart(name)})" : said.Value;
    }
}
