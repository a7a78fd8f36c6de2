using System.Globalization;
using System.Text.Json;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Simulators;

internal sealed partial class JsonForm
{
    // Longer than this a number is more exact than a decimal: it would be rounded in silence.
    private const int LongestNumber = 28;

    public DeadlineForm ReadDeadline(JsonElement root)
    {
        var form = new DeadlineForm();
        Object(root, "", new()
        {
            ["completeOn"] = (value, field) => form.CompleteOn = Day(value, field),
            ["pauses"] = (value, field) => form.Pauses = ListOf(value, field, ReadPause),
        });
        return form;
    }

    public EligibilityForm ReadEligibility(JsonElement root)
    {
        var form = new EligibilityForm();
        Object(root, "", new()
        {
            ["filingOn"] = (value, field) => form.FilingOn = Day(value, field),
            ["first"] = (value, field) => form.First = YesOrNo(value, field),
            ["heldBefore"] = (value, field) => form.HeldBefore = YesOrNo(value, field),
            ["incomes"] = (value, field) => form.Incomes = ListOf(value, field, ReadIncome),
            ["performances3y"] = (value, field) => form.Performances = Number(value, field),
            ["higherArtsDiploma"] = (value, field) => form.HigherArtsDiploma = YesOrNo(value, field),
            ["plan"] = (value, field) => form.Plan = YesOrNo(value, field),
        });
        return form;
    }

    private PauseForm ReadPause(JsonElement pause, string field)
    {
        var form = new PauseForm();
        Object(pause, field, new() { ["from"] = (value, name) => form.From = Day(value, name), ["to"] = (value, name) => form.To = Day(value, name) });
        return form;
    }

    private IncomeForm ReadIncome(JsonElement income, string field)
    {
        var form = new IncomeForm();
        Object(income, field, new()
        {
            ["year"] = (value, name) => form.Year = Number(value, name),
            ["amount"] = (value, name) => form.Amount = Amount(value, name),
            ["activity"] = (value, name) => form.Activity = Word<ActivityWeight>(value, name),
            ["proven"] = (value, name) => form.Proven = YesOrNo(value, name),
        });
        return form;
    }

    private List<TLine>? ListOf<TLine>(JsonElement list, string field, Func<JsonElement, string, TLine> read)
    {
        if (list.ValueKind == JsonValueKind.Array)
            return [.. list.EnumerateArray().Select((line, i) => read(line, string.Create(CultureInfo.InvariantCulture, $"{field}[{i}]")))];
        errors.Add(field, "NotAList");
        return null;
    }

    private decimal? Amount(JsonElement value, string field)
    {
        if (value.ValueKind == JsonValueKind.Number && value.GetRawText() is { Length: <= LongestNumber } written && value.TryGetDecimal(out var amount)
            && (amount != 0 || !written.TakeWhile(c => c is not ('e' or 'E')).Any(c => c is >= '1' and <= '9')))
            return amount;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var size) && Math.Abs(size) >= (double)EligibilitySimulator.Largest)
            errors.Add(field, size < 0 ? "NegativeAmount" : "AmountTooLarge", EligibilitySimulator.Largest);
        else
            errors.Add(field, "NotAnAmount");
        return null;
    }
}
