using WitaLive.Domain.Rulings;

namespace WitaLive.Tests.Domain.Rulings;

/// <summary>ROI 32.</summary>
public class TheDeliveryOfALetter
{
    private static readonly DateOnly s_handed = new(2026, 11, 25);
    private static readonly Delivery s_new = new(null, false, null, null);

    [Theory]
    [InlineData(0, DeliveryState.InEbox), InlineData(4, DeliveryState.InEbox), InlineData(5, DeliveryState.ToPost), InlineData(40, DeliveryState.ToPost)]
    public void Goes_by_post_when_it_is_unread_after_five_calendar_days(int days, DeliveryState state) => // from a Wednesday over a weekend
        Assert.Equal(state, (s_new with { HandedOn = s_handed }).On(s_handed.AddDays(days), canHand: true, TheRules.InForce.Rulings));

    [Fact]
    public void Goes_by_post_where_there_is_no_eBox()
    {
        Assert.Equal(DeliveryState.ToHand, s_new.On(s_handed, canHand: true, TheRules.InForce.Rulings));
        Assert.Equal(DeliveryState.ToPost, s_new.On(s_handed, canHand: false, TheRules.InForce.Rulings));
        Assert.Equal(DeliveryState.ToPost, (s_new with { HandedOn = s_handed, HasNoEbox = true }).On(s_handed, canHand: true, TheRules.InForce.Rulings));
    }

    [Theory] // handed in on the 25th, and four days have passed
    [InlineData(-2, null), InlineData(-1, 0), InlineData(0, 0), InlineData(3, 3), InlineData(4, 4), InlineData(5, 4), InlineData(6, null)]
    public void Is_answered_on_a_day_between_its_handing_in_and_now_clocks_being_a_day_apart(int said, int? day)
    {
        Assert.Equal(day is { } days ? s_handed.AddDays(days) : null, (s_new with { HandedOn = s_handed }).AnsweredOn(s_handed.AddDays(said), s_handed.AddDays(4)));
        Assert.Null(s_new.AnsweredOn(s_handed.AddDays(said), s_handed.AddDays(4))); // never handed in
    }

    [Fact]
    public void Ends_when_it_is_read_or_posted()
    {
        var (read, posted) = (s_new with { HandedOn = s_handed, ReadOn = s_handed.AddDays(9) }, s_new with { PostedOn = s_handed });
        Assert.Equal((DeliveryState.Read, DeliveryState.Posted), (read.On(s_handed.AddDays(60), true, TheRules.InForce.Rulings), posted.On(s_handed, true, TheRules.InForce.Rulings)));
        Assert.All(new[] { read, posted }, done => Assert.IsType<LetterHasArrived>(done.WhyNotPost(s_handed, s_handed, s_handed)));
        Assert.Null(s_new.WhyNotPost(s_handed, s_handed, s_handed));
        Assert.IsType<PostDayUnusable>(s_new.WhyNotPost(s_handed.AddDays(-1), s_handed, s_handed));
        Assert.IsType<PostDayUnusable>(s_new.WhyNotPost(s_handed.AddDays(1), s_handed, s_handed));
    }
}
