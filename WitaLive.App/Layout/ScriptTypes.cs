using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.JSInterop;

namespace WitaLive.App.Layout;

/// <summary>What a circuit keeps of the types that go to the browser's script and back: not also of every interface of a number.</summary>
/// <remarks>
/// The serializer looks whether an interface of what it writes is polymorphic, and each circuit, having options of its own, keeps what it
/// found: forty interfaces for the first number alone, 38 KB. None of those left out here is ever written or read as such.
/// </remarks>
internal sealed class ScriptTypes : IJsonTypeInfoResolver
{
    private static readonly ScriptTypes s_instance = new();

    private readonly DefaultJsonTypeInfoResolver _all = new();

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
        type is { IsInterface: true, Namespace: "System" or "System.Numerics" or "System.Runtime.Serialization" } ? null : _all.GetTypeInfo(type, options);

    /// <summary>Wraps the framework's runtime of scripts, whatever it is.</summary>
    public static void Use(IServiceCollection services)
    {
        var framework = services.Last(service => service.ServiceType == typeof(IJSRuntime));
        var make = ActivatorUtilities.CreateFactory(framework.ImplementationType!, []);
        services.Remove(framework);
        services.AddScoped(provider =>
        {
            var runtime = (JSRuntime)make(provider, []);
            OptionsOf(runtime).TypeInfoResolver = s_instance;
            return (IJSRuntime)runtime;
        });
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_JsonSerializerOptions")]
    private static extern JsonSerializerOptions OptionsOf(JSRuntime runtime);
}
