using WitaLive.App.Languages;

namespace WitaLive.Tests.Languages;

public class FrenchSpacesTests
{
    [Theory]
    [InlineData("Vote sur : attestation « plus » ?", "Vote sur\u00a0: attestation «\u00a0plus\u00a0»\u202f?")]
    [InlineData("59,72 % ; 60 % requis.", "59,72\u00a0%\u202f; 60\u00a0% requis.")]
    [InlineData("Quand l'on vote, ROI, art. 11", "Quand l’on vote, ROI, art.\u00a011")]
    [InlineData("https://live.example.be/room?a=1;b=2 'mot'", "https://live.example.be/room?a=1;b=2 'mot'")]
    public void A_line_never_ends_before_a_colon_or_inside_guillemets(string written, string set)
    {
        Assert.Equal(set, FrenchSpaces.Set(written));
        Assert.Equal(set, FrenchSpaces.Set(set));
    }
}
