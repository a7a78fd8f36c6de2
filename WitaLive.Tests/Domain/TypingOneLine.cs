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
    [InlineData("Gri\u0000ppe\u0007", "Grippe")]
    [InlineData("\u0000 \n", "")]
    [InlineData("\u202e \u200b\n\u2060", "")] // nobody sees that anything was typed
    [InlineData("👩\u200d🎨 🏴\U000E0067\U000E0062\U000E007F", "👩\u200d🎨 🏴\U000E0067\U000E0062\U000E007F")]
    [InlineData("می\u200cخواهم \u202eאב\u202c \u2067ג\u2069\u200f", "می\u200cخواهم \u202eאב\u202c \u2067ג\u2069\u200f")]
    [InlineData("a\u0085b\u009fc\uFFFEd\uFFFFe", "a\nbcde")] // no sheet takes them
    public void Keeps_the_lines_of_a_text(string typed, string kept) => Assert.Equal(kept, FreeText.Of(typed));

    [Fact] // what PostgreSQL would refuse; no attribute can hold it
    public void Keeps_no_half_of_a_sign()
    {
        Assert.Equal("a\uFFFDb", OneLine.Of("a\uD83Cb"));
        Assert.Equal("a\uFFFDb", FreeText.Of("a\uDFADb"));
    }
}
