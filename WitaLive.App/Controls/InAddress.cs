using System.Globalization;

namespace WitaLive.App.Controls;

/// <summary>Reads what stands in an address after the question mark, where anybody may write anything: what is not understood is as if it were not there.</summary>
/// <remarks>A parameter of another type than text would be read by the framework, which throws.</remarks>
internal static class InAddress
{
    // The thousandth page of anything is farther than anybody looks; and no sum with it leaves what a number can hold.
    private const int Most = 100_000;

    public static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Most ? number : null;

    public static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;
}
