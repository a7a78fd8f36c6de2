using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.Domain;

namespace WitaLive.App.Files;

/// <summary>How many applicants have no account and were or were not invited to one, and a button that invites them.</summary>
public sealed partial class InviteApplicants(ApplicantInvitations desk, CurrentPerson current, TimeProvider clock, IStringLocalizer<FileTexts> texts) : ComponentBase
{
    private WithoutAccount? _without;
    private DateTimeOffset _readAt;
    private bool _again;
    private string? _notice;

    /// <summary>Of which files; null for all.</summary>
    [Parameter]
    public IReadOnlyCollection<FileId>? Files { get; set; }

    protected override Task OnInitializedAsync() => ReadAsync();

    private int Invited(WithoutAccount without) => without.Waiting + (_again ? without.Before : 0);

    private async Task ReadAsync()
    {
        _readAt = clock.GetUtcNow();
        _without = await desk.CountAsync((await current.DemandAsync(Policies.Secretariat)).Principal, Files, CancellationToken.None);
    }

    private async Task InviteAsync()
    {
        var me = (await current.DemandAsync(Policies.Secretariat)).Principal;
        _notice = texts["ApplicantsInvited", await desk.InviteAsync(me, Files, _again ? _readAt : null, CancellationToken.None)];
        _again = false;
        await ReadAsync();
    }
}
