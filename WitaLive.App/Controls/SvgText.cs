using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace WitaLive.App.Controls;

/// <summary>A text in a drawing, centred. Razor keeps the element's name for itself, so it is made here.</summary>
public sealed class SvgText : Part
{
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Parameter]
    public double X { get; set; }

    [Parameter]
    public double Y { get; set; }

    /// <summary>Unit: SVG units.</summary>
    [Parameter]
    public double Size { get; set; } = 14;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", Number(X));
        builder.AddAttribute(2, "y", Number(Y));
        builder.AddAttribute(3, "font-size", Number(Size));
        builder.AddAttribute(4, "text-anchor", "middle");
        builder.AddContent(5, Text);
        builder.CloseElement();
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
