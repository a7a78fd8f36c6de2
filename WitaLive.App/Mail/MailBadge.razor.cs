using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Mail;

/// <summary>What became of a mail, in words; the colour only repeats them.</summary>
public sealed partial class MailBadge(IStringLocalizer<MailTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required MailState State { get; set; }

    private string Colour => State switch
    {
        MailState.Sent => "badge-done",
        MailState.Failed => "badge-problem",
        MailState.Retrying => "badge-warning",
        MailState.Cancelled => "",
        _ => "badge-accent",
    };
}
