using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Meetings;
using WitaLive.Domain;

namespace WitaLive.App.Reports;

/// <summary>Beside a file that a chamber referred: its members ask for that chamber's report, and open it once it is lent.</summary>
public sealed partial class LentReportPanel(ReportLending lending, CurrentPerson current, PlanSentences sentences, IStringLocalizer<ReportTexts> texts) : ComponentBase
{
    private ReferredReport? _report;
    private string? _problem;
    private (MeetingId, FileId) _shown;

    [Parameter, EditorRequired]
    public required MeetingId Meeting { get; set; }

    [Parameter, EditorRequired]
    public required FileId File { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == (Meeting, File))
            return;
        _shown = (Meeting, File);
        _problem = null;
        await ReadAsync();
    }

    private async Task ReadAsync() => _report = await lending.OfAsync((await current.GetAsync()).Principal, Meeting, File, CancellationToken.None);

    private async Task AskAsync()
    {
        _problem = await lending.AskAsync((await current.GetAsync()).Principal, Meeting, File, CancellationToken.None) is { } why ? sentences.Of(why) : null;
        await ReadAsync();
    }
}
