using System.Globalization;

namespace WitaLive.App.Spreadsheets;

/// <summary>What stands in a cell that was read. A formula's stored result counts as text; nothing is ever computed.</summary>
/// <param name="Text">As a person would type it; days as 2026-11-22, times as 14:05. Empty for an empty cell.</param>
/// <param name="Moment">The day and time, when the cell holds one.</param>
public readonly record struct SheetValue(string Text, DateTime? Moment = null)
{
    private static readonly string[] s_days = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-M-d", "yyyy/M/d"];

    /// <summary>It was computed when the file was saved: what stands there may be of another day.</summary>
    public bool IsFormula { get; init; }

    public static SheetValue Empty { get; } = new("");

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    public DateOnly? AsDay() =>
        Moment is { } moment ? DateOnly.FromDateTime(moment)
        : DateOnly.TryParseExact(Text.Trim(), s_days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : null;

    public int? AsWhole() => int.TryParse(Text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
