using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Languages;

namespace WitaLive.App.Meetings;

/// <summary>When, where and how; the secretariat changes it until the meeting begins.</summary>
public sealed partial class FactsPanel(MeetingChanges changes, CurrentPerson current, PlanSentences sentences, TimeProvider clock, IStringLocalizer<MeetingTexts> texts)
    : PlanPanel(current, sentences)
{
    private MeetingForm? _form;
    private MeetingFacts? _shown;
    private ImmutableArray<FieldProblem> _problems = [];
    private bool _isSaving;
    private Question? _question;
    private WouldTell? _tells;

    [Parameter]
    public bool CanEdit { get; set; }

    private PlannedMeeting Meeting => Sheet.Meeting;

    private MeetingLine Line => new(
        Meeting.Id, Sheet.Chamber, Meeting.StartsAt, Meeting.Minutes, Meeting.Mode, Meeting.Place, MeetingList.StandingOf(Meeting.State, Meeting.CancelledAt),
        Meeting.SecondConvocation, Meeting.ConvenedAt is not null, Meeting.Agenda.Count, MeetingList.WasNotHeld(Meeting.State, Meeting.CancelledAt, Meeting.StartsAt, clock.GetUtcNow()));

    // After the convocations another day needs the notice anew, or a chair's approval.
    private bool NeedsApproval => Meeting.ConvenedAt is not null && (_problems.Any(p => p.Why is ChairApprovalMissing or NotAChairOfThisMeeting) || _form?.ApprovedBy.Length > 0);

    private string? Problem(string field) => _problems.FirstOrDefault(p => p.Field == field) is { } problem ? Sentences.Of(problem.Why) : null;

    private void Edit()
    {
        (_form, _shown, _problems) = (MeetingForm.Of(Meeting), MeetingFacts.Of(Meeting), []);
        Say(NoticeKind.Done, null);
    }

    private void Leave() => (_form, _problems) = (null, []);

    private void Look() => _problems = [.. _problems.Where(p => _form!.Read(clock.GetUtcNow()).Problems.Contains(p) || p.Why is ChairApprovalMissing)];

    private async Task SaveAsync(bool asksFirst)
    {
        // Saved already: pressed once more before the screen could show it.
        if (_isSaving || _form is not { } form || _shown is not { } shown)
            return;
        _isSaving = true;
        try
        {
            _problems = await changes.SaveFactsAsync(await WhoAsync(), Id, shown, form, CancellationToken.None, asksFirst);
        }
        finally
        {
            _isSaving = false;
        }
        if (_problems is [{ Why: WouldTell tells }])
        {
            (_problems, _tells) = ([], tells);
            StateHasChanged(); // the question says what it is about when it opens
            await _question!.AskAsync();
            return;
        }
        await OnChanged.InvokeAsync();
        if (_problems.IsEmpty)
        {
            _form = null;
            Say(NoticeKind.Done, texts[Meeting.ConvenedAt is null ? "FactsSaved" : "FactsSavedAndMailed"]);
        }
        else if (_problems.FirstOrDefault(p => p.Why is FactsChangedMeanwhile) is not null)
        {
            // What is stored is named, what was typed stays, and saving once more is now a choice made knowingly.
            _shown = MeetingFacts.Of(Meeting);
            Say(NoticeKind.Warning, texts["FactsChangedMeanwhile", Meeting.StartsAt.ToDayAndTime(), texts[$"Mode{Meeting.Mode}"].Value, Meeting.Place]);
        }
        else
        {
            Say(NoticeKind.Problem, _problems.FirstOrDefault(p => p.Field.Length == 0) is { } general ? Sentences.Of(general.Why) : texts["NotSaved", _problems.Length]);
        }
    }
}
