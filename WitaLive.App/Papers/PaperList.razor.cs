using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Meetings;
using WitaLive.Domain;

namespace WitaLive.App.Papers;

/// <summary>The papers of an agenda line: to open, and for the secretariat to add and remove.</summary>
public sealed partial class PaperList(PaperDesk desk, CurrentPerson current, PlanSentences sentences, IStringLocalizer<PaperTexts> texts) : ComponentBase
{
    private const int MostAtOnce = 50;

    private string? _removed;

    [Parameter, EditorRequired]
    public required MeetingId Meeting { get; set; }

    [Parameter, EditorRequired]
    public required AgendaLine Line { get; set; }

    [Parameter]
    public bool CanEdit { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    private async Task RemoveAsync(Paper paper)
    {
        var me = await current.DemandAsync(Policies.Secretariat);
        _removed = await desk.RemoveAsync(me.Principal, Meeting, paper.Id, CancellationToken.None) is { } why ? sentences.Of(why) : texts["Removed", paper.Name];
        await OnChanged.InvokeAsync();
    }
}
