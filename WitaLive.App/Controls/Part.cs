using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Controls;

/// <summary>
/// A component that is drawn again only when a parameter has another value than before. With one change shown on hundreds of
/// screens at once, only the parts that differ are made anew.
/// </summary>
/// <remarks>
/// Values are compared by <see cref="object.Equals(object)"/>: records by content, immutable arrays by identity, delegates by their target and method.
/// Give it method groups and values; child content is drawn anew each time, for what it shows may be another, and undoes the saving.
/// A circuit keeps dozens of parts in memory, each with what it was given last: hence a bare list, in the order of the markup.
/// </remarks>
public abstract class Part : ComponentBase
{
    private Given[]? _given;

    public override Task SetParametersAsync(ParameterView parameters)
    {
        var changed = _given is null;
        _given ??= new Given[Count(parameters)];
        var n = 0;
        foreach (var parameter in parameters)
        {
            if (n == _given.Length)
                Array.Resize(ref _given, n + 1);
            ref var before = ref _given[n++];
            changed |= before.Name != parameter.Name || parameter.Value is RenderFragment || !Equals(before.Value, parameter.Value);
            before = new(parameter.Name, parameter.Value);
        }
        return changed ? base.SetParametersAsync(parameters) : Task.CompletedTask;
    }

    private static int Count(ParameterView parameters)
    {
        var count = 0;
        foreach (var _ in parameters)
            count++;
        return count;
    }

    private readonly record struct Given(string? Name, object? Value);
}
