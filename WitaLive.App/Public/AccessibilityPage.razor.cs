using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Public;

/// <summary>The accessibility statement.</summary>
/// <remarks>Source: law of 19 July 2018 on the accessibility of the websites of public bodies. What it says of checks is what the tests do.</remarks>
public sealed partial class AccessibilityPage(OwnMail mail, IStringLocalizer<PublicTexts> texts) : ComponentBase;
