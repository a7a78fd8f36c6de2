using WitaLive.App.Import;
using WitaLive.Tests.Spreadsheets;
using static WitaLive.Tests.Import.ImportingMembers;

namespace WitaLive.Tests.Import;

/// <summary>Counted in processor time and without other tests beside it: a busy machine makes nothing slower that way.</summary>
[Collection(nameof(Alone))]
public class ImportingManyMembers
{
    [Fact]
    public async Task Takes_five_seconds_for_five_thousand_and_says_how_far_it_is()
    {
        await using var databases = await WithTheLawAsync();
        using var file = Members([.. Enumerable.Range(0, 5_000).Select(n =>
            Row(given: $"Given {n}", family: $"Family {n}", mail: $"person{n}@example.org", language: "nl", office: "jurist"))]);
        var steps = new Steps();

        var start = Environment.CpuUsage.TotalTime;
        var preview = (await ImportingMembers.Import(databases).CheckAsync(Secretary, file, steps, CancellationToken.None)).Value();
        var took = Environment.CpuUsage.TotalTime - start;

        Assert.True(took.TotalSeconds <= 5, $"{took.TotalSeconds} s");
        Assert.Equal(5_000, Count(preview, "NewPersons"));
        Assert.Equal(Enumerable.Range(1, 100), steps.Seen.Where(s => s > 0).Distinct());
        Assert.Equal(steps.Seen.Order(), steps.Seen);
    }

    private sealed class Steps : IProgress<ImportProgress>
    {
        public List<int> Seen { get; } = [];

        public void Report(ImportProgress value) => Seen.Add(value.Done);
    }
}
