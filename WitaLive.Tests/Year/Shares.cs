using WitaLive.App.Spreadsheets;
using WitaLive.App.Year;

namespace WitaLive.Tests.Year;

public class Shares
{
    [Theory]
    [InlineData(1, 6, "16.7%"), InlineData(3, 6, "50.0%"), InlineData(1, 16, "6.3%"), InlineData(1, 80, "1.3%"), InlineData(0, 7, "0.0%"), InlineData(7, 7, "100.0%"), InlineData(1, 0, "–")]
    public void Are_rounded_to_the_nearest(int part, int whole, string shown)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("en");

        Assert.Equal(shown, YearWords.Share(part, whole));
    }

    [Fact]
    public void Are_so_in_a_sheet_where_no_limit_stands_beside_them()
    {
        Assert.Equal("0.1667", Cell.Share(1m / 6).Digits);
        Assert.Equal("0.5999", Cell.Percentage(0.59999m).Digits); // never looks like 60 %
    }
}
