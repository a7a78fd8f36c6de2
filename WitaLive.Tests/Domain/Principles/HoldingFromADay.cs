using WitaLive.Domain.Principles;

namespace WitaLive.Tests.Domain.Principles;

public class HoldingFromADay
{
    [Theory] // adopted in this order: what, from when; then the versions: number, days
    [InlineData("Begin 01-01", "1 01-01..")]
    [InlineData("Begin 01-01, Renew 03-01", "1 01-01..02-28, 2 03-01..")]
    [InlineData("Begin 01-01, End 03-01", "1 01-01..02-28")]
    [InlineData("Begin 01-01, End 03-01, Renew 05-01", "1 01-01..02-28, 2 05-01..")]
    [InlineData("Begin 01-01, Renew 05-01, Renew 03-01", "1 01-01..02-28, 3 03-01..04-30, 2 05-01..")] // the later one was adopted first, and keeps its number
    [InlineData("Begin 01-01, Renew 03-01, Renew 03-01", "1 01-01..02-28, 3 03-01..")] // replaced before it held
    [InlineData("Begin 01-01, End 01-01", "")]
    [InlineData("Begin 01-01, Renew 05-01, End 03-01", "1 01-01..02-28")] // what was to begin later does not come back after its end
    [InlineData("", "")]
    public void A_version_holds_until_the_day_before_the_next_change(string adopted, string versions)
    {
        var made = Timeline.Of(adopted.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split(' '))
            .Select(one => new Adopted<string>(Enum.Parse<ProposalChange>(one[0]), Day(one[1]), one[1])));

        Assert.Equal(versions, string.Join(", ", made.Select(v => $"{v.Number} {v.From:MM-dd}..{v.Until:MM-dd}")));
    }

    [Theory]
    [InlineData("12-31", null)]
    [InlineData("01-01", 1)]
    [InlineData("02-28", 1)]
    [InlineData("03-01", 2)]
    [InlineData("04-30", 2)]
    [InlineData("05-01", null)]
    public void Each_day_has_one_version_at_most(string day, int? number)
    {
        var made = Timeline.Of([new Adopted<string>(ProposalChange.Begin, Day("01-01"), ""), new(ProposalChange.Renew, Day("03-01"), ""), new(ProposalChange.End, Day("05-01"), "")]);

        Assert.Equal(number, made.On(day == "12-31" ? new(2026, 12, 31) : Day(day))?.Number);
    }

    private static DateOnly Day(string day) => DateOnly.Parse($"2027-{day}", CultureInfo.InvariantCulture);
}
