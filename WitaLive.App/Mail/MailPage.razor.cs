using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Languages;

namespace WitaLive.App.Mail;

/// <summary>One mail: what became of it, and for administrators its words.</summary>
[Authorize(Policies.Mail)]
public sealed partial class MailPage(MailDesk desk, AuthenticationStateProvider people, IStringLocalizer<MailTexts> texts) : ComponentBase
{
    private MailSheet? _sheet;
    private bool _isRead;
    private string? _notice;

    [Parameter]
    public Guid Id { get; set; }

    protected override Task OnParametersSetAsync() => LoadAsync();

    private string When(MailLine line) =>
        line.State is MailState.Retrying or MailState.Waiting ? texts["NextTry", line.At.ToDayAndTime()] : line.At.ToDayAndTime();

    private async Task ResendAsync(Guid id)
    {
        await desk.ResendAsync((await people.GetAuthenticationStateAsync()).User, id, CancellationToken.None);
        _notice = texts["ResendDone"];
        await LoadAsync();
    }

    private async Task CancelAsync(Guid id)
    {
        await desk.CancelAsync((await people.GetAuthenticationStateAsync()).User, id, CancellationToken.None);
        _notice = texts["CancelDone"];
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        _sheet = await desk.ReadAsync((await people.GetAuthenticationStateAsync()).User, Id, CancellationToken.None);
        _isRead = true;
    }
}
