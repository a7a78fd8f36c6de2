using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;

namespace WitaLive.App.Meetings;

/// <summary>One meeting before and after it sits: facts, agenda with papers, convocations, big screens.</summary>
public sealed partial class MeetingPage(MeetingReading reading, CurrentPerson current, PlanSentences sentences, IStringLocalizer<MeetingTexts> texts) : ComponentBase
{
    private MeetingSheet? _sheet;
    private bool _isRead;
    private bool _isSecretariat;

    [Parameter]
    public Guid Id { get; set; }

    private MeetingStanding Standing => MeetingList.StandingOf(_sheet!.Meeting.State, _sheet.Meeting.CancelledAt);

    private bool CanEdit => _isSecretariat && Standing is MeetingStanding.Planned;

    protected override async Task OnParametersSetAsync()
    {
        await ReadAsync();
        _isRead = true;
    }

    private async Task ReadAsync()
    {
        var me = await current.GetAsync();
        _isSecretariat = me.May(Policies.Secretariat);
        _sheet = await reading.ReadAsync(me.Principal, new(Id), CancellationToken.None);
    }
}
