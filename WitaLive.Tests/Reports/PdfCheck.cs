using System.Diagnostics;

namespace WitaLive.Tests.Reports;

/// <summary>Looks at a printed file with programs of others.</summary>
internal static class PdfCheck
{
    public static async Task IsSoundAsync(string file, IEnumerable<string> tags)
    {
        Assert.Contains("No syntax or stream encoding errors", await RunAsync("/usr/bin/qpdf", "--check", file), StringComparison.Ordinal);
        Assert.Matches(@"Tagged:\s+yes", await RunAsync("/usr/bin/pdfinfo", file));
        Assert.Matches(@"Title:\s+\S", await RunAsync("/usr/bin/pdfinfo", file));
        var structure = await RunAsync("/usr/bin/pdfinfo", "-struct", file);
        await IsReadWholeAsync(file);
        Assert.All(tags, tag => Assert.Matches($@"(?m)^\s*{tag}\b", structure));
    }

    /// <summary>What poppler does not know it skips, and says so beside its answer.</summary>
    public static async Task IsReadWholeAsync(string file)
    {
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/pdfinfo", ["-struct-text", file]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.Equal("", said[1]);
    }

    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return said;
    }
}
