using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Files;
using WitaLive.Domain;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Applications;

/// <summary>One's own applications, and what would count of the profile today.</summary>
public sealed partial class ApplicationsPage(ApplicationDesk desk, CurrentPerson current, IStringLocalizer<ApplicationTexts> texts) : ComponentBase
{
    private ImmutableArray<ApplicationFile>? _mine;
    private ImmutableHashSet<FileId> _renewals = [];
    private int _left;
    private Profile? _profile;
    private Estimate? _would;

    protected override async Task OnInitializedAsync()
    {
        var me = (await current.DemandAsync(Policies.Account)).Principal;
        var mine = await desk.MineAsync(me, CancellationToken.None);
        (_mine, _renewals) = (mine, await desk.RenewalsAsync(me, mine, CancellationToken.None));
        (_left, _) = await desk.StillTakenAsync(me, CancellationToken.None);
        (var sheet, _would) = await desk.EstimateAsync(me, CancellationToken.None);
        _profile = sheet.Profile;
    }
}
