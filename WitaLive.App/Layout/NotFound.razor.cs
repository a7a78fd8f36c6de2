using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Layout;

/// <summary>Of an address where nothing is; or of a form that was sent from a page that is out of date, or that nobody can read.</summary>
[AllowAnonymous]
public sealed partial class NotFound(IStringLocalizer<LayoutTexts> texts) : ComponentBase
{
    [CascadingParameter]
    public HttpContext? Http { get; set; }

    private string Which => (Http is { } http ? OutOfDateForms.SentAs(http) : null) ?? "NotFound";
}
