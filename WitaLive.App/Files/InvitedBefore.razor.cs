using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;

namespace WitaLive.App.Files;

/// <summary>How many were invited before and when, and whether they are to be invited again: not unless it is said.</summary>
public sealed partial class InvitedBefore(IStringLocalizer<FileTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required WithoutAccount Without { get; set; }

    [Parameter]
    public bool Again { get; set; }

    [Parameter]
    public EventCallback<bool> AgainChanged { get; set; }

    private string Said(DateOnly first, DateOnly last) => (Without.Before, first == last) switch
    {
        (1, _) => texts["ApplicantInvitedOn", last.ToLongDay()],
        (_, true) => texts["ApplicantsInvitedOn", Without.Before, last.ToLongDay()],
        _ => texts["ApplicantsInvitedBetween", Without.Before, first.ToLongDay(), last.ToLongDay()],
    };
}
