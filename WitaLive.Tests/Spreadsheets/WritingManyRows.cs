using WitaLive.App.Spreadsheets;

namespace WitaLive.Tests.Spreadsheets;

/// <summary>Counted in processor time and without other tests beside it: a busy machine makes nothing slower that way.</summary>
[Collection(nameof(Alone))]
public class WritingManyRows
{
    [Fact]
    public void Takes_half_a_second_for_twenty_thousand_and_keeps_none_of_them()
    {
        Write(1_000); // compiles what is measured
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var (took, kept) = Enumerable.Range(0, 3).Select(_ => Write(20_000)).MinBy(run => run.Took);

        Assert.True(took.TotalMilliseconds <= 500, $"{took.TotalMilliseconds} ms");
        Assert.InRange(kept - before, long.MinValue, 2_000_000);
    }

    private static (TimeSpan Took, long Kept) Write(int rows)
    {
        var start = Environment.CpuUsage.TotalTime;
        using var workbook = new WorkbookWriter(Stream.Null);
        using var sheet = workbook.AddSheet(new SheetLayout("Rows", [.. Enumerable.Range(1, 10).Select(n => new Column($"Column {n}"))]));
        var row = new Cell[10];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < 10; c++)
                row[c] = c % 2 == 0 ? Cell.Text($"Text {r} of {c}") : Cell.Whole(r * c);
            sheet.Add(row);
        }
        sheet.Dispose();
        return (Environment.CpuUsage.TotalTime - start, GC.GetTotalMemory(forceFullCollection: true));
    }
}
