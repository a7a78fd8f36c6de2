using System.Net;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using WitaLive.App.Languages;

namespace WitaLive.Tests.Components;

internal static class Rendered
{
    /// <summary>The text and markup of one component, in one language.</summary>
    public static async Task<string> AsHtml<TComponent>(string language, Dictionary<string, object?> parameters, Action<IServiceCollection>? add = null)
        where TComponent : IComponent
    {
        var services = new ServiceCollection().AddLogging().AddLocalization();
        add?.Invoke(services);
        await using var provider = services.BuildServiceProvider();
        await using var renderer = new HtmlRenderer(provider, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Language.Find(language)!.Culture;
            var component = await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters));
            return WebUtility.HtmlDecode(component.ToHtmlString());
        });
    }
}
