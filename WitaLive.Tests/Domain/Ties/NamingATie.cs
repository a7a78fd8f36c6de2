using WitaLive.Domain.Ties;

namespace WitaLive.Tests.Domain.Ties;

public class NamingATie
{
    [Theory]
    [InlineData("Théâtre du Parc", "Spectacle au THEATRE-DU-PARC, 2026", true)]
    [InlineData("Ysaline Grosdent", "Grosdent, Ysaline", true)]
    [InlineData("Grosdent", "Mme Grosdent-Lebrun", true)]
    [InlineData("Parc", "Parcours d’artistes", false)] // a part of a word is another word
    [InlineData("Compagnie du Parc", "Compagnie Parc du Cinquantenaire", false)]
    [InlineData("ÉTOILE", "l’étoile", true)]
    [InlineData("Muziek vzw", "vzw De Muziek", false)]
    public void Is_by_whole_words_whatever_their_accents_and_capitals(string tie, string text, bool named) =>
        Assert.Equal(named, Tie.IsNamedIn(tie, [null, "Dossier 12", text]));

    [Theory]
    [InlineData("ab", false)]
    [InlineData(" – ", false)]
    [InlineData("KVS", true)]
    public void Asks_for_words_that_name_someone(string tie, bool usable) => Assert.Equal(usable, Tie.WhyNot(tie) is null);

    [Fact]
    public void Is_of_any_kind_but_what_one_did_before() => Assert.Equal([TieKind.EarlierRecusal, TieKind.FirstRecusal], Enum.GetValues<TieKind>().Except(Tie.Declared));

    [Fact]
    public void Finds_nothing_in_nothing() => Assert.False(Tie.IsNamedIn("…", ["…"]));
}
