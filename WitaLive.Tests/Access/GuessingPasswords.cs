using System.Net;
using WitaLive.App.Access;
using WitaLive.App.Security;

namespace WitaLive.Tests.Access;

public class GuessingPasswords
{
    private readonly FakeTimeProvider _clock = new(new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Stops_after_five_failures_a_minute_for_one_account_from_one_address_and_leaves_its_owner_elsewhere_alone()
    {
        var gate = new SignInGate(_clock);
        for (var i = 0; i < SignInGate.FailuresPerAccount; i++)
            Assert.NotNull(gate.TryEnter("a@example.org", "10.0.0.1"));

        Assert.Null(gate.TryEnter("a@example.org", "10.0.0.1"));
        Assert.NotNull(gate.TryEnter("a@example.org", "10.0.0.2"));
        Assert.NotNull(gate.TryEnter("b@example.org", "10.0.0.1"));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(gate.TryEnter("a@example.org", "10.0.0.1"));
    }

    [Fact]
    public void Stops_after_a_hundred_failures_a_minute_for_one_account_from_anywhere()
    {
        var gate = new SignInGate(_clock);
        for (var i = 0; i < SignInGate.FailuresFromAnywhere; i++)
            Assert.NotNull(gate.TryEnter("a@example.org", $"10.0.0.{i}"));

        Assert.Null(gate.TryEnter("a@example.org", "10.0.1.1"));
    }

    [Fact]
    public void From_as_many_addresses_has_strangers_wait_and_the_owner_in()
    {
        var gate = new SignInGate(_clock);
        for (var i = 0; i < SignInGate.FailuresOfStrangers; i++)
        {
            Assert.NotNull(gate.TryEnter("a@example.org", $"10.0.{i}.1", null, out _));
            _clock.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.Null(gate.TryEnter("a@example.org", "10.1.0.1", null, out var until));
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero), until);
        Assert.NotNull(gate.TryEnter("a@example.org", "10.1.0.1", "desk", out _));
        Assert.NotNull(gate.TryEnter("b@example.org", "10.1.0.1", null, out _));
        _clock.Advance(until!.Value - _clock.GetUtcNow());
        Assert.NotNull(gate.TryEnter("a@example.org", "10.1.0.1", null, out _)); // one for each that is an hour ago
        Assert.Null(gate.TryEnter("a@example.org", "10.1.0.2", null, out _));
    }

    [Fact]
    public void Stops_after_thirty_failures_a_minute_from_one_address()
    {
        var gate = new SignInGate(_clock);
        for (var i = 0; i < SignInGate.FailuresPerAddress; i++)
            Assert.NotNull(gate.TryEnter($"{i}@example.org", "10.0.0.1"));

        Assert.Null(gate.TryEnter("new@example.org", "10.0.0.1"));
        Assert.NotNull(gate.TryEnter("new@example.org", "10.0.0.2"));
    }

    [Fact]
    public void Does_not_shut_out_the_neighbours_of_one_who_goes_on_trying()
    {
        var gate = new SignInGate(_clock);
        for (var i = 0; i < 2 * SignInGate.FailuresPerAddress; i++)
            gate.TryEnter("a@example.org", "10.0.0.1");

        Assert.NotNull(gate.TryEnter("b@example.org", "10.0.0.1"));
    }

    [Theory]
    [InlineData("10.0.0.1", "10.0.0.1"), InlineData("::ffff:10.0.0.1", "10.0.0.1"), InlineData("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"), InlineData("2001:db8:1:2:bbbb::9", "2001:db8:1:2::/64")]
    public void Is_counted_by_subscriber_not_by_each_of_a_subscribers_addresses(string address, string counted) =>
        Assert.Equal(counted, ClientAddress.Of(IPAddress.Parse(address)));

    [Fact]
    public void Does_not_hold_up_a_whole_plenary_behind_one_address()
    {
        var gate = new SignInGate(_clock);
        for (var i = 0; i < 200; i++)
        {
            var succeeded = gate.TryEnter($"{i}@example.org", "10.0.0.1");
            Assert.NotNull(succeeded);
            succeeded();
        }
    }
}
