using Microsoft.Extensions.Localization;
using WitaLive.App.Access;

namespace WitaLive.App.Meetings;

/// <summary>Cancels a meeting, with the reason that those convened are told.</summary>
public sealed partial class CancelPanel(MeetingChanges changes, CurrentPerson current, PlanSentences sentences, IStringLocalizer<MeetingTexts> texts)
    : PlanPanel(current, sentences)
{
    private string _reason = "";

    private Task CancelAsync() => DoAsync(who => changes.CancelAsync(who, Id, _reason, CancellationToken.None), texts["CancelDone"]);
}
