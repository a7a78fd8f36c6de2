using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging.Abstractions;
using WitaLive.App.Printing;

namespace WitaLive.Tests.Rulings;

/// <summary>A machine without Chromium.</summary>
internal sealed class NothingPrints : IWebHostEnvironment
{
    public string WebRootPath { get; set; } = "";

    public IFileProvider WebRootFileProvider { get; set; } = new NullFileProvider();

    public string ApplicationName { get; set; } = "";

    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

    public string ContentRootPath { get; set; } = "";

    public string EnvironmentName { get; set; } = "Test";

    public static PaperPrinter Printer(IServiceProvider services) => new(
        new ConfigurationBuilder().AddInMemoryCollection([new("Printing:Chromium", "/no/such/program")]).Build(), new NothingPrints(),
        services.GetRequiredService<IServiceScopeFactory>(), NullLoggerFactory.Instance);
}
