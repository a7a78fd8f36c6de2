using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using WitaLive.Domain.Decisions;

namespace WitaLive.Tests.Domain;

public class Fractions
{
    private static readonly Arbitrary<Fraction> s_any = Arb.From(
        from above in Gen.Choose(-40, 40) from below in Gen.Choose(1, 40) select new Fraction(above, below));

    [Fact]
    public void Of_equal_size_are_equal_values() =>
        Prop.ForAll(s_any, Arb.From(Gen.Choose(1, 1000)), (f, times) =>
            new Fraction(f.Numerator * times, f.Denominator * times) == f).IsTried();

    [Fact]
    public void Are_added_and_multiplied_and_taken_apart_again_without_loss() =>
        Prop.ForAll(s_any, s_any, (a, b) =>
            a + b - b == a && a + b == b + a && (b == Fraction.Zero || a * b / b == a) && (a < b) == (a - b < Fraction.Zero)).IsTried();

    [Fact]
    public void Are_written_and_read_as_their_text() =>
        Prop.ForAll(s_any, f => JsonSerializer.Serialize(f) == $"\"{f}\"" && JsonSerializer.Deserialize<Fraction>($"\"{f}\"") == f).IsTried();

    [Theory]
    [InlineData("\"3\""), InlineData("\"3/0\""), InlineData("\"3/-5\""), InlineData("\"a/b\""), InlineData("\"3/5/1\""), InlineData("0.6")]
    public void Are_not_read_from_anything_else(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Fraction>(json));

    [Theory]
    [InlineData(43, 72, "59.72"), InlineData(59_999, 100_000, "59.99"), InlineData(3, 5, "60"), InlineData(2, 3, "66.66"), InlineData(1, 1, "100")]
    public void Are_shown_in_per_cent_rounded_down(long above, long below, string percent) =>
        Assert.Equal(decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture), new Fraction(above, below).PercentRoundedDown);

    [Fact]
    public void Stay_exact_where_the_intermediate_numbers_do_not_fit()
    {
        var large = new Fraction(4_000_000_000_000_000_000, 4_000_000_000_000_000_001);

        Assert.Equal(Fraction.One, large / large);
        Assert.True(large < Fraction.One);
        Assert.Throws<OverflowException>(() => large * large);
    }
}
