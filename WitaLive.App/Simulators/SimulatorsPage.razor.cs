using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Simulators;

/// <summary>What may be tried out, without signing in.</summary>
[AllowAnonymous]
public sealed partial class SimulatorsPage(IStringLocalizer<SimulatorTexts> texts) : ComponentBase;
