using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.Domain;

namespace WitaLive.App.Files;

/// <summary>Whether a court has a decided file: as long as it has, nothing of it is removed.</summary>
public sealed partial class CourtPanel(FileDesk desk, CurrentPerson current, IStringLocalizer<FileTexts> texts) : ComponentBase
{
    private DateOnly? _since;

    [Parameter, EditorRequired]
    public required FileId File { get; set; }

    [Parameter, EditorRequired]
    public required DateOnly? Since { get; set; }

    protected override void OnParametersSet() => _since = Since;

    private async Task SayAsync(bool isThere) =>
        _since = await desk.SayAtCourtAsync((await current.DemandAsync(Policies.Secretariat)).Principal, File, isThere, CancellationToken.None);
}
