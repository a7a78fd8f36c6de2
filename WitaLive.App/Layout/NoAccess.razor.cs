using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Layout;

/// <summary>Stands in place of a page its reader may not see.</summary>
public sealed partial class NoAccess(IStringLocalizer<LayoutTexts> texts) : ComponentBase;
