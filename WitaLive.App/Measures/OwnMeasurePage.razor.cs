using Microsoft.AspNetCore.Components;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Files;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Measures;

/// <summary>A request for a measure as the person sees it whom it concerns: what is said, the right to be heard, what was decided.</summary>
public sealed partial class OwnMeasurePage(MeasureReading reading, FileDesk desk, CurrentPerson current, MeasureWords texts) : ComponentBase
{
    private MeasureSheet? _sheet;
    private bool _missing;
    private NoticeKind _kind;
    private string? _notice;
    private string _said = "";

    [Parameter]
    public Guid Id { get; set; }

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        _sheet = await reading.ReadOwnAsync((await current.DemandAsync(Policies.Account)).Principal, new(Id), CancellationToken.None);
        _missing = _sheet is null;
    }

    private async Task DoAsync(ApplicationCommand command)
    {
        var why = await desk.DoOwnAsync((await current.DemandAsync(Policies.Account)).Principal, new(Id), command, CancellationToken.None);
        (_kind, _notice) = why is null ? (NoticeKind.Done, texts["Done"]) : (NoticeKind.Problem, texts.Of(why));
        await ReloadAsync();
    }
}
