using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace WitaLive.App.Printing;

/// <summary>The browser that prints did not make a file.</summary>
public sealed class NotPrintedException(string message) : Exception(message);

/// <summary>Prints a component that is a whole page to a tagged PDF, with the Chromium of this machine. Without one, pages print themselves.</summary>
/// <remarks>«Printing:Chromium» names the program; empty, the usual places are tried. One file at a time: a browser takes some hundred megabytes.</remarks>
public sealed class PaperPrinter(IConfiguration configuration, IWebHostEnvironment environment, IServiceScopeFactory scopes, ILoggerFactory logs) : IDisposable
{
    private static readonly ImmutableArray<string> s_usual = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/google-chrome"];
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(60);

    private readonly string? _program = configuration["Printing:Chromium"] is { Length: > 0 } named ? named : s_usual.FirstOrDefault(File.Exists);
    private readonly string _style = ReadStyle(environment);
    private readonly SemaphoreSlim _one = new(1);

    public bool IsThere => _program is not null && File.Exists(_program);

    /// <summary>The file, in memory; nothing of it stays on disk.</summary>
    /// <typeparam name="TPage">A whole page, from its html element on; its style sheet is «paper.css».</typeparam>
    /// <exception cref="NotPrintedException">There is no browser, or it failed or took longer than a minute.</exception>
    public async Task<Stream> PrintAsync<TPage>(Dictionary<string, object?> parameters, CancellationToken ct) where TPage : IComponent
    {
        if (!IsThere)
            throw new NotPrintedException("There is no Chromium on this machine.");
        var html = PaperTags.Set(await DrawAsync<TPage>(parameters));
        await _one.WaitAsync(ct);
        try
        {
            return await PrintAsync(html, ct);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<Stream> PrintAsync(string html, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("witalive-paper-");
        try
        {
            var (page, paper) = (Path.Combine(folder.FullName, "page.html"), Path.Combine(folder.FullName, "page.pdf"));
            await File.WriteAllTextAsync(page, html, ct);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "paper.css"), _style, ct);
            await RunAsync(folder.FullName, page, paper, ct);
            return File.Exists(paper)
                ? new MemoryStream(await File.ReadAllBytesAsync(paper, ct))
                : throw new NotPrintedException("The browser ended without a file.");
        }
        finally
        {
            Remove(folder);
        }
    }

    // A helper of a browser that was ended may be writing still; what was printed is not lost with it.
    private void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            logs.CreateLogger<PaperPrinter>().LogWarning(e, "A folder in which a paper was printed could not be removed.");
        }
    }

    private async Task<string> DrawAsync<TPage>(Dictionary<string, object?> parameters) where TPage : IComponent
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    private async Task RunAsync(string folder, string page, string paper, CancellationToken ct)
    {
        var start = new ProcessStartInfo(_program!)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
                "--no-pdf-header-footer", "--generate-pdf-document-outline", $"--user-data-dir={Path.Combine(folder, "profile")}", $"--print-to-pdf={paper}", new Uri(page).AbsoluteUri,
            },
        };
        // Chromium's own walls do not stand under root; what it reads here is only what we wrote.
        if (Environment.IsPrivilegedProcess)
            start.ArgumentList.Insert(0, "--no-sandbox");
        using var browser = Process.Start(start) ?? throw new NotPrintedException("The browser did not start.");
        using var late = CancellationTokenSource.CreateLinkedTokenSource(ct);
        late.CancelAfter(s_longest);
        try
        {
            await Task.WhenAll(browser.StandardOutput.ReadToEndAsync(late.Token), browser.StandardError.ReadToEndAsync(late.Token), browser.WaitForExitAsync(late.Token));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new NotPrintedException("The browser took longer than a minute.");
        }
        finally
        {
            if (!browser.HasExited)
            {
                browser.Kill(entireProcessTree: true);
                await browser.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private static string ReadStyle(IWebHostEnvironment environment)
    {
        var file = environment.WebRootFileProvider.GetFileInfo("paper.css");
        if (!file.Exists)
            return "";
        using var reader = new StreamReader(file.CreateReadStream());
        return reader.ReadToEnd();
    }
}
