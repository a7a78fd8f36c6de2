using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Meetings;

namespace WitaLive.App.Calendar;

/// <summary>One provisional date: planned as a meeting, moved, or taken off the calendar.</summary>
public sealed partial class DatePage(ProvisionalDates dates, CurrentPerson current, PlanSentences sentences, IStringLocalizer<CalendarTexts> texts) : ComponentBase
{
    private DateSheet? _sheet;
    private MeetingForm _form = new();
    private ImmutableArray<FieldProblem> _problems = [];
    private string? _done;
    private bool _isRead;

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        _done = null;
        await ReadAsync();
    }

    private string? Problem(string field) => _problems.FirstOrDefault(p => p.Field == field) is { } problem ? sentences.Of(problem.Why) : null;

    private async Task ReadAsync()
    {
        var me = await current.DemandAsync(Policies.Secretariat);
        _sheet = await dates.ReadAsync(me.Principal, new(Id), CancellationToken.None);
        if (_sheet is { } sheet)
            _form = MeetingForm.Of(sheet.Date);
        _isRead = true;
    }

    private async Task MoveAsync()
    {
        var me = await current.DemandAsync(Policies.Secretariat);
        _done = null;
        _problems = await dates.MoveAsync(me.Principal, new(Id), _sheet!.Date.Revision, _form, CancellationToken.None);
        if (_problems.IsEmpty)
        {
            await ReadAsync();
            _done = texts["DateSaved"];
        }
    }

    private async Task WithdrawAsync()
    {
        var me = await current.DemandAsync(Policies.Secretariat);
        if (await dates.WithdrawAsync(me.Principal, new(Id), _sheet!.Date.Revision, CancellationToken.None) is { } why)
            _problems = [new("", why)];
        else
            (_sheet, _done) = (null, texts["DateWithdrawn"]);
    }
}
