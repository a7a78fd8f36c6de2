using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.Domain;

namespace WitaLive.App.Files;

/// <summary>Whether a court has a decided file: as long as it has, nothing of it is removed.</summary>
public sealed partial class CourtPanel(CourtNotes notes, CurrentPerson current, IStringLocalizer<FileTexts> texts) : ComponentBase
{
    private CourtNote? _note;

    [Parameter, EditorRequired]
    public required FileId File { get; set; }

    protected override async Task OnParametersSetAsync() =>
        _note = await notes.ReadAsync((await current.DemandAsync(Policies.Secretariat)).Principal, File, CancellationToken.None);

    private async Task SayAsync(bool isThere)
    {
        var me = (await current.DemandAsync(Policies.Secretariat)).Principal;
        await notes.SayAsync(me, File, isThere, CancellationToken.None);
        _note = await notes.ReadAsync(me, File, CancellationToken.None);
    }
}
