using System.Numerics;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using WitaLive.Tests.Simulators;

namespace WitaLive.Tests.Layout;

/// <summary>What a circuit keeps for its calls into the browser's script.</summary>
public class TypesOfScripts(PublicApp app) : IClassFixture<PublicApp>
{
    [Fact]
    public void Are_those_that_are_written_and_not_the_interfaces_of_a_number()
    {
        using var circuit = app.Services.CreateScope();
        var runtime = circuit.ServiceProvider.GetRequiredService<IJSRuntime>();
        var options = (JsonSerializerOptions)typeof(JSRuntime).GetProperty("JsonSerializerOptions", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(runtime)!;

        Assert.Equal("[7,\"a\",{\"b\":[1.5]},null]", JsonSerializer.Serialize<object?[]>([7, "a", new Dictionary<string, List<double>> { ["b"] = [1.5] }, null], options));
        Assert.True(options.TryGetTypeInfo(typeof(IJSObjectReference), out _));
        Assert.False(options.TryGetTypeInfo(typeof(INumber<int>), out _));
        Assert.False(options.TryGetTypeInfo(typeof(IComparable), out _));
    }
}
