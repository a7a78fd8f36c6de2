using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Access;

/// <summary>Where someone signed in lands who asked for a page that is not theirs.</summary>
public sealed partial class NoAccessPage : ComponentBase;
