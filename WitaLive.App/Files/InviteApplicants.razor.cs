using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.Domain;

namespace WitaLive.App.Files;

/// <summary>How many applicants have no account, and a button that invites them.</summary>
public sealed partial class InviteApplicants(ApplicantInvitations desk, CurrentPerson current, IStringLocalizer<FileTexts> texts) : ComponentBase
{
    private WithoutAccount? _without;
    private string? _notice;

    /// <summary>Of which files; null for all.</summary>
    [Parameter]
    public IReadOnlyCollection<FileId>? Files { get; set; }

    protected override async Task OnInitializedAsync() =>
        _without = await desk.CountAsync((await current.DemandAsync(Policies.Secretariat)).Principal, Files, CancellationToken.None);

    private async Task InviteAsync()
    {
        var me = (await current.DemandAsync(Policies.Secretariat)).Principal;
        _notice = texts["ApplicantsInvited", await desk.InviteAsync(me, Files, CancellationToken.None)];
        _without = await desk.CountAsync(me, Files, CancellationToken.None);
    }
}
