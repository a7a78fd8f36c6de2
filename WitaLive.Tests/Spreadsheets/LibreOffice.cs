using System.Diagnostics;
using System.Text;
using WitaLive.Tests.Reports;

namespace WitaLive.Tests.Spreadsheets;

/// <summary>Another program's eyes on our files.</summary>
internal static class LibreOffice
{
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);

    /// <summary>Every sheet as comma-separated text in UTF-8, values as they are shown; the keys are the sheets' names.</summary>
    public static Dictionary<string, string> Sheets(Stream workbook) => Sheets([workbook])[0];

    /// <summary>The same of several workbooks, which it opens one after another: starting it takes longer than reading.</summary>
    public static ImmutableArray<Dictionary<string, string>> Sheets(IReadOnlyList<Stream> workbooks)
    {
        var folder = Directory.CreateTempSubdirectory("witalive-office-");
        try
        {
            var names = workbooks.Select((_, i) => $"book{i}").ToList();
            foreach (var (name, workbook) in names.Zip(workbooks))
            {
                using var file = File.Create(Path.Combine(folder.FullName, $"{name}.xlsx"));
                workbook.CopyTo(file);
            }
            // separator , quote " UTF-8, from line 1, all columns as they are; the last -1 asks for every sheet
            Convert(folder.FullName, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", [.. names.Select(name => $"{name}.xlsx")]);
            return [.. names.Select(name => folder.GetFiles($"{name}-*.csv").ToDictionary(f => f.Name[$"{name}-".Length..^".csv".Length], f => File.ReadAllText(f.FullName)))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What can be read on its pages when it is printed, in the order of reading.</summary>
    public static async Task<string> PrintedAsync(Stream workbook)
    {
        var folder = Directory.CreateTempSubdirectory("witalive-office-");
        try
        {
            await using (var file = File.Create(Path.Combine(folder.FullName, "book.xlsx")))
                await workbook.CopyToAsync(file);
            Convert(folder.FullName, "pdf", ["book.xlsx"]);
            return await PdfCheck.RunAsync("/usr/bin/pdftotext", "-layout", Path.Combine(folder.FullName, "book.pdf"), "-");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What becomes of comma-separated text that is opened and saved as a workbook.</summary>
    public static MemoryStream FromCsv(string csv)
    {
        var folder = Directory.CreateTempSubdirectory("witalive-office-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "book.csv"), csv);
            Convert(folder.FullName, "xlsx", ["book.csv"], "--infilter=Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,0,true");
            return new MemoryStream(File.ReadAllBytes(Path.Combine(folder.FullName, "book.xlsx")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The fields of comma-separated text, line by line.</summary>
    public static List<List<string>> Fields(string csv)
    {
        var (lines, line, field, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < csv.Length; i++)
        {
            if (csv[i] == '"' && quoted && i + 1 < csv.Length && csv[i + 1] == '"')
                field.Append(csv[i++]);
            else if (csv[i] == '"')
                quoted = !quoted;
            else if (!quoted && csv[i] is (',' or '\n'))
            {
                line.Add(field.ToString());
                field.Clear();
                if (csv[i] == ',')
                    continue;
                lines.Add(line);
                line = [];
            }
            else
                field.Append(csv[i]);
        }
        return lines;
    }

    private static void Convert(string folder, string to, string[] files, params string[] more)
    {
        var start = new ProcessStartInfo(Program ?? throw new InvalidOperationException("LibreOffice (soffice) is not installed, and nothing may be skipped."))
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[$"-env:UserInstallation=file://{folder}/profile", "--headless", .. more, "--convert-to", to, .. files])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromSeconds(120)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("LibreOffice did not finish within two minutes.");
        }
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"LibreOffice ended with {process.ExitCode}: {errors.GetAwaiter().GetResult()} {said.GetAwaiter().GetResult()}");
    }
}
