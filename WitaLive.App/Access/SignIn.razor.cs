using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;

namespace WitaLive.App.Access;

/// <summary>Address and password. The answer is the same for an unknown address and a wrong password.</summary>
public sealed partial class SignIn(
    Sessions sessions, NavigationManager navigation, IHostEnvironment environment, IStringLocalizer<AccessTexts> texts,
    IStringLocalizer<RefusalTexts> refusals) : ComponentBase
{
    private string? _problem;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [SupplyParameterFromQuery]
    public string? ReturnUrl { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")]
    public string? Email { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")]
    public string? Password { get; set; }

    private async Task SignInAsync()
    {
        if (await sessions.SignInAsync(Http, Email ?? "", Password ?? "", Http.RequestAborted) is { } why)
            _problem = why is StrangersHaveToWait(var until) ? refusals[why.Key, until.ToTime()] : refusals[why.Key];
        else
            navigation.NavigateTo(LocalAddress.Or(ReturnUrl, "/"));
    }
}
