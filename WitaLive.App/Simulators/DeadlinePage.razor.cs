using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;

namespace WitaLive.App.Simulators;

/// <summary>The day a decision is due; the answer follows each change.</summary>
[AllowAnonymous]
public sealed partial class DeadlinePage(DeadlineSimulator simulator, TimeProvider clock, IStringLocalizer<SimulatorTexts> texts) : ComponentBase
{
    private readonly DeadlineForm _form = new() { Pauses = [] };
    private FieldErrors _errors = new();
    private DeadlineAnswer? _answer;

    private List<PauseForm> Pauses => _form.Pauses!;

    protected override void OnInitialized()
    {
        _form.CompleteOn = clock.GetUtcNow().DayInBrussels();
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
