using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.Domain.Reports;

namespace WitaLive.App.Reports;

/// <summary>How far a report is, and what its reader can do about it. Its buttons belong to the form round it.</summary>
public sealed partial class ReportStanding(PlanSentences sentences, IStringLocalizer<ReportTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required ReportSheet Sheet { get; set; }

    private bool MayConfirm => Sheet.Progress.State is ReportState.Supplied
        && (Sheet.IsSecretariat ? !Sheet.Progress.SecretaryConfirmed : Sheet.IsChair && !Sheet.Progress.ChairConfirmed);

    private string Confirmation(string? name, DateTimeOffset? at) => at is { } when ? texts["ConfirmedBy", name ?? "", $"{when.ToLongDay()}, {when.ToTime()}"] : texts["NotYet"];
}
