using WitaLive.Domain;

namespace WitaLive.Tests.Domain;

public class TypingOneLine
{
    [Theory]
    [InlineData("  Zoë\tde\r\n Backer ", "Zoë de Backer")]
    [InlineData("Bon\u0000jour\u0007", "Bon jour")]
    [InlineData("a\u202egro.elpmaxe\u200bb", "agro.elpmaxeb")]
    [InlineData("\u0000\u200b ", "")]
    [InlineData("Cha\U000E0041t 🎭", "Chat 🎭")] // a letter that nobody sees, of those above U+FFFF
    public void Keeps_what_can_be_seen(string typed, string kept) => Assert.Equal(kept, OneLine.Of(typed));

    [Theory]
    [InlineData("  Premier\r\nsecond\n\n\ttroisième ", "Premier\nsecond\n\n\ttroisième")]
    [InlineData("Gri\u0000ppe\u0007\u202e", "Grippe")]
    [InlineData("\u0000 \n", "")]
    [InlineData("🎭\U000E0041\n\U000E0001", "🎭")]
    public void Keeps_the_lines_of_a_text(string typed, string kept) => Assert.Equal(kept, FreeText.Of(typed));

    [Fact] // what PostgreSQL would refuse; no attribute can hold it
    public void Keeps_no_half_of_a_sign()
    {
        Assert.Equal("a\uFFFDb", OneLine.Of("a\uD83Cb"));
        Assert.Equal("a\uFFFDb", FreeText.Of("a\uDFADb"));
    }
}
