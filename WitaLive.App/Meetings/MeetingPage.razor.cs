using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Reports;

namespace WitaLive.App.Meetings;

/// <summary>One meeting before and after it sits: facts, agenda with papers, convocations, big screens.</summary>
public sealed partial class MeetingPage(
    MeetingReading reading, OutcomeReading outcomes, ReportReading reports, CurrentPerson current, PlanSentences sentences, TimeProvider clock, IStringLocalizer<MeetingTexts> texts) : ComponentBase
{
    // Unit: points.
    private const int ShortAgenda = 8;

    private MeetingSheet? _sheet;
    private Outcomes _outcomes = Outcomes.None;
    private bool _hasReport;
    private bool _isRead;
    private bool _isSecretariat;
    private bool _isShort;
    private bool _wasNotHeld;

    [Parameter]
    public Guid Id { get; set; }

    private MeetingStanding Standing => MeetingList.StandingOf(_sheet!.Meeting.State, _sheet.Meeting.CancelledAt);

    private bool CanEdit => _isSecretariat && Standing is MeetingStanding.Planned;

    protected override async Task OnParametersSetAsync()
    {
        await ReadAsync();
        // Under a short agenda is room for what would make the other column long. Settled on arrival: nothing changes its column under a hand.
        _isShort = _sheet?.Meeting.Agenda.Count <= ShortAgenda;
        _isRead = true;
    }

    private async Task ReadAsync()
    {
        var me = await current.GetAsync();
        _isSecretariat = me.May(Policies.Secretariat);
        _sheet = await reading.ReadAsync(me.Principal, new(Id), CancellationToken.None);
        if (_sheet is null)
            return;
        _wasNotHeld = MeetingList.WasNotHeld(_sheet.Meeting.State, _sheet.Meeting.CancelledAt, _sheet.Meeting.StartsAt, clock.GetUtcNow());
        _outcomes = await outcomes.ReadAsync(_sheet, me.Id, CancellationToken.None);
        // What was decided is for those who sit there, as the report is; not for who may only look into the agenda.
        _hasReport = Standing is not MeetingStanding.Planned and not MeetingStanding.Cancelled && !_sheet.IsLookedInto && await reports.IsThereAsync(me.Principal, new(Id), CancellationToken.None);
    }
}
