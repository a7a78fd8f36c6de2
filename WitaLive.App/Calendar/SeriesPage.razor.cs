using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.App.Rules;
using WitaLive.Domain.Planning;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Calendar;

/// <summary>Sets a series of provisional dates: first shown with holidays, bridge days and clashes, then saved.</summary>
public sealed partial class SeriesPage(
    SeriesPlanning planning, RuleBook rules, CurrentPerson current, PlanSentences sentences, TimeProvider clock, Names names, IStringLocalizer<CalendarTexts> texts) : ComponentBase
{
    private static readonly ImmutableArray<DayOfWeek> s_weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];
    private readonly SeriesForm _form = new();
    private SeriesPreview? _preview;
    private ImmutableArray<FieldProblem> _problems = [];
    private int _saved;
    private bool _isSaving;

    /// <summary>The chamber to begin with.</summary>
    [SupplyParameterFromQuery]
    public string? Chamber { get; set; }

    private PlanningRule Rule => rules.On(clock.GetUtcNow().DayInBrussels()).Planning;

    // «juillet, août»
    private string Thin => string.Join(", ", Rule.ThinMonths.Select(month => CultureInfo.CurrentCulture.DateTimeFormat.GetMonthName(month)));

    private HashSet<DateOnly> Kept => [.. SeriesPlanning.Kept(_form, _preview?.Lines ?? []).Select(line => line.Date.Day)];

    protected override async Task OnInitializedAsync()
    {
        var tomorrow = clock.GetUtcNow().DayInBrussels().AddDays(1);
        (_form.Facts.Chamber, _form.Facts.Hour) = (Chamber ?? "", "14:00");
        (_form.From, _form.Until) = (DayText.Of(tomorrow), DayText.Of(tomorrow.AddMonths(Rule.MonthsAhead)));
        _preview = (await planning.PreviewAsync((await current.DemandAsync(Policies.Secretariat)).Principal, _form, CancellationToken.None)) with { Lines = [], Problems = [] };
    }

    private static string TextOf(ChangeEventArgs change) => change.Value as string ?? "";

    private string? Problem(string field) => _problems.FirstOrDefault(p => p.Field == field) is { } problem ? sentences.Of(problem.Why) : null;

    private string? Wrong(string field) => _problems.Any(p => p.Field == field) ? "true" : null;

    private bool IsUnwishedBridge(SeriesLine line) => line.Date.Mark is DateMark.Bridge && !_form.HoldsBridgeDays;

    private string? MarkOf(SeriesLine line) => line switch
    {
        { Date.Holiday: { } holiday } => names.Of($"holiday.{holiday.Name}"),
        { Date.Mark: DateMark.Thinned } => texts["MarkThinned"],
        { IsTaken: true } => texts["MarkTaken"],
        { Date.Mark: DateMark.Bridge } => texts["BridgeDay"],
        _ => null,
    };

    private void Keep(DateOnly day, bool isKept)
    {
        if (isKept)
            _form.LeftOut.Remove(day);
        else
            _form.LeftOut.Add(day);
    }

    // What was shown is of another form: it is asked for anew.
    private Task SetAsync(Action set)
    {
        set();
        return ForgetAsync();
    }

    private Task ForgetAsync()
    {
        (_preview, _saved) = (_preview! with { Lines = [] }, 0);
        _form.LeftOut.Clear();
        return Task.CompletedTask;
    }

    private async Task PreviewAsync()
    {
        var me = await current.DemandAsync(Policies.Secretariat);
        _preview = await planning.PreviewAsync(me.Principal, _form, CancellationToken.None);
        (_problems, _saved) = (_preview.Problems, 0);
    }

    // A second click while the first is being answered asks for nothing more.
    private async Task SaveAsync()
    {
        if (_isSaving)
            return;
        _isSaving = true;
        try
        {
            var me = await current.DemandAsync(Policies.Secretariat);
            (_saved, _problems) = await planning.SaveAsync(me.Principal, _form, CancellationToken.None);
            if (_saved > 0)
                _preview = _preview! with { Lines = [] };
        }
        finally
        {
            _isSaving = false;
        }
    }
}
