using Microsoft.AspNetCore.Components;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Files;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Measures;

/// <summary>A request for a measure: what it is about, where it is, and for the secretariat what can be done now.</summary>
public sealed partial class MeasurePage(MeasureReading reading, MeasureDesk acts, MeasureRights rights, CurrentPerson current, MeasureWords texts) : ComponentBase
{
    private MeasureSheet? _sheet;
    private FileBackground? _background;
    private bool _missing;
    private NoticeKind _kind;
    private string? _notice;

    [Parameter]
    public Guid Id { get; set; }

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        var me = (await current.DemandAsync(Policies.SignedIn)).Principal;
        _sheet = await rights.MayAsync(me, CancellationToken.None) ? await reading.ReadAsync(me, new(Id), CancellationToken.None) : null;
        _missing = _sheet is null;
        _background = _sheet is { } sheet && Policies.Allow(me, Policies.Secretariat) ? await acts.BackgroundAsync(me, sheet.File, CancellationToken.None) : null;
    }

    private async Task DoAsync(ApplicationCommand command)
    {
        var why = await acts.DoAsync((await current.DemandAsync(Policies.Secretariat)).Principal, new(Id), command, CancellationToken.None);
        (_kind, _notice) = why is null ? (NoticeKind.Done, texts["Done"]) : (NoticeKind.Problem, texts.Of(why));
        await ReloadAsync();
    }
}
