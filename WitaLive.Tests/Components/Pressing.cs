// The frames of the render tree are how a test finds a button without a browser; an upgrade that changes them fails here and nowhere else.
#pragma warning disable BL0006
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.HtmlRendering.Infrastructure;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.Extensions.Logging.Abstractions;

namespace WitaLive.Tests.Components;

/// <summary>Draws a component, finds what is in it by what it says, and uses it as a browser would.</summary>
internal sealed class Pressing(IServiceProvider services) : StaticHtmlRenderer(services, NullLoggerFactory.Instance)
{
    public int Show(Type component, ParameterView parameters)
    {
        var instance = InstantiateComponent(component);
        var id = AssignRootComponentId(instance);
        Redraw(id, parameters);
        return id;
    }

    /// <summary>The same, and waits for what it reads first.</summary>
    public async Task<int> ShowAsync(Type component, ParameterView parameters)
    {
        var id = await Dispatcher.InvokeAsync(() => AssignRootComponentId(InstantiateComponent(component)));
        await Dispatcher.InvokeAsync(() => RenderRootComponentAsync(id, parameters));
        return id;
    }

    public void Redraw(int id, ParameterView parameters) => _ = Dispatcher.InvokeAsync(() => RenderRootComponentAsync(id, parameters));

    /// <summary>Disposes of it; under another name, for whoever calls the inherited one is warned of the render tree.</summary>
    public ValueTask CloseAsync() => DisposeAsync();

    public string HtmlOf(int id)
    {
        // Carried out at once, or when what a clock has just set going is done.
        using var writer = new StringWriter();
        Dispatcher.InvokeAsync(() => WriteComponentHtml(id, writer)).GetAwaiter().GetResult();
        return writer.ToString();
    }

    // Found and used in one go: what is drawn in between has other handlers.
    public Task RaiseAsync(int root, string element, string? label, string[] names, EventArgs args, int nth) => Dispatcher.InvokeAsync(() =>
    {
        var handlers = new List<(int Component, ulong Handler)>();
        Find(root, element, label, names, handlers);
        Assert.True(handlers.Count > nth, $"There is no {element} «{label}» to use.");
        var (component, handler) = handlers[nth];
        var field = args is ChangeEventArgs { Value: { } typed } ? new EventFieldInfo { ComponentId = component, FieldValue = typed } : null;
        return DispatchEventAsync(handler, field, args);
    });

    /// <summary>What was written into fields, over what stood there in the browser.</summary>
    public List<string> Written { get; } = [];

    protected override Task UpdateDisplayAsync(in RenderBatch renderBatch)
    {
        for (var i = 0; i < renderBatch.UpdatedComponents.Count; i++)
        {
            foreach (var edit in renderBatch.UpdatedComponents.Array[i].Edits)
            {
                if (edit.Type is RenderTreeEditType.SetAttribute && renderBatch.ReferenceFrames.Array[edit.ReferenceFrameIndex] is { AttributeName: "value", AttributeValue: { } value })
                    Written.Add($"{value}");
            }
        }
        return base.UpdateDisplayAsync(renderBatch);
    }

    /// <summary>The first component of that kind within; fails when there is none.</summary>
    public Task<T> FindAsync<T>(int root) where T : class, IComponent => Dispatcher.InvokeAsync(() => Within<T>(root) ?? throw new InvalidOperationException($"There is no {typeof(T).Name}."));

    private T? Within<T>(int component) where T : class, IComponent
    {
        var frames = GetCurrentRenderTreeFrames(component);
        for (var i = 0; i < frames.Count; i++)
        {
            if (frames.Array[i].FrameType is RenderTreeFrameType.Component && (frames.Array[i].Component as T ?? Within<T>(frames.Array[i].ComponentId)) is { } found)
                return found;
        }
        return null;
    }

    // The handler of each element of that name whose text begins with the label; for a label, that of the field within it.
    private void Find(int component, string element, string? label, string[] names, List<(int Component, ulong Handler)> found)
    {
        var frames = GetCurrentRenderTreeFrames(component);
        for (var i = 0; i < frames.Count; i++)
        {
            ref var frame = ref frames.Array[i];
            if (frame.FrameType is RenderTreeFrameType.Component)
                Find(frame.ComponentId, element, label, names, found);
            else if (frame.FrameType is RenderTreeFrameType.Element && frame.ElementName == element
                && (label is null || TextOf(frames, i, frame.ElementSubtreeLength).StartsWith(label, StringComparison.Ordinal)))
            {
                for (var inside = i + 1; inside < i + frame.ElementSubtreeLength; inside++)
                {
                    ref var attribute = ref frames.Array[inside];
                    if (attribute.FrameType is RenderTreeFrameType.Attribute && attribute.AttributeEventHandlerId != 0 && names.Contains(attribute.AttributeName))
                        found.Add((component, attribute.AttributeEventHandlerId));
                }
            }
        }
    }

    private static string TextOf(ArrayRange<RenderTreeFrame> frames, int from, int length) => string.Concat(frames.Array[from..(from + length)]
        .Select(frame => frame.FrameType switch
        {
            RenderTreeFrameType.Text => frame.TextContent,
            RenderTreeFrameType.Markup => Regex.Replace(frame.MarkupContent, "<[^>]*>", ""),
            _ => "",
        })).Trim();
}
