using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Layout;

[AllowAnonymous]
public sealed partial class NotFound(IStringLocalizer<LayoutTexts> texts) : ComponentBase;
