using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Layout;

/// <summary>One link for each language. It leaves the circuit and comes back to the same page: a circuit keeps the language it began with.</summary>
/// <remarks>The target keeps the framework from taking the link for a page of its own.</remarks>
public sealed partial class LanguageSwitch(IStringLocalizer<LayoutTexts> texts) : ComponentBase;
