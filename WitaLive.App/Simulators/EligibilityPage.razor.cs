using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Simulators;

/// <summary>The type of attestation that figures point to; the answer follows each change.</summary>
[AllowAnonymous]
public sealed partial class EligibilityPage(EligibilitySimulator simulator, TimeProvider clock, IStringLocalizer<SimulatorTexts> texts) : ComponentBase
{
    private readonly EligibilityForm _form = new() { First = true, HeldBefore = false, Incomes = [], Performances = 0, HigherArtsDiploma = false, Plan = false };
    private readonly HashSet<IncomeForm> _misread = [];
    private FieldErrors _errors = new();
    private EligibilityAnswer? _answer;

    private List<IncomeForm> Incomes => _form.Incomes!;

    private DateOnly Filing => _form.FilingOn ?? clock.GetUtcNow().DayInBrussels();

    private Thresholds Rule => simulator.RuleOn(Filing);

    protected override void OnInitialized()
    {
        _form.FilingOn = clock.GetUtcNow().DayInBrussels();
        AddIncome();
    }

    private static ActivityWeight? Read(ChangeEventArgs change) => Enum.TryParse<ActivityWeight>(change.Value as string, out var weight) ? weight : null;

    private void AddIncome() => Fill(() => Incomes.Add(new() { Year = Filing.Year, Amount = 0, Activity = ActivityWeight.Core, Proven = true }));

    private string? ErrorOf(int line) => _errors.Of($"incomes[{line}].year", texts) ?? _errors.Of($"incomes[{line}].amount", texts);

    private void NoteMisread(IncomeForm income, bool isMisread)
    {
        if (isMisread)
            _misread.Add(income);
        else
            _misread.Remove(income);
    }

    private void Fill(Action change)
    {
        change();
        Ask();
    }

    private void Ask()
    {
        _errors = new();
        for (var i = 0; i < Incomes.Count; i++)
        {
            if (_misread.Contains(Incomes[i]))
                _errors.Add(string.Create(CultureInfo.InvariantCulture, $"incomes[{i}].amount"), "NotAnAmount");
        }
        _answer = simulator.Answer(_form, _errors);
    }
}
