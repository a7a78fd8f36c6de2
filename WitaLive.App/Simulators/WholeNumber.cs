using System.Globalization;

namespace WitaLive.App.Simulators;

/// <summary>A whole number as somebody typed it, with script or without.</summary>
internal static class WholeNumber
{
    /// <summary>Stands for what was typed and is no whole number.</summary>
    public const int None = int.MinValue;

    /// <returns>Null for an empty field; for a number larger than any simulator takes the largest there is.</returns>
    public static int? Read(string? typed) => string.IsNullOrWhiteSpace(typed) ? null
        : decimal.TryParse(typed, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            ? (int)decimal.Clamp(number, -1, int.MaxValue) : None;
}
