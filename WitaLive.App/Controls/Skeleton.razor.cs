using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Controls;

/// <summary>Keeps the place of what is still being read.</summary>
public sealed partial class Skeleton(IStringLocalizer<ControlTexts> texts) : Part
{
    /// <summary>How many lines will come, so that nothing moves when they do.</summary>
    [Parameter]
    public int Lines { get; set; } = 3;
}
