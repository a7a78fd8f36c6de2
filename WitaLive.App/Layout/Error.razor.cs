using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Layout;

/// <summary>Shown when making a page failed. The number is also in the log.</summary>
[AllowAnonymous]
public sealed partial class Error(IStringLocalizer<LayoutTexts> texts) : ComponentBase
{
    [CascadingParameter]
    public HttpContext? Http { get; set; }

    private string Number => Activity.Current?.TraceId.ToString() ?? Http?.TraceIdentifier ?? "-";
}
