using WitaLive.Domain;

namespace WitaLive.Tests.Domain;

public class ComparingTexts
{
    [Theory]
    [InlineData("Les répétitions payées comptent.", "Les répétitions payées comptent.", "Les répétitions payées comptent.")]
    [InlineData("Les répétitions payées comptent.", "Les répétitions comptent.", "Les répétitions -payées comptent.")]
    [InlineData("Les répétitions comptent.", "Toutes les répétitions comptent.", "-Les +Toutes +les répétitions comptent.")]
    [InlineData("", "Un texte.", "+Un +texte.")]
    [InlineData("Un texte.", "", "-Un -texte.")]
    [InlineData("un deux trois quatre", "un trois deux quatre", "un -deux trois +deux quatre")]
    [InlineData("", "", "")]
    public void Tells_word_by_word_what_went_and_what_came(string before, string after, string told)
    {
        var parts = TextDifference.Of(before, after);
        var said = string.Join(' ', parts.SelectMany(part => part.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => part.Kind switch { DifferenceKind.Removed => "-", DifferenceKind.Added => "+", _ => "" } + word)));
        Assert.Equal(told, said);
    }

    [Fact]
    public void Loses_nothing_of_either_text()
    {
        var random = new Random(20261126);
        for (var i = 0; i < 200; i++)
        {
            var (before, after) = (Text(random), Text(random));
            var parts = TextDifference.Of(before, after);
            Assert.Equal(before, string.Concat(parts.Where(part => part.Kind is not DifferenceKind.Added).Select(part => part.Text)));
            Assert.Equal(after, string.Concat(parts.Where(part => part.Kind is not DifferenceKind.Removed).Select(part => part.Text)));
            Assert.DoesNotContain(parts.Zip(parts.Skip(1)), two => two.First.Kind == two.Second.Kind);
        }
    }

    [Fact]
    public void Tells_two_long_texts_without_a_common_word_as_one_that_went_and_one_that_came()
    {
        var parts = TextDifference.Of(string.Join(' ', Enumerable.Repeat("a", 5000)), string.Join(' ', Enumerable.Repeat("b", 5000)));
        Assert.Equal([DifferenceKind.Removed, DifferenceKind.Added], parts.Select(part => part.Kind));
    }

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(0, 12)).Select(_ => (char)('a' + random.Next(3)) + (random.Next(4) == 0 ? "\n" : " ")));
}
