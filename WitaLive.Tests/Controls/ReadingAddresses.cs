using WitaLive.App.Controls;

namespace WitaLive.Tests.Controls;

public class ReadingAddresses
{
    [Theory]
    [InlineData("7", 7), InlineData("100000", 100_000), InlineData("0", 0)]
    [InlineData("100001", null), InlineData("99999999999999999999", null), InlineData("-1", null), InlineData("+1", null), InlineData(" 1", null), InlineData("1.0", null)]
    [InlineData("0x1", null), InlineData("", null), InlineData(null, null)]
    public void Takes_a_number_that_a_page_can_have_and_nothing_else(string? typed, int? number) => Assert.Equal(number, InAddress.Number(typed));
}
