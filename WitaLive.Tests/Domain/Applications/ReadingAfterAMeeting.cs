namespace WitaLive.Tests.Domain.Applications;

public class ReadingAfterAMeeting
{
    [Theory, InlineData("2026-11-24", true), InlineData("2026-12-24", true), InlineData("2026-12-25", false)]
    public void Ends_a_set_number_of_days_later(string today, bool mayRead) =>
        Assert.Equal(mayRead, AnApplication.Rule.MayRead(new(2026, 11, 24), DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)));
}
