namespace WitaLive.Bench;

/// <summary>The figures of a run, printed as they come and as a table at the end.</summary>
internal sealed class Figures
{
    private readonly List<(string What, string Measured, string Remark)> _rows = [];

    /// <summary>What follows was measured so.</summary>
    public void Begin(string conditions)
    {
        _rows.Add(($"**{conditions}**", "", ""));
        Console.WriteLine($"\n{conditions}");
    }

    public void Add(string what, string measured, string remark = "")
    {
        _rows.Add((what, measured, remark));
        Console.WriteLine($"{what}: {measured}{(remark.Length > 0 ? $" ({remark})" : "")}");
    }

    public void Print()
    {
        Console.WriteLine("\n| what | measured | remark |\n|---|---|---|");
        foreach (var (what, measured, remark) in _rows)
            Console.WriteLine($"| {what} | {measured} | {remark} |");
    }
}
