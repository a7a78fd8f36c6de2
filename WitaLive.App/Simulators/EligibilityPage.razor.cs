using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Simulators;

/// <summary>The type of attestation that figures point to; the answer follows each change. Without script a form is sent, and what stood in it stands in the address.</summary>
[AllowAnonymous]
public sealed partial class EligibilityPage(EligibilitySimulator simulator, TimeProvider clock, NavigationManager navigation, IStringLocalizer<SimulatorTexts> texts) : ComponentBase
{
    private readonly EligibilityForm _form = new() { First = true, HeldBefore = false, Incomes = [], HigherArtsDiploma = false, Plan = false };
    private FieldErrors _errors = new();
    private EligibilityAnswer? _answer;

    private List<IncomeForm> Incomes => _form.Incomes!;

    private DateOnly Filing => _form.FilingOn ?? clock.GetUtcNow().DayInBrussels();

    private Thresholds Rule => simulator.RuleOn(Filing);

    // Of somebody of whom nothing is known it would say that no attestation is for them.
    private bool IsBegun => _form is { Performances: not null } or { First: false } or { HeldBefore: true } or { HigherArtsDiploma: true } or { Plan: true }
        || Incomes.Exists(income => income.Amount is not null || income.Misread is not null);

    // Without script they send the form.
    private string ButtonType => RendererInfo.IsInteractive ? "button" : "submit";

    protected override void OnInitialized()
    {
        var sent = new SentForm(navigation.Uri);
        _form.FilingOn = clock.GetUtcNow().DayInBrussels();
        if (sent.Has("filingOn"))
        {
            (_form.FilingOn, _form.Performances) = (sent.Day("filingOn"), sent.Number("performances"));
            (_form.First, _form.HeldBefore, _form.HigherArtsDiploma, _form.Plan) = (!sent.Has("heldPlus"), sent.Has("heldBefore"), sent.Has("diploma"), sent.Has("plan"));
            Incomes.AddRange(sent.Incomes());
        }
        if (Incomes.Count == 0 || sent.Has("add"))
            AddIncome();
        Ask();
    }

    private static ActivityWeight? Read(ChangeEventArgs change) => Enum.TryParse<ActivityWeight>(change.Value as string, out var weight) ? weight : null;

    private void AddIncome() => Fill(() => Incomes.Add(new() { Year = Filing.Year, Activity = ActivityWeight.Core, Proven = true }));

    private string? ErrorOf(int line) => _errors.Of($"incomes[{line}].year", texts) ?? _errors.Of($"incomes[{line}].amount", texts);

    // The field itself keeps what was typed.
    private static void NoteMisread(IncomeForm income, bool isMisread) => income.Misread = isMisread ? "" : null;

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
            if (Incomes[i].Misread is not null)
                _errors.Add(string.Create(CultureInfo.InvariantCulture, $"incomes[{i}].amount"), "NotAnAmount");
        }
        var answer = simulator.Answer(Filled(), _errors);
        _answer = IsBegun ? answer : null;
    }

    // An empty number is none.
    private EligibilityForm Filled() => new()
    {
        FilingOn = _form.FilingOn,
        First = _form.First,
        HeldBefore = _form.HeldBefore,
        Incomes = Incomes.ConvertAll(income => new IncomeForm { Year = income.Year, Amount = income.Amount ?? 0, Activity = income.Activity, Proven = income.Proven }),
        Performances = _form.Performances ?? 0,
        HigherArtsDiploma = _form.HigherArtsDiploma,
        Plan = _form.Plan,
    };
}
