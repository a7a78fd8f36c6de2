using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using Notice = WitaLive.Domain.Rules.Notice;

namespace WitaLive.App.Simulators;

/// <summary>The last day for sending a convocation; the answer follows each change. Without script a form is sent, and what stood in it stands in the address.</summary>
[AllowAnonymous]
public sealed partial class NoticePage(NoticeSimulator simulator, TimeProvider clock, NavigationManager navigation, IStringLocalizer<SimulatorTexts> texts) : ComponentBase
{
    private readonly NoticeForm _form = new() { Urgent = false };
    private string _typed = "";
    private FieldErrors _errors = new();
    private NoticeAnswer? _answer;

    private Notice Rule => simulator.RuleOn(_form.MeetingOn ?? Today);

    private DateOnly Today => clock.GetUtcNow().DayInBrussels();

    // A day for which there is an answer worth reading: not tomorrow, when it is too late for any.
    protected override void OnInitialized()
    {
        var day = Today.AddDays(17);
        while (!Rule.IsWorkingDay(day))
            day = day.AddDays(1);
        var sent = new SentForm(navigation.Uri);
        _form.MeetingOn = sent.Has("meetingOn") ? sent.Day("meetingOn") : day;
        _form.Urgent = sent.Has("urgent");
        _typed = sent.Of("meetingOn") ?? DayText.Of(day);
        Ask();
    }

    private void ChooseDay(ChangeEventArgs change)
    {
        _typed = change.Value as string ?? "";
        _form.MeetingOn = DayText.Read(_typed);
        Ask();
    }

    private void ChooseUrgent(ChangeEventArgs change)
    {
        _form.Urgent = change.Value is true;
        Ask();
    }

    private void Ask()
    {
        _errors = new();
        _answer = simulator.Answer(_form, _errors);
    }
}
