using WitaLive.Domain.Applications;

namespace WitaLive.Tests.Domain.Applications;

public class MaskingSmallCells
{
    [Theory] // ? is masked
    [InlineData("5 6 7", "5 6 7"), InlineData("", ""), InlineData("0 5", "0 5")]
    [InlineData("4 9 20", "? ? 20")] // one alone could be worked out from the total: the next smallest goes with it
    [InlineData("20 9 4 0", "20 ? ? 0"), InlineData("4 3 20", "? ? 20"), InlineData("1", "?"), InlineData("4 0", "? 0")]
    public void Hides_what_tells_of_few_and_what_would_give_it_away(string counts, string shown) =>
        Assert.Equal(shown, string.Join(' ', SmallCells.Mask([.. counts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)], 5).Select(count => count?.ToString(CultureInfo.InvariantCulture) ?? "?")));
}
