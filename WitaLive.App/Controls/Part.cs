using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Controls;

/// <summary>
/// A component that is drawn again only when a parameter has another value than before. With one change shown on hundreds of
/// screens at once, only the parts that differ are made anew.
/// </summary>
/// <remarks>
/// Values are compared by <see cref="object.Equals(object)"/>: records by content, immutable arrays and delegates by identity.
/// Give it method groups and values; a lambda or child content written where the part is used is new each time, and undoes the saving.
/// </remarks>
public abstract class Part : ComponentBase
{
    private readonly Dictionary<string, object?> _shown = [];

    public override Task SetParametersAsync(ParameterView parameters)
    {
        var count = 0;
        var changed = false;
        foreach (var parameter in parameters)
        {
            count++;
            changed |= !_shown.TryGetValue(parameter.Name, out var before) || !Equals(before, parameter.Value);
        }

        if (!changed && count == _shown.Count && count > 0)
            return Task.CompletedTask;

        _shown.Clear();
        foreach (var parameter in parameters)
            _shown[parameter.Name] = parameter.Value;
        return base.SetParametersAsync(parameters);
    }
}
