using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.Tests.Components;

namespace WitaLive.Tests.Controls;

public class AnAmountAsTyped
{
    [Theory] // what can mean one thing only is read alike in every language
    [InlineData("5418", "5418"), InlineData("5418,01", "5418.01"), InlineData("5418.01", "5418.01"), InlineData("50,5", "50.5"), InlineData("50.5", "50.5"), InlineData("0", "0")]
    [InlineData("1.234,56", "1234.56"), InlineData("1,234.56", "1234.56"), InlineData("1 234,5", "1234.5"), InlineData("1'234.50", "1234.50"), InlineData("€ 12", "12"), InlineData("12 €", "12")]
    [InlineData("1.234.567", "1234567"), InlineData("1,234,567", "1234567"), InlineData("1.234.567,8", "1234567.8"), InlineData("12\u202f345", "12345")]
    [InlineData("", null), InlineData("abc", null), InlineData("-5", null), InlineData("5,", null), InlineData("1,23,4", null), InlineData("12,34,56", null), InlineData("1234,567", null), InlineData("1234.567", null)]
    [InlineData("1.234,567", null), InlineData("12,345.678", null), InlineData("1.234,567.89", null), InlineData("12 34", null), InlineData("12.345.678.901.234.567.890.123.456.789,00", null)]
    public void Is_read(string typed, string? amount)
    {
        foreach (var language in Language.All)
            Assert.Equal(amount is null ? null : decimal.Parse(amount, CultureInfo.InvariantCulture), In(language.Code, typed));
    }

    [Theory] // three digits behind one sign: the language of the page says what the sign is, and no amount has three decimals
    [InlineData("fr", "12,345", null), InlineData("nl", "12,345", null), InlineData("de", "12,345", null), InlineData("en", "12,345", 12345)]
    [InlineData("fr", "12.345", 12345), InlineData("nl", "12.345", 12345), InlineData("de", "12.345", 12345), InlineData("en", "12.345", null)]
    public void Is_read_as_its_page_writes_it(string language, string typed, int? amount) => Assert.Equal(amount, In(language, typed));

    [Fact] // a number field would be read in the language of the browser, which drops the comma of another one
    public async Task Stands_in_a_field_for_text()
    {
        var html = await Rendered.AsHtml<AmountInput>("fr", new() { ["Id"] = "amount", ["Value"] = 5418.01m });

        Assert.DoesNotContain("type=\"number\"", html, StringComparison.Ordinal);
        Assert.Contains("inputmode=\"decimal\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"5418,01\"", html, StringComparison.Ordinal);
    }

    private static decimal? In(string language, string typed)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Language.Find(language)!.Culture;
            return AmountText.Read(typed);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
