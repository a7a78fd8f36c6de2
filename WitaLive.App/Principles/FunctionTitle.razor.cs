using Microsoft.AspNetCore.Components;
using WitaLive.App.Languages;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Principles;

namespace WitaLive.App.Principles;

/// <summary>What somebody does: as the cadastre called it when they chose it, and in their own words beside it.</summary>
public sealed partial class FunctionTitle(AdoptedTexts adopted) : ComponentBase
{
    private CadastreChoice? _read;
    private Said? _title;

    [Parameter, EditorRequired]
    public required Activity Activity { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (Activity.Entry == _read)
            return;
        _read = Activity.Entry;
        _title = _read is { } chosen ? await adopted.TitleAsync(chosen, Language.Current.Code, CancellationToken.None) : null;
    }
}
