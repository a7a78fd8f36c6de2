using System.Globalization;
using System.Runtime.InteropServices;
using WitaLive.Bench;
using WitaLive.Bench.Circuits;
using WitaLive.Bench.Years;

switch (args)
{
    case [Server.Role, .. var rest]:
        await Server.ServeAsync(rest);
        return 0;
    case [BareBroadcast.Role, .. var rest]:
        await BareBroadcast.ServeAsync(rest);
        return 0;
    case [SheetLoad.Role]:
        var written = new Figures();
        var folder = Directory.CreateTempSubdirectory("witalive-bench-");
        SheetLoad.Run(written, folder.FullName);
        written.Print();
        folder.Delete(recursive: true);
        return 0;
}

// «circuits» leaves out the writing of votes, «convocations» leaves out all votes («sheets», above, everything but sheets); numbers are the sizes wanted.
var (circuitsOnly, convocationsOnly) = (args is ["circuits", ..], args is [ConvocationLoad.Role]);
var sizes = args is [FileLoad.Role or YearRun.Role or ImportLoad.Role, ..] ? [1] : args.Skip(circuitsOnly || convocationsOnly ? 1 : 0).Select(size => int.Parse(size, CultureInfo.InvariantCulture)).ToArray() is [_, ..] given ? given : [200, 1_000];
var repository = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(repository, "WitaLive.sln")))
    repository = Path.GetDirectoryName(repository.TrimEnd(Path.DirectorySeparatorChar)) ?? throw new DirectoryNotFoundException("Run me from the repository.");
if (OpenFiles.TooFewFor(sizes.Max()) is { } few)
{
    Console.Error.WriteLine(few);
    return 1;
}
var (data, app) = (Path.Combine(repository, "data"), Path.Combine(repository, "WitaLive.App"));
var work = Directory.CreateTempSubdirectory("witalive-bench-");
var figures = new Figures();
Console.WriteLine($"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, "
    + "server and clients on this machine, loopback, no compression; SQLite WAL, synchronous=FULL");
try
{
    if (args is [FileLoad.Role, ..])
    {
        await FileLoad.RunAsync(figures, app, NewDirectory(), args.ElementAtOrDefault(1));
        figures.Print();
        return 0;
    }
    if (args is [ImportLoad.Role])
    {
        await ImportLoad.RunAsync(figures, data, NewDirectory());
        figures.Print();
        return 0;
    }
    if (args is [YearRun.Role, ..])
    {
        // With a directory the year stays there, to be looked at: ./run --Data:Directory=…
        var kept = args.ElementAtOrDefault(2) is { } directory ? Directory.CreateDirectory(directory).FullName : NewDirectory();
        await YearRun.RunAsync(figures, data, kept, args.ElementAtOrDefault(1) is { } factor ? double.Parse(factor, CultureInfo.InvariantCulture) : 1);
        figures.Print();
        return 0;
    }
    if (!circuitsOnly)
        await ConvocationLoad.RunAsync(figures, data, NewDirectory());
    if (convocationsOnly)
        return 0;
    foreach (var (voters, over, name) in circuitsOnly ? [] : new[] { (200, TimeSpan.FromSeconds(1), "200 voters in one second"), (1_000, TimeSpan.Zero, "1,000 voters at the same moment") })
    {
        // Once to compile what is compiled at first use; the second run counts.
        foreach (var counts in new[] { false, true })
        {
            var commission = await BenchCommission.PlenaryAsync(data, NewDirectory(), voters);
            await RoomWrites.RunAsync(counts ? figures : new Figures(), commission, $"vote entering the room → recorded, {name}{(counts ? "" : ", warm-up")}", voters, over);
        }
    }
    const int Single = 100;
    foreach (var circuits in sizes)
    {
        var onlookers = circuits - 18;
        figures.Begin($"enlarged chamber: 18 voters, {onlookers} others in the room");
        await FanOut.RunAsync(figures, await BenchCommission.EnlargedAsync(data, NewDirectory(), onlookers), app, Single, 18);
        figures.Begin($"a formation of {circuits} seats, made for this measure: {circuits} voters");
        var (visible, bytes) = await FanOut.RunAsync(figures, await BenchCommission.PlenaryAsync(data, NewDirectory(), circuits), app, Single, Math.Min(100, circuits));
        var bare = await BareBroadcast.RunAsync(figures, circuits, Single, bytes);
        figures.Add($"ratio, {circuits}", FormattableString.Invariant($"{visible / bare:0.0}"), "p99 of a vote visible ÷ p99 of the bare broadcast");
    }
    figures.Print();
    return 0;
}
catch (Exception e) when (e is CircuitBrokenException or TimeoutException)
{
    figures.Print();
    Console.Error.WriteLine($"The measuring was broken off: {e.Message}");
    return 1;
}
finally
{
    work.Delete(recursive: true);
}

string NewDirectory() => work.CreateSubdirectory(Guid.NewGuid().ToString("N")).FullName;
