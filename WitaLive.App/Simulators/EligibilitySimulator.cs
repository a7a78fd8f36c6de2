using System.Globalization;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.App.Rules;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Simulators;

/// <summary>Says for anyone where figures point, by the thresholds in force on the day of filing.</summary>
public sealed class EligibilitySimulator(RuleBook book, Names names, IStringLocalizer<SimulatorTexts> texts)
{
    // Sums of all the lines that fit in a question stay exact.
    internal const decimal Largest = 1_000_000_000_000;

    public Thresholds RuleOn(DateOnly day) => book.On(day).Thresholds;

    /// <summary>The answer, or null with the reasons in <paramref name="errors"/>.</summary>
    public EligibilityAnswer? Answer(EligibilityForm form, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(errors);
        var filing = Fields.Day(form.FilingOn, "filingOn", errors);
        var (first, held) = (Fields.Given(form.First, "first", errors), Fields.Given(form.HeldBefore, "heldBefore", errors));
        if (form.Incomes is null)
            errors.Add("incomes", "Missing");
        var incomes = (form.Incomes ?? []).Select((income, i) => Read(income, string.Create(CultureInfo.InvariantCulture, $"incomes[{i}]"), filing, errors)).ToList();
        var performances = Fields.NotNegative(form.Performances, "performances3y", errors);
        var (diploma, plan) = (Fields.Given(form.HigherArtsDiploma, "higherArtsDiploma", errors), Fields.Given(form.Plan, "plan", errors));
        if (errors.Any || filing is not { } filingOn)
            return null;

        var practice = new Practice(filingOn, first!.Value, held!.Value, [.. incomes.OfType<Income>()], performances!.Value, diploma!.Value, plan!.Value);
        var rules = book.On(filingOn);
        var assessed = Eligibility.Assess(rules.Thresholds, rules.StarterBeforeOrdinary, practice);
        return new(
            practice.Core(2), practice.Core(3), practice.Core(5), Words.Of(assessed.Presumption), Words.Of(assessed.PointsTo), [.. assessed.Reasons.Select(InWords)])
        {
            Assessed = assessed,
        };
    }

    private static Income? Read(IncomeForm income, string field, DateOnly? filing, FieldErrors errors)
    {
        var year = Fields.NotNegative(income.Year, $"{field}.year", errors);
        if (year > filing?.Year)
            errors.Add($"{field}.year", "YearAfterFiling", filing.Value.Year);
        if (income.Amount is not { } amount)
            errors.Add($"{field}.amount", "Missing");
        else if (amount < 0)
            errors.Add($"{field}.amount", "NegativeAmount");
        else if (decimal.Round(amount, 2) != amount)
            errors.Add($"{field}.amount", "NotAnAmount");
        else if (amount >= Largest)
            errors.Add($"{field}.amount", "AmountTooLarge", Largest);
        if (income.Activity is null)
            errors.Add($"{field}.activity", "Missing");
        var proven = Fields.Given(income.Proven, $"{field}.proven", errors);
        return errors.Any || income is not { Activity: { } activity, Amount: { } given } ? null : new(year!.Value, given, activity, proven!.Value);
    }

    private ReasonAnswer InWords(Reason reason) => new(
        texts[$"Condition{reason.Condition}", reason.Amount, reason.Years, reason.Number], reason.Met, string.Join(Typesetting.Semicolon, reason.Source.Select(source => names.OfSource(source))));
}
