using System.Diagnostics;
using System.Text.Json;

namespace WitaLive.Tests.Calendars;

/// <summary>Reads calendar files with python3-icalendar, so that the writer is not its own witness.</summary>
internal static class CalendarReader
{
    private const string Script = """
        import icalendar, json, sys
        def value(v):
            if hasattr(v, 'dt'): return v.dt.isoformat()
            if isinstance(v, list): return [value(x) for x in v]
            return str(v) if isinstance(v, (str, int, float)) else v.to_ical().decode()
        calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
        assert not calendar.errors, calendar.errors
        def read(part):
            read = {k: value(v) for k, v in part.items()}
            for k in ('ATTENDEE', 'ORGANIZER'):
                if k in part: read.update({k + '.' + p: str(w) for p, w in part[k].params.items()})
            assert not part.errors, part.errors
            return read
        json.dump([read(calendar)] + [read(e) for e in calendar.walk('VEVENT')], sys.stdout)
        """;

    /// <summary>The calendar's own properties first, then those of each event.</summary>
    public static async Task<ImmutableArray<Dictionary<string, string>>> ReadAsync(byte[] file)
    {
        var start = new ProcessStartInfo("/usr/bin/python3") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Script);
        using var process = Process.Start(start)!;
        var (said, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.BaseStream.WriteAsync(file);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return [.. JsonSerializer.Deserialize<List<Dictionary<string, JsonElement>>>(await said)!.Select(part => part.ToDictionary(p => p.Key, p => p.Value.ToString()))];
    }
}
