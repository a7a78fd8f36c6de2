using WitaLive.Domain;

namespace WitaLive.Tests.Guards;

public class TheDomainStandsAlone
{
    [Fact]
    public void It_refers_to_the_runtime_only() =>
        Assert.All(typeof(Refusal).Assembly.GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name!, StringComparison.Ordinal));
}
