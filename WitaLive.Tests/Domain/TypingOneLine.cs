using WitaLive.Domain;

namespace WitaLive.Tests.Domain;

public class TypingOneLine
{
    [Theory]
    [InlineData("  Zoë\tde\r\n Backer ", "Zoë de Backer")]
    [InlineData("Bon\u0000jour\u0007", "Bon jour")]
    [InlineData("a\u202egro.elpmaxe\u200bb", "agro.elpmaxeb")]
    [InlineData("\u0000\u200b ", "")]
    public void Keeps_what_can_be_seen(string typed, string kept) => Assert.Equal(kept, OneLine.Of(typed));
}
