using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.App.Fees;
using WitaLive.App.Languages;
using WitaLive.App.Rules;
using WitaLive.Domain.Amateurs;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Public;

/// <summary>The amateur arts indemnity: its limits, and a sum to try. What is tried stands in the address; works without script.</summary>
public sealed partial class AmateurPage(RuleBook book, Names names, TimeProvider clock, IStringLocalizer<PublicTexts> texts) : ComponentBase
{
    private const int MostDays = 366;
    private const decimal MostEuro = 10_000;

    private AmateurRule _rule = null!;
    private DateOnly _today;
    private int _year;
    private AmateurYear? _result;
    private ImmutableArray<AmateurExcess> _tooMuch = [];
    private string? _problem;

    [SupplyParameterFromQuery]
    public string? Year { get; set; }

    [SupplyParameterFromQuery]
    public string? Days { get; set; }

    [SupplyParameterFromQuery]
    public string? Row { get; set; }

    [SupplyParameterFromQuery]
    public string? Indemnity { get; set; }

    [SupplyParameterFromQuery]
    public string? Travel { get; set; }

    protected override void OnParametersSet()
    {
        _today = clock.GetUtcNow().DayInBrussels();
        _rule = book.On(_today).Amateurs;
        _year = InAddress.Number(Year) is { } year && _rule.In(year) is not null ? year : _rule.Amounts.Max(amounts => amounts.Year);
        if (Days is null)
            return;
        if (InAddress.Number(Days) is not (> 0 and <= MostDays and var days) || InAddress.Number(string.IsNullOrWhiteSpace(Row) ? "1" : Row) is not (> 0 and var row) || row > days)
            _problem = texts["DaysUnusable", MostDays];
        else if (AmountText.Read(Indemnity) is not { } indemnity || AmountText.Read(string.IsNullOrWhiteSpace(Travel) ? "0" : Travel) is not { } travel || Math.Max(indemnity, travel) >= MostEuro)
            _problem = texts["EuroUnusable", MostEuro];
        else
            WorkOut(days, row, indemnity, travel);
    }

    // As many of the days as were said with one who engages and one after the other, each other day with somebody else.
    private void WorkOut(int days, int row, decimal indemnity, decimal travel)
    {
        var first = new DateOnly(_year, 1, 1);
        _result = AmateurYear.Of(_year, Enumerable.Range(0, days).Select(i => new AmateurDay(Guid.NewGuid(), first.AddDays(Math.Min(i, first.AddYears(1).DayNumber - first.DayNumber - 1)), i < row ? "row" : $"{i}", indemnity, travel)), _rule);
        _tooMuch = [.. _result.Excesses.Select(excess => excess.Excess).Distinct().Order()];
    }

    private string Say(AmateurExcess excess) => excess switch
    {
        AmateurExcess.Days => texts["ExcessDays", _rule.DaysAYear],
        AmateurExcess.InARow => texts["ExcessInARow", _rule.DaysInARow],
        AmateurExcess.Indemnity => texts["ExcessIndemnity", FeeWords.Euro(_result!.Amounts!.ADay)],
        _ => texts["ExcessTravel", FeeWords.Euro(_result!.Amounts!.Travel)],
    };
}
