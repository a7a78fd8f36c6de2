using System.Globalization;
using WitaLive.App.Languages;
using WitaLive.App.Spreadsheets;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Import;

/// <summary>One row being read: takes its cells one by one and notes what is wrong with each.</summary>
internal sealed class RowCheck(SheetRow row, List<CellProblem> problems)
{
    private readonly int _before = problems.Count;
    private bool _refusesFormulas;

    public int Row => row.Number;

    public bool HasProblems => Found > 0;

    /// <summary>How many faults were found in it so far.</summary>
    public int Found => problems.Count - _before;

    public bool IsFilled(string column) => !row[column].IsEmpty;

    public string? Text(string column, int longest, bool isRequired = false) => Text(column, FreeText.Of(row[column].Text), longest, isRequired);

    /// <summary>A name or a number: without what nobody sees.</summary>
    public string? Line(string column, int longest, bool isRequired = false) => Text(column, OneLine.Of(row[column].Text), longest, isRequired);

    /// <summary>A mail address, in the form in which addresses are compared.</summary>
    public string? Address(string column, bool isRequired = false)
    {
        if (Text(column, Person.LongestAddress, isRequired) is not { } typed)
            return null;
        var address = Person.NormalAddress(typed);
        if (address.Length <= Person.LongestAddress && !Person.IsAddress(address))
            Report(column, "NotAnAddress");
        return address;
    }

    public string? Word(string column, WordList words, bool isRequired = false)
    {
        if (!IsFilled(column))
            return isRequired ? Missing(column) : null;
        var code = words.Find(row[column].Text);
        if (code is null)
            Report(column, "NotInList", string.Join(", ", words.Choices));
        return code;
    }

    /// <summary>Several words in one cell, with commas or semicolons between them.</summary>
    public ImmutableArray<string> Words(string column, WordList words)
    {
        var codes = ImmutableArray.CreateBuilder<string>();
        foreach (var text in row[column].Text.Split([',', ';', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (words.Find(text) is { } code)
                codes.Add(code);
            else
                Report(column, "NotInList", string.Join(", ", words.Choices));
        }
        return codes.ToImmutable();
    }

    /// <param name="years">The first and the last year that it can be of, where that is known.</param>
    public DateOnly? Day(string column, bool isRequired = false, (int First, int Last)? years = null)
    {
        if (!IsFilled(column))
        {
            if (isRequired)
                Missing(column);
            return null;
        }
        var day = row[column].AsDay();
        if (day is null)
            Report(column, "NotADay", new DateOnly(2026, 12, 31).ToShortDay());
        else if (years is var (first, last) && (day.Value.Year < first || day.Value.Year > last))
            Report(column, "YearImpossible", first, last);
        return day;
    }

    public int? Whole(string column, int least, int most, bool isRequired = false)
    {
        if (!IsFilled(column))
        {
            if (isRequired)
                Missing(column);
            return null;
        }
        if (row[column].AsWhole() is { } number && number >= least && number <= most)
            return number;
        Report(column, "NotANumber", least, most);
        return null;
    }

    /// <summary>Several numbers from 1 in one cell; words round them («chambre 1») do not matter.</summary>
    public ImmutableArray<int> Numbers(string column)
    {
        var parts = row[column].Text.Split([',', ';', '/', '+'], StringSplitOptions.RemoveEmptyEntries);
        var numbers = parts.Select(p => new string([.. p.Where(char.IsAsciiDigit)]))
            .Select(digits => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToImmutableArray();
        if (numbers.All(n => n is >= 1 and <= 99))
            return [.. numbers.Distinct()];
        Report(column, "NotANumber", 1, 99);
        return [];
    }

    /// <summary>An amount of euro, with a comma or a point before the cents; thousands may be set apart.</summary>
    public decimal? Amount(string column, decimal below)
    {
        if (!IsFilled(column))
            return null;
        if (ReadAmount(row[column].Text) is { } amount && amount >= 0 && amount < below)
            return amount;
        Report(column, "NotAnAmount", below);
        return null;
    }

    /// <summary>What was computed elsewhere is not taken: nobody sees from what.</summary>
    public void RefuseFormulas(IEnumerable<string> columns)
    {
        _refusesFormulas = true;
        foreach (var column in columns.Where(column => row[column].IsFormula))
            Report(column, "Formula");
    }

    // One sign with three digits behind it may be either; whoever wrote it knows, we do not.
    private static decimal? ReadAmount(string text)
    {
        var digits = new string([.. text.Where(c => !char.IsWhiteSpace(c) && c is not ('\'' or '’' or '€'))]);
        var mark = digits.LastIndexOfAny([',', '.']);
        var (whole, cents) = mark < 0 ? (digits, "") : (digits[..mark], digits[(mark + 1)..]);
        var other = mark >= 0 && digits[mark] == ',' ? '.' : ',';
        if (cents.Length > 2 || (mark >= 0 && cents.Length == 0) || (mark >= 0 && whole.Contains(digits[mark], StringComparison.Ordinal)) || !IsGrouped(whole.Split(other)))
            return null;
        return decimal.TryParse($"{whole.Replace($"{other}", "", StringComparison.Ordinal)}.{cents}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;
    }

    private static bool IsGrouped(string[] groups) =>
        groups.All(group => group.All(char.IsAsciiDigit)) && groups[0].Length > 0 && (groups.Length == 1 || (groups[0].Length <= 3 && groups.Skip(1).All(group => group.Length == 3)));

    public void Report(string column, string key, params ImmutableArray<object> gaps)
    {
        if (key == "Formula" || !(_refusesFormulas && row[column].IsFormula)) // of what is refused as it is, nothing more is said
            problems.Add(new CellProblem(row.Number, column, row[column].Text, key, gaps));
    }

    private string? Text(string column, string text, int longest, bool isRequired)
    {
        if (text.Length == 0)
            return isRequired ? Missing(column) : null;
        if (text.Length > longest)
            Report(column, "TooLong", longest);
        return text;
    }

    private string? Missing(string column)
    {
        Report(column, "Missing");
        return null;
    }
}
