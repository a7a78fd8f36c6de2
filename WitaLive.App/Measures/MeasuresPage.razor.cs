using Microsoft.AspNetCore.Components;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.Domain;

namespace WitaLive.App.Measures;

/// <summary>Every request for a measure, and where one begins: with the number of what it is about.</summary>
public sealed partial class MeasuresPage(MeasureReading reading, MeasureRights rights, CurrentPerson current, MeasureWords texts) : ComponentBase
{
    private MeasureList? _list;
    private (string Kind, Guid Id)? _found;
    private bool _isRefused;

    [SupplyParameterFromQuery]
    public string? Number { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    private int PageNumber => InAddress.Number(Page) ?? 1;

    private string AskedBy(MeasureList list, FileId file) => !list.Asked.TryGetValue(file, out var asked) ? "–"
        : asked.IsByItself ? texts["ByItself", texts.Name($"requester.{asked.Requester}")] : texts.Name($"requester.{asked.Requester}");

    protected override async Task OnParametersSetAsync()
    {
        var me = (await current.DemandAsync(Policies.SignedIn)).Principal;
        _isRefused = !await rights.MayAsync(me, CancellationToken.None);
        if (_isRefused)
            return;
        _found = string.IsNullOrWhiteSpace(Number) ? null : await reading.FindAsync(me, Number, CancellationToken.None);
        _list = await reading.ListAsync(me, PageNumber, CancellationToken.None);
    }
}
