using System.Globalization;

namespace WitaLive.App.Spreadsheets;

/// <summary>The names of a workbook's sheets: valid for spreadsheet programs, and no two alike.</summary>
internal sealed class SheetNames
{
    private const int Longest = 31;
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase) { "History" }; // a name Excel keeps for itself

    public string Take(string wanted)
    {
        var cleaned = new string([.. wanted.Select(c => char.IsControl(c) || char.IsSurrogate(c) || ":\\/?*[]".Contains(c) ? ' ' : c)]);
        var name = string.Join(' ', cleaned.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('\'', ' ');
        var start = name.Length == 0 ? "Sheet" : name;
        var chosen = Within(start, "");
        for (var number = 2; !_taken.Add(chosen); number++)
            chosen = Within(start, string.Create(CultureInfo.InvariantCulture, $" ({number})"));
        return chosen;
    }

    private static string Within(string name, string ending) =>
        (name.Length + ending.Length <= Longest ? name : name[..(Longest - ending.Length)].TrimEnd('\'', ' ')) + ending;
}
