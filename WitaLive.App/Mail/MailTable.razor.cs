using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Mail;

/// <summary>Mails as rows, newest first.</summary>
public sealed partial class MailTable(IStringLocalizer<MailTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required ImmutableArray<MailLine> Mails { get; set; }

    [Parameter]
    public EventCallback<Guid> OnResend { get; set; }

    [Parameter]
    public EventCallback<Guid> OnCancel { get; set; }
}
