using WitaLive.App.Languages;

namespace WitaLive.Tests.Languages;

public class BrusselsTimeTests
{
    [Theory]
    [InlineData("2026-01-15T23:30:00Z", "00:30", "fr", "vendredi 16\u00a0janvier 2026", "16/01/2026")]
    [InlineData("2026-07-01T12:05:00Z", "14:05", "nl", "woensdag 1\u00a0juli 2026", "01/07/2026")]
    [InlineData("2026-07-01T12:05:00Z", "14:05", "de", "Mittwoch, 1.\u00a0Juli 2026", "01.07.2026")]
    [InlineData("2026-07-01T12:05:00Z", "14:05", "en", "Wednesday 1\u00a0July 2026", "01/07/2026")]
    public void An_instant_reads_as_on_a_clock_in_Brussels(string instant, string time, string language, string longDay, string shortDay)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Language.Find(language)!.Culture;
        var read = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

        Assert.Equal((time, longDay, shortDay), (read.ToTime(), read.ToLongDay(), read.ToShortDay()));
    }

    [Theory]
    [InlineData("2026-03-29", "02:30", "2026-03-29T01:30:00Z")] // left out: clocks go from 2 to 3
    [InlineData("2026-10-25", "02:30", "2026-10-25T00:30:00Z")] // twice: the first one
    [InlineData("2026-11-22", "14:00", "2026-11-22T13:00:00Z")]
    public void A_time_in_Brussels_is_one_instant(string day, string time, string instant) =>
        Assert.Equal(
            DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture),
            BrusselsTime.At(DateOnly.Parse(day, CultureInfo.InvariantCulture), TimeOnly.Parse(time, CultureInfo.InvariantCulture)));
}
