using WitaLive.App.Controls;

namespace WitaLive.Tests.Controls;

public class ReadingDays
{
    [Theory]
    [InlineData("2027-01-31", true, true), InlineData("0202-01-31", true, false), InlineData("9999-12-31", true, false)]
    [InlineData("31/01/2027", false, false), InlineData("2027-02-30", false, false), InlineData("2027-1-31", false, false), InlineData("", false, false), InlineData(null, false, false)]
    public void Takes_what_a_date_field_writes_and_nothing_else(string? text, bool isDay, bool isNear)
    {
        Assert.Equal(isDay ? text : null, DayText.Read(text) is { } day ? DayText.Of(day) : null);
        Assert.Equal(isNear, DayText.ReadNear(text) is not null);
    }
}
