using Microsoft.AspNetCore.Components;
using WitaLive.App.Access;
using WitaLive.App.Files;

namespace WitaLive.App.Measures;

/// <summary>A request for a measure as a member of the chamber reads it that deals with it.</summary>
public sealed partial class MemberMeasurePage(
    MeasureForMembers measures, WitaLive.App.Preparing.PreparationDesk desk, CurrentPerson current, NavigationManager navigation, MeasureWords texts) : ComponentBase
{
    private MeasureSheet? _sheet;
    private bool _missing;
    private int _counted;

    [Parameter]
    public Guid Meeting { get; set; }

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        _sheet = await measures.ReadAsync((await current.DemandAsync(Policies.SignedIn)).Principal, new(Meeting), new(Id), CancellationToken.None);
        _missing = _sheet is null;
        CountAnew();
    }

    private void CountAnew() => _counted++;

    // When all are read, back to the meeting.
    private async Task ToNextUnreadAsync()
    {
        var me = (await current.DemandAsync(Policies.SignedIn)).Principal;
        navigation.NavigateTo(await desk.NextUnreadAsync(me, new(Meeting), new(Id), CancellationToken.None) is { } next ? FilePlaces.OfMember(new(Meeting), next) : $"meetings/{Meeting}");
    }
}
