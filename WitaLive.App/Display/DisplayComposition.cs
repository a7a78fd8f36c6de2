using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.SignalR;

namespace WitaLive.App.Display;

internal static class DisplayComposition
{
    public static IServiceCollection AddDisplay(this IServiceCollection services)
    {
        services.AddSignalR().AddHubOptions<DisplayHub>(hub => hub.MaximumReceiveMessageSize = 4 * 1024)
            .AddJsonProtocol(json => json.PayloadSerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        // A key that opens nothing would otherwise be logged as a fault, with its whole trace, as often as somebody tries one.
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<HubConnectionHandler<DisplayHub>>(provider, new RefusalsInOneLine(provider.GetRequiredService<ILoggerFactory>())));
        return services.AddSingleton<DisplayKeys>().AddSingleton<DisplaySnapshots>().AddSingleton<DisplayWords>();
    }

    public static void MapDisplay(this WebApplication app)
    {
        app.MapHub<DisplayHub>("/hubs/display");
        app.MapMethods("/display/{key}", [HttpMethods.Get, HttpMethods.Head], async Task<Results<RazorComponentResult<DisplayPage>, NotFound>> (string key, DisplayKeys keys, CancellationToken ct) =>
            await keys.MeetingOfAsync(key, ct) is { } meeting
                ? new RazorComponentResult<DisplayPage>(new Dictionary<string, object?> { [nameof(DisplayPage.Key)] = key, [nameof(DisplayPage.Meeting)] = meeting })
                : TypedResults.NotFound());
    }
}
