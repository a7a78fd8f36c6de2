using System.Runtime.InteropServices;
using WitaLive.Bench;

switch (args)
{
    case [Server.Role, .. var rest]:
        await Server.ServeAsync(rest);
        return;
    case [BareBroadcast.Role, .. var rest]:
        await BareBroadcast.ServeAsync(rest);
        return;
}

var onlyConvocations = args is [ConvocationLoad.Role];
if (onlyConvocations)
    args = [];
var sizes = args.Select(int.Parse).DefaultIfEmpty().ToArray() is [0] ? [200, 1_000] : args.Select(int.Parse).ToArray();
var repository = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(repository, "WitaLive.sln")))
    repository = Path.GetDirectoryName(repository.TrimEnd(Path.DirectorySeparatorChar)) ?? throw new DirectoryNotFoundException("Run me from the repository.");
var work = Directory.CreateTempSubdirectory("witalive-bench-");
var figures = new Figures();
Console.WriteLine($"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, "
    + "server and clients on this machine, loopback, no compression; SQLite WAL, synchronous=FULL");
try
{
    await ConvocationLoad.RunAsync(figures, Path.Combine(repository, "data"), work.CreateSubdirectory("convocations").FullName);
    if (onlyConvocations)
        return;
    foreach (var (voters, over, name) in new[] { (200, TimeSpan.FromSeconds(1), "200 voters in one second"), (1_000, TimeSpan.Zero, "1,000 voters at the same moment") })
    {
        // Once to compile what is compiled at first use; the second run counts.
        foreach (var counts in new[] { false, true })
        {
            var commission = await CommissionAsync(voters);
            await RoomWrites.RunAsync(counts ? figures : new Figures(), commission, $"vote entering the room → recorded, {name}{(counts ? "" : ", warm-up")}", voters, over);
        }
    }
    foreach (var circuits in sizes)
    {
        const int Single = 100;
        var atOnce = Math.Min(100, circuits - Single);
        var visible = await FanOut.RunAsync(figures, await CommissionAsync(circuits), Path.Combine(repository, "WitaLive.App"), circuits, Single, atOnce);
        var bare = await BareBroadcast.RunAsync(figures, circuits, Single, bytes: 300);
        figures.Add($"ratio, {circuits}", FormattableString.Invariant($"{visible / bare:0.0}"), "p99 of a vote visible ÷ p99 of the bare broadcast");
    }
    figures.Print();
}
finally
{
    work.Delete(recursive: true);
}

Task<BenchCommission> CommissionAsync(int seats) =>
    BenchCommission.CreateAsync(Path.Combine(repository, "data"), work.CreateSubdirectory(Guid.NewGuid().ToString("N")).FullName, seats);
