using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Controls;

/// <summary>Keeps a fault to the panel it happened in, and says what was kept and what to do. The framework logs the fault once.</summary>
public sealed partial class PanelBoundary(IStringLocalizer<ControlTexts> texts) : ErrorBoundary;
