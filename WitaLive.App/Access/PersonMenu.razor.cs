using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Access;

/// <summary>Who is signed in, and the way out.</summary>
public sealed partial class PersonMenu(IStringLocalizer<AccessTexts> texts) : ComponentBase;
