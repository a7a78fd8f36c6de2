using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;

namespace WitaLive.App.Convening;

/// <summary>Convocations that were ordered and have not left: until their hour the order can be taken back; from then on they are going out.</summary>
public sealed partial class OrderedConvocation(TimeProvider clock, IStringLocalizer<ConvocationTexts> texts) : Ticking(clock)
{
    [Parameter, EditorRequired]
    public required DateTimeOffset At { get; set; }

    [Parameter]
    public bool CanEdit { get; set; }

    [Parameter]
    public EventCallback OnWithdraw { get; set; }

    protected override object? Shown => IsDue;

    private bool IsDue => At <= Now;
}
