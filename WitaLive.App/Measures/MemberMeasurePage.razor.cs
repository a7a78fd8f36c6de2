using Microsoft.AspNetCore.Components;
using WitaLive.App.Access;

namespace WitaLive.App.Measures;

/// <summary>A request for a measure as a member of the chamber reads it that deals with it.</summary>
public sealed partial class MemberMeasurePage(MeasureForMembers measures, CurrentPerson current, MeasureWords texts) : ComponentBase
{
    private MeasureSheet? _sheet;
    private bool _missing;

    [Parameter]
    public Guid Meeting { get; set; }

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        _sheet = await measures.ReadAsync((await current.DemandAsync(Policies.SignedIn)).Principal, new(Meeting), new(Id), CancellationToken.None);
        _missing = _sheet is null;
    }
}
