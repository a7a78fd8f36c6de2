using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.App.Simulators;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Public;

/// <summary>The type of attestation that yearly sums point to: the simulator in short, without script. What is tried stands in the address.</summary>
public sealed partial class EligibilitySum(
    EligibilitySimulator simulator, TimeProvider clock, IStringLocalizer<PublicTexts> texts, IStringLocalizer<SimulatorTexts> simulators) : ComponentBase
{
    private DateOnly _today;
    private Thresholds _rule = null!;
    private EligibilityAnswer? _answer;
    private string? _problem;

    /// <summary>One amount a year, this year first; null as long as nothing is asked.</summary>
    [Parameter]
    public string[]? Years { get; set; }

    [Parameter]
    public string? Performances { get; set; }

    [Parameter]
    public bool Diploma { get; set; }

    [Parameter]
    public bool Plan { get; set; }

    [Parameter]
    public bool HeldPlus { get; set; }

    [Parameter]
    public bool HeldBefore { get; set; }

    private int Shown => _rule.LongestYears + 1; // the oldest year counts for its months after the day of filing

    protected override void OnParametersSet()
    {
        _today = clock.GetUtcNow().DayInBrussels();
        _rule = simulator.RuleOn(_today);
        if (Years is not { Length: > 0 } years) // an address without them gives none, not null
            return;
        // Of somebody of whom nothing is known it would say that no attestation is for them.
        if (years.All(string.IsNullOrWhiteSpace) && string.IsNullOrWhiteSpace(Performances) && !(Diploma || Plan || HeldPlus || HeldBefore))
        {
            _problem = simulators["NothingEntered"];
            return;
        }
        var amounts = years.Take(Shown).Select(AmountOf).ToList();
        if (amounts.Contains(null))
            _problem = texts["EuroUnusable", ProfileCheck.LargestAmount];
        else if (InAddress.Number(string.IsNullOrWhiteSpace(Performances) ? "0" : Performances) is not { } performances)
            _problem = texts["PerformancesUnusable"];
        else
            WorkOut(amounts, performances);
    }

    private static decimal? AmountOf(string typed) => string.IsNullOrWhiteSpace(typed) ? 0 : AmountText.Read(typed) is { } read and < ProfileCheck.LargestAmount ? read : null;

    private void WorkOut(List<decimal?> amounts, int performances)
    {
        var (form, errors) = (new EligibilityForm { FilingOn = _today, First = !HeldPlus, HeldBefore = HeldBefore, Performances = performances, HigherArtsDiploma = Diploma, Plan = Plan }, new FieldErrors());
        form.Incomes = [.. amounts.Select((amount, i) => new IncomeForm { Year = _today.Year - i, Amount = amount, Activity = ActivityWeight.Core, Proven = true }).Where(income => income.Amount > 0)];
        _answer = simulator.Answer(form, errors);
        if (_answer?.Assessed is null)
            _problem = simulators["Unfinished"];
    }
}
