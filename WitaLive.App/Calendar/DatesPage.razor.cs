using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Calendar;

/// <summary>Makes meetings of provisional dates, as many as are ticked.</summary>
public sealed partial class DatesPage(
    DatePlanning planning, RuleBook rules, CurrentPerson current, PlanSentences sentences, Names names, IStringLocalizer<CalendarTexts> texts) : ComponentBase
{
    private readonly HashSet<MeetingId> _chosen = [];
    private ImmutableArray<DateSheet>? _dates;
    private ImmutableArray<PlannedDate> _refused = [];
    private NoticeKind _kind;
    private string? _said;
    private bool _isBusy;

    /// <summary>The chamber whose dates are shown; all of them without one.</summary>
    [SupplyParameterFromQuery]
    public string? Chamber { get; set; }

    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        var me = await current.DemandAsync(Policies.Secretariat);
        _dates = await planning.OpenAsync(me.Principal, Guid.TryParse(Chamber, out var id) ? new(id) : null, CancellationToken.None);
        _chosen.IntersectWith(_dates.Value.Select(date => date.Date.Id));
    }

    private static string TitleOf(DateSheet date) => $"{date.Date.StartsAt.ToLongDay()}, {date.Date.StartsAt.ToTime()}";

    private string? OffOn(DateSheet date) => DaysOff.Of(date.Date.StartsAt.DayInBrussels(), rules, names, texts);

    private void ChooseAll() => _chosen.UnionWith(_dates!.Value.Select(date => date.Date.Id));

    private void Choose(DateSheet date, bool isChosen)
    {
        if (isChosen)
            _chosen.Add(date.Date.Id);
        else
            _chosen.Remove(date.Date.Id);
    }

    private async Task PlanAsync()
    {
        if (_isBusy)
            return; // clicked twice
        _isBusy = true;
        var me = await current.DemandAsync(Policies.Secretariat);
        var planned = await planning.PlanAsync(me.Principal, [.. _dates!.Value.Where(date => _chosen.Contains(date.Date.Id))], CancellationToken.None);
        _refused = [.. planned.Where(one => one.Why is not null)];
        (_kind, _said) = (_refused.IsEmpty ? NoticeKind.Done : NoticeKind.Warning, texts["DatesPlanned", planned.Length - _refused.Length, _refused.Length]);
        await ReadAsync();
        _isBusy = false;
    }
}
