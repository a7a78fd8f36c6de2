using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WitaLive.Domain.Decisions;

/// <summary>An exact number, such as 3/5: never rounded, always in lowest terms, so equal shares are equal values.</summary>
/// <remarks>Written in JSON as its text. What does not fit into two <see cref="long"/>s throws instead of losing digits.</remarks>
[JsonConverter(typeof(FractionConverter))]
public sealed record Fraction : IComparable<Fraction>
{
    /// <exception cref="ArgumentOutOfRangeException">The denominator is not positive.</exception>
    public Fraction(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var common = (long)BigInteger.GreatestCommonDivisor(numerator, denominator);
        (Numerator, Denominator) = (numerator / common, denominator / common);
    }

    public static Fraction Zero { get; } = new(0, 1);

    public static Fraction One { get; } = new(1, 1);

    public long Numerator { get; }

    public long Denominator { get; }

    /// <summary>In per cent with two decimals, rounded down: 43/72 is 59.72 and what is short of 60 is never shown as 60.</summary>
    public decimal PercentRoundedDown => Math.Floor(Numerator * 10_000m / Denominator) / 100m;

    public static Fraction operator +(Fraction a, Fraction b) =>
        Reduce((Int128)a.Numerator * b.Denominator + (Int128)b.Numerator * a.Denominator, (Int128)a.Denominator * b.Denominator);

    public static Fraction operator -(Fraction a, Fraction b) =>
        Reduce((Int128)a.Numerator * b.Denominator - (Int128)b.Numerator * a.Denominator, (Int128)a.Denominator * b.Denominator);

    public static Fraction operator *(Fraction a, Fraction b) =>
        Reduce((Int128)a.Numerator * b.Numerator, (Int128)a.Denominator * b.Denominator);

    /// <exception cref="DivideByZeroException"><paramref name="b"/> is zero.</exception>
    public static Fraction operator /(Fraction a, Fraction b) =>
        b.Numerator == 0 ? throw new DivideByZeroException() : Reduce((Int128)a.Numerator * b.Denominator, (Int128)a.Denominator * b.Numerator);

    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;

    /// <summary>Reads "3/5"; the way <see cref="ToString"/> writes it.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Fraction? fraction)
    {
        fraction = text?.Split('/') is [var above, var below]
            && long.TryParse(above, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var numerator)
            && long.TryParse(below, NumberStyles.None, CultureInfo.InvariantCulture, out var denominator)
            && denominator > 0
                ? new Fraction(numerator, denominator)
                : null;
        return fraction is not null;
    }

    public int CompareTo(Fraction? other) => other is null
        ? 1
        : ((Int128)Numerator * other.Denominator).CompareTo((Int128)other.Numerator * Denominator);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    private static Fraction Reduce(Int128 numerator, Int128 denominator)
    {
        var common = (Int128)BigInteger.GreatestCommonDivisor(numerator, denominator) * (denominator < 0 ? -1 : 1);
        return new((long)(numerator / common), (long)(denominator / common));
    }
}

/// <summary>Writes a fraction as "3/5".</summary>
public sealed class FractionConverter : JsonConverter<Fraction>
{
    public override Fraction Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Fraction.TryParse(reader.GetString(), out var fraction)
            ? fraction
            : throw new JsonException("A fraction is written as two whole numbers, such as \"3/5\".");

    public override void Write(Utf8JsonWriter writer, Fraction value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
