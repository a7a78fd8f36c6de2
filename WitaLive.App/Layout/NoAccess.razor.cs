using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Layout;

/// <summary>Stands in place of a page its reader may not see; or may not see any more, because the session has ended while it was open.</summary>
public sealed partial class NoAccess(IStringLocalizer<LayoutTexts> texts, NavigationManager navigation) : ComponentBase
{
    private bool _isSignedOut;

    [CascadingParameter]
    private Task<AuthenticationState>? Person { get; set; }

    private string SignInAddress => $"account/sign-in?returnUrl={Uri.EscapeDataString("/" + navigation.ToBaseRelativePath(navigation.Uri))}";

    protected override async Task OnParametersSetAsync() => _isSignedOut = Person is not null && (await Person).User.Identity?.IsAuthenticated is not true;
}
