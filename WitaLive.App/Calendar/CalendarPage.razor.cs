using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Controls;
using WitaLive.App.Forecasts;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Calendar;

/// <summary>The calendar by month, by week or as a list. What is shown stands in the address, so that it can be kept, sent and gone back to.</summary>
public sealed partial class CalendarPage(
    CalendarReading reading, Forecasting forecasts, RuleBook rules, CurrentPerson current, Names names, TimeProvider clock, IStringLocalizer<CalendarTexts> texts) : ComponentBase
{
    private CalendarSheet? _sheet;
    private bool _isSecretariat;
    private DateOnly _today;

    [SupplyParameterFromQuery]
    public string? View { get; set; }

    [SupplyParameterFromQuery]
    public string? Day { get; set; }

    [SupplyParameterFromQuery]
    public string? Chamber { get; set; }

    [SupplyParameterFromQuery]
    public string? Language { get; set; }

    private CalendarSpan Span => new(
        Enum.TryParse<CalendarShape>(View, ignoreCase: true, out var shape) && Enum.IsDefined(shape) ? shape : CalendarShape.Month,
        DayText.ReadNear(Day) ?? _today,
        rules.On(_today).Planning.MonthsAhead);

    private ChamberId? ChamberWanted => Guid.TryParse(Chamber, out var id) ? new(id) : null;

    private string? LanguageWanted => Languages.Language.Find(Language)?.Code;

    private string Title => Span.Shape switch
    {
        CalendarShape.Month => Span.Day.ToMonth(),
        CalendarShape.Week => texts["WeekOf", Span.From.ToLongDay(), Span.Until.ToLongDay()],
        _ => texts["ListOf", Span.From.ToLongDay(), Span.Until.ToLongDay()],
    };

    protected override async Task OnParametersSetAsync()
    {
        _today = clock.GetUtcNow().DayInBrussels();
        var me = await current.GetAsync();
        _isSecretariat = me.May(Policies.Secretariat);
        _sheet = await reading.ReadAsync(me.Principal, ChamberWanted, LanguageWanted, Span.From, Span.Until, CancellationToken.None);
        if (_isSecretariat)
        {
            var foreseen = (await forecasts.AheadAsync(me.Principal, CancellationToken.None)).ToDictionary(f => f.Meeting.Id, f => f.Quorum.Outlook);
            _sheet = _sheet with { Entries = [.. _sheet.Entries.Select(e => foreseen.TryGetValue(e.Id, out var outlook) ? e with { Outlook = outlook } : e)] };
        }
    }

    private static string CodeOf(CalendarShape shape) => shape.ToString().ToLowerInvariant();

    private static IEnumerable<string> LanguagesOf(CalendarSheet sheet) =>
        sheet.Chambers.Select(c => c.AdHocLanguage ?? c.Section).OfType<string>().Distinct().Order(StringComparer.Ordinal);

    private string AddressOf(CalendarShape shape, DateOnly day) =>
        $"calendar?view={CodeOf(shape)}&day={DayText.Of(day)}"
        + (ChamberWanted is { } chamber ? $"&chamber={chamber.Value}" : "")
        + (LanguageWanted is { } language ? $"&language={language}" : "");

    private string TitleOf(ChamberOnDay chamber) => ChamberTitles.Of(chamber, names, Languages.Language.Current.Culture);
}
