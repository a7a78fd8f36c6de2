using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;

namespace WitaLive.App.Mail;

/// <summary>All outgoing mail and what became of it. What is looked for stands in the address.</summary>
[Authorize(Policies.Mail)]
public sealed partial class Mails(MailDesk desk, AuthenticationStateProvider people, IStringLocalizer<MailTexts> texts) : ComponentBase
{
    private MailList? _list;
    private string? _notice;

    [SupplyParameterFromQuery]
    public string? State { get; set; }

    [SupplyParameterFromQuery]
    public string? Search { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    private MailState? Wanted => Enum.TryParse<MailState>(State, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null;

    private int PageNumber => Math.Max(InAddress.Number(Page) ?? 1, 1);

    private bool IsFiltered => Wanted is not null || !string.IsNullOrWhiteSpace(Search) || PageNumber > 1;

    protected override Task OnParametersSetAsync() => LoadAsync();

    private static string CodeOf(MailState state) => state.ToString().ToLowerInvariant();

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

    private async Task LoadAsync() =>
        _list = await desk.ListAsync((await people.GetAuthenticationStateAsync()).User, Wanted, Search, PageNumber, CancellationToken.None);
}
