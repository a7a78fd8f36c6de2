using Microsoft.Extensions.Configuration;
using WitaLive.App.Mail;

namespace WitaLive.Tests.Mail;

public class SiteAddresses
{
    [Theory]
    [InlineData("https://live.example.be", "http://localhost:5999", "https://live.example.be/jobs")]
    [InlineData(null, "http://localhost:5999;http://localhost:6000", "http://localhost:5999/jobs")]
    [InlineData(null, "http://*:5999", "http://localhost:5999/jobs")]
    [InlineData(null, "http://0.0.0.0:5999", "http://localhost:5999/jobs")]
    [InlineData(null, null, "http://localhost:5080/jobs")]
    public void Are_those_set_otherwise_where_the_app_listens(string? set, string? urls, string expected)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Site:Address"] = set, ["urls"] = urls }).Build();

        Assert.Equal(expected, SiteAddress.Of(configuration).Of("/jobs").AbsoluteUri);
    }

    [Fact]
    public void That_are_none_are_refused_at_the_start() => Assert.Throws<InvalidOperationException>(() =>
        SiteAddress.Of(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Site:Address"] = "live" }).Build()));
}
