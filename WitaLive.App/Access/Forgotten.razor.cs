using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.App.Security;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Access;

/// <summary>Mails a link to choose a new password. Says the same whether the address is known or not.</summary>
public sealed partial class Forgotten(
    ResetRequests requests, SignInGate gate, IStringLocalizer<AccessTexts> texts, IStringLocalizer<RefusalTexts> refusals) : ComponentBase
{
    private NoticeKind _kind;
    private string? _notice;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [SupplyParameterFromForm(FormName = "forgotten")]
    public string? Email { get; set; }

    private void Send()
    {
        var address = Person.NormalAddress(Email ?? "");
        if (!address.Contains('@', StringComparison.Ordinal))
        {
            (_kind, _notice) = (NoticeKind.Problem, refusals[nameof(AddressUnusable), address]);
            return;
        }
        if (gate.TryEnter("forgotten " + address, ClientAddress.Of(Http)) is null)
        {
            (_kind, _notice) = (NoticeKind.Problem, refusals[nameof(TooManyAttempts)]);
            return;
        }
        requests.Ask(address);
        (_kind, _notice) = (NoticeKind.Done, texts["LinkSent"]);
    }
}
