using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Layout;

/// <summary>
/// What a page says while its line to the server is down. It takes no focus and covers nothing. The module beside it watches
/// the class names the framework's script sets here: the script of this version raises no event of its own.
/// </summary>
public sealed partial class ReconnectModal(IStringLocalizer<LayoutTexts> texts) : ComponentBase;
