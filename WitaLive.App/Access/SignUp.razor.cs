using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.App.Security;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Access;

/// <summary>Opens an account for whoever wants to apply. Says the same whether the address is known or not.</summary>
public sealed partial class SignUp(Invitations invitations, SignInGate gate, TimeProvider clock, IStringLocalizer<AccessTexts> texts, IStringLocalizer<RefusalTexts> refusals) : ComponentBase
{
    private NoticeKind _kind;
    private string? _notice;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [SupplyParameterFromForm(FormName = "sign-up")]
    public string? GivenName { get; set; }

    [SupplyParameterFromForm(FormName = "sign-up")]
    public string? FamilyName { get; set; }

    [SupplyParameterFromForm(FormName = "sign-up")]
    public string? Email { get; set; }

    private async Task OpenAsync()
    {
        var address = Person.NormalAddress(Email ?? "");
        if (gate.TryEnter("sign-up " + address, ClientAddress.Of(Http)) is null)
        {
            (_kind, _notice) = (NoticeKind.Problem, refusals[nameof(TooManyAttempts)]);
            return;
        }
        var why = await invitations.SignUpAsync(GivenName ?? "", FamilyName ?? "", address, Language.Current.Code, clock.GetUtcNow(), Http.RequestAborted);
        (_kind, _notice) = why is null ? (NoticeKind.Done, texts["SignUpSent"].Value) : (NoticeKind.Problem, refusals[why.Key, [.. why.Gaps]].Value);
    }
}
