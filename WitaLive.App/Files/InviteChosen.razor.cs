using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.Domain;

namespace WitaLive.App.Files;

/// <summary>Invites the applicants of the files chosen in the list, once each; whom no mail reaches is counted.</summary>
public sealed partial class InviteChosen(ApplicantInvitations desk, CurrentPerson current, IStringLocalizer<FileTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required IReadOnlyCollection<FileId> Files { get; set; }

    /// <summary>What became of it, in words.</summary>
    [Parameter]
    public EventCallback<string> OnInvited { get; set; }

    private async Task InviteAsync()
    {
        var me = (await current.DemandAsync(Policies.Secretariat)).Principal;
        var unreachable = (await desk.CountAsync(me, Files, CancellationToken.None)).Unreachable;
        await OnInvited.InvokeAsync(texts["ChosenInvited", await desk.InviteAsync(me, Files, CancellationToken.None), unreachable]);
    }
}
