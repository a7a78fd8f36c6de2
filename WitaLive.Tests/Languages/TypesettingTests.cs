using WitaLive.App.Languages;

namespace WitaLive.Tests.Languages;

public class TypesettingTests
{
    [Theory]
    [InlineData("en", "Law of 16 December 2022, art. 3 § 4", "Law of 16\u00a0December 2022, art.\u00a03 §\u00a04")]
    [InlineData("fr", "Loi du 1er mars 2022, art. {0} ; 60 %", "Loi du 1er\u00a0mars 2022, art.\u00a0{0}\u202f; 60\u00a0%")]
    [InlineData("nl", "Artikel 5 van 13 maart: 60 % van 12 stemmen", "Artikel\u00a05 van 13\u00a0maart: 60\u00a0% van 12 stemmen")]
    [InlineData("de", "Art. 12 vom 13. März, 5 Mandate", "Art.\u00a012 vom 13.\u00a0März, 5 Mandate")]
    public void No_line_ends_between_a_day_and_its_month_or_an_article_and_its_number(string language, string written, string set)
    {
        Assert.Equal(set, Typesetting.Set(written, language));
        Assert.Equal(set, Typesetting.Set(set, language));
    }

    [Theory]
    [InlineData("Vertraulichkeitserklärungen", "Vertraulichkeits\u00aderklärungen"), InlineData("Stellvertretendes Mitglied", "Stell\u00advertretendes Mitglied")]
    [InlineData("Grundsatz", "Grundsatz"), InlineData("Stellungnahme", "Stellungnahme"), InlineData("Kunstarbeits\u00adsachverständige", "Kunstarbeits\u00adsachverständige")]
    public void A_long_word_may_be_broken_where_its_parts_meet(string word, string breakable) => Assert.Equal(breakable, LongWords.Breakable(word));
}
