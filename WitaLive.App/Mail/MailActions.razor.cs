using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Mail;

/// <summary>What can be done with one mail. Both can be undone by the other, so neither asks first.</summary>
public sealed partial class MailActions(IStringLocalizer<MailTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required MailLine Mail { get; set; }

    [Parameter]
    public EventCallback<Guid> OnResend { get; set; }

    [Parameter]
    public EventCallback<Guid> OnCancel { get; set; }

    private Task ResendAsync() => OnResend.InvokeAsync(Mail.Id);

    private Task CancelAsync() => OnCancel.InvokeAsync(Mail.Id);
}
