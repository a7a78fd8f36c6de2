using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.Domain;

namespace WitaLive.App.Files;

/// <summary>Invites the applicants of the files chosen in the list, once each, and again if that is said; whom no mail reaches, and who was left out, is counted.</summary>
public sealed partial class InviteChosen(ApplicantInvitations desk, CurrentPerson current, TimeProvider clock, IStringLocalizer<FileTexts> texts) : ComponentBase
{
    private Question? _question;
    private WithoutAccount? _without;
    private DateTimeOffset _readAt;
    private bool _again;

    [Parameter, EditorRequired]
    public required IReadOnlyCollection<FileId> Files { get; set; }

    /// <summary>What became of it, in words.</summary>
    [Parameter]
    public EventCallback<string> OnInvited { get; set; }

    // Who was invited meanwhile is seen before anything is sent.
    private async Task AskAsync()
    {
        (_again, _readAt) = (false, clock.GetUtcNow());
        _without = await desk.CountAsync((await current.DemandAsync(Policies.Secretariat)).Principal, Files, CancellationToken.None);
        await _question!.AskAsync();
    }

    private async Task InviteAsync()
    {
        var me = (await current.DemandAsync(Policies.Secretariat)).Principal;
        var without = await desk.CountAsync(me, Files, CancellationToken.None);
        var invited = await desk.InviteAsync(me, Files, _again ? _readAt : null, CancellationToken.None);
        await OnInvited.InvokeAsync(texts["ChosenInvited", invited, without.Unreachable, _again ? 0 : without.Before]);
    }
}
