using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;

namespace WitaLive.App.Simulators;

/// <summary>The day a decision is due; the answer follows each change. Without script a form is sent, and what stood in it stands in the address.</summary>
[AllowAnonymous]
public sealed partial class DeadlinePage(DeadlineSimulator simulator, TimeProvider clock, NavigationManager navigation, IStringLocalizer<SimulatorTexts> texts) : ComponentBase
{
    private readonly DeadlineForm _form = new() { Pauses = [] };
    private FieldErrors _errors = new();
    private DeadlineAnswer? _answer;

    private List<PauseForm> Pauses => _form.Pauses!;

    // Without script they send the form.
    private string ButtonType => RendererInfo.IsInteractive ? "button" : "submit";

    protected override void OnInitialized()
    {
        var sent = new SentForm(navigation.Uri);
        _form.CompleteOn = sent.Has("completeOn") ? sent.Day("completeOn") : clock.GetUtcNow().DayInBrussels();
        Pauses.AddRange(sent.Pauses());
        if (sent.Has("add"))
            AddPause();
        Ask();
    }

    private void ChooseDay(DateOnly? day) => Fill(() => _form.CompleteOn = day);

    private void AddPause()
    {
        var from = (_form.CompleteOn is { } day && day <= Fields.Days.Last ? day : clock.GetUtcNow().DayInBrussels()).AddDays(1);
        Fill(() => Pauses.Add(new() { From = from, To = from.AddDays(9) }));
    }

    private void Fill(Action change)
    {
        change();
        Ask();
    }

    private void Ask()
    {
        _errors = new();
        _answer = simulator.Answer(_form, _errors);
    }
}
