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
    private bool _isShown;

    public override Task SetParametersAsync(ParameterView parameters)
    {
        var changed = !_isShown;
        foreach (var parameter in parameters)
        {
            changed |= !_shown.TryGetValue(parameter.Name, out var before) || !Equals(before, parameter.Value);
            _shown[parameter.Name] = parameter.Value;
        }

        _isShown = true;
        return changed ? base.SetParametersAsync(parameters) : Task.CompletedTask;
    }
}
