using WitaLive.Domain.Principles;

namespace WitaLive.Tests.Domain.Principles;

/// <summary>Law of 16 December 2022, art. 3 § 4, 8°: decisions of principle are anonymised.</summary>
public class FindingPeople
{
    [Theory]
    [InlineData("Ysaline Grosdent a demandé", TraceKind.Name, "Ysaline Grosdent")]
    [InlineData("GROSDENT Ysaline a demandé", TraceKind.Name, "GROSDENT Ysaline")]
    [InlineData("l’œuvre d’ysaline  grosdent", TraceKind.Name, "ysaline  grosdent")]
    [InlineData("Madame Grosdent a demandé", TraceKind.FamilyName, "Grosdent")]
    [InlineData("une grosdent de lait", TraceKind.SmallName, "grosdent")] // a word, or the person: to be looked at
    [InlineData("des grosdents de lait", null, "")] // no declined name in small letters
    [InlineData("la demande de grosdent", TraceKind.SmallName, "grosdent")]
    [InlineData("Ysaline Grоsdеnt a demandé", TraceKind.Name, "Ysaline Grоsdеnt")] // with two Cyrillic letters
    [InlineData("ΥSΑLΙΝΕ GRΟSDΕΝΤ", TraceKind.Name, "ΥSΑLΙΝΕ GRΟSDΕΝΤ")] // with Greek capitals
    [InlineData("grosdent ysaline", TraceKind.Name, "grosdent ysaline")]
    [InlineData("Ysaline a demandé", null, "")]
    [InlineData("Grosdentiste", null, "")]
    [InlineData("Grosdents Antrag", TraceKind.FamilyName, "Grosdents")] // as German and Dutch decline it
    [InlineData("Ysaline Grosdents voorstel", TraceKind.Name, "Ysaline Grosdents")]
    [InlineData("Demande d’Ysaline-Grosdent", TraceKind.Name, "Ysaline-Grosdent")]
    [InlineData("voir @YsalineGrosdent", TraceKind.Name, "YsalineGrosdent")]
    [InlineData("Ysaline M. Grosdent", TraceKind.Name, "Ysaline M. Grosdent")]
    [InlineData("Demande d’Ysaline\nGrosdent", TraceKind.Name, "Ysaline Grosdent")] // over two lines
    [InlineData("Ysa\u200Bline\u2060 Gros\u00ADdent", TraceKind.Name, "Ysaline Grosdent")] // by signs that nobody sees
    public void By_their_name_in_full_in_any_order_or_by_the_family_name_told_apart_in_small_letters(string text, TraceKind? kind, string found) =>
        Assert.Equal(Expected(kind, found), Of(text).Of(new("Ysaline", "Grosdent")));

    [Theory]
    [InlineData("Jan Van den Bossche speelt", TraceKind.Name, "Van den Bossche", "Jan", "Jan Van den Bossche")]
    [InlineData("Van den Bossche, Jan", TraceKind.Name, "Van den Bossche", "Jan", "Van den Bossche, Jan")]
    [InlineData("Maëlle D’Hondt danst", TraceKind.Name, "d'Hondt", "Maelle", "Maëlle D’Hondt")]
    [InlineData("Mme Li joue", null, "Li", "Wei", "")]
    [InlineData("un petit rôle, des petits rôles", TraceKind.SmallName, "Petit", "Anne", "petit")]
    [InlineData("selon van den bossche", TraceKind.SmallName, "Van den Bossche", "Jan", "van den bossche")]
    [InlineData("le rôle de la voix", null, "De", "Anne", "")] // too short to be told from a word
    [InlineData("Li Wei joue", TraceKind.Name, "Li", "Wei", "Li Wei")]
    [InlineData("Jan Vandenbossche speelt", TraceKind.Name, "Van den Bossche", "Jan", "Jan Vandenbossche")]
    [InlineData("Jan Van den Bossche speelt", TraceKind.Name, "Vandenbossche", "Jan", "Jan Van den Bossche")]
    [InlineData("Annemarie Leclercq joue", TraceKind.Name, "Leclercq", "Anne-Marie", "Annemarie Leclercq")]
    [InlineData("Ysaline Grosdent joue", TraceKind.Name, "Grosdent", "Ysaline Marie", "Ysaline Grosdent")]
    [InlineData("Zoé Lecoeur, violoniste", TraceKind.Name, "Lecœur", "Zoë", "Zoé Lecoeur")]
    [InlineData("Frau Mueller tanzt", TraceKind.FamilyName, "Müller", "Jörg", "Mueller")]
    [InlineData("Joerg Grossmann tanzt", TraceKind.Name, "Großmann", "Jörg", "Joerg Grossmann")]
    [InlineData("Madame d’Hondt danse", TraceKind.FamilyName, "D'Hondt", "Maëlle", "d’Hondt")]
    public void Whatever_their_accents_apostrophes_and_particles(string text, TraceKind? kind, string family, string given, string found) =>
        Assert.Equal(Expected(kind, found), Of(text).Of(new(given, family)));

    [Fact]
    public void By_a_whole_name_of_which_nobody_knows_which_part_is_which()
    {
        Assert.Equal(TraceKind.Name, Assert.Single(Of("Selon Grosdent Ysaline").Of(new("", "Ysaline Grosdent"))).Kind);
        Assert.Equal(TraceKind.FamilyName, Assert.Single(Of("Selon Grosdent").Of(new("", "Grosdent"))).Kind);
        Assert.Empty(Of("Selon Grosdent").Of(new("", "")));
        Assert.Equal("Anne Van den Bossche", Assert.Single(Of("Selon Anne Van den Bossche,").Of(new("", "Anne Marie Van den Bossche"))).Found);
        Assert.Equal("Van den Bossche", Assert.Single(Of("Selon Van den Bossche").Of(new("", "Anne Van den Bossche"))).Found);
    }

    [Theory]
    [InlineData("voir 2026-A-000012.", TraceKind.FileNumber, "2026-A-000012")]
    [InlineData("voir 2026-M-000001", TraceKind.FileNumber, "2026-M-000001")]
    [InlineData("voir 2026-P-0001", null, "")] // another decision of principle
    [InlineData("voir 2026-a-000012.", TraceKind.FileNumber, "2026-a-000012")]
    [InlineData("voir 2026–A–000012", TraceKind.FileNumber, "2026–A–000012")]
    [InlineData("voir 2026/A/000012", TraceKind.FileNumber, "2026/A/000012")]
    [InlineData("voir 2026 A 000012", TraceKind.FileNumber, "2026 A 000012")]
    [InlineData("voir 2026-\nA-000012", TraceKind.FileNumber, "2026- A-000012")]
    [InlineData("la Commission en 2026 a 300 euros", null, "")]
    [InlineData("de 2024 à 2026", null, "")]
    [InlineData("85.07.30-033 28", TraceKind.NationalNumber, "85.07.30-033 28")]
    [InlineData("(85073003328)", TraceKind.NationalNumber, "85073003328")]
    [InlineData("85 07 30 033 28", TraceKind.NationalNumber, "85 07 30 033 28")]
    [InlineData("85.07.30–033–28", TraceKind.NationalNumber, "85.07.30–033–28")]
    [InlineData("85.07.30 - 033 - 28", TraceKind.NationalNumber, "85.07.30 - 033 - 28")]
    [InlineData("85.07.30-\n033.28", TraceKind.NationalNumber, "85.07.30- 033.28")]
    [InlineData("8507 3003 328", TraceKind.NationalNumber, "8507 3003 328")]
    [InlineData("8507 3003 329", null, "")] // its last two digits do not fit
    [InlineData("un revenu de 65.400 euros", null, "")]
    [InlineData("ysaline (at) example.org", TraceKind.MailAddress, "ysaline (at) example.org")]
    [InlineData("ysaline [arobase] example [point] org", TraceKind.MailAddress, "ysaline [arobase] example [point] org")]
    [InlineData("compte 850730033281", null, "")]
    [InlineData("écrivez à ysaline.grosdent@example.org.", TraceKind.MailAddress, "ysaline.grosdent@example.org")]
    [InlineData("à 12 h @ Bruxelles", null, "")]
    public void By_numbers_and_addresses_as_they_look(string text, TraceKind? kind, string found) =>
        Assert.Equal(Expected(kind, found), Of(text).Shapes());

    [Theory]
    [InlineData("au 0470 12 34 56.", "0470 12 34 56")]
    [InlineData("gsm 0470/12.34.56", "0470/12.34.56")]
    [InlineData("gsm 0470123456", "0470123456")]
    [InlineData("gsm 0470 123 456", "0470 123 456")]
    [InlineData("+32 470 12 34 56", "+32 470 12 34 56")]
    [InlineData("+32 (0)2 123 45 67", "+32 (0)2 123 45 67")]
    [InlineData("0032 2 123 45 67", "0032 2 123 45 67")]
    [InlineData("tél. 02 123 45 67", "02 123 45 67")]
    [InlineData("(02) 123.45.67", "(02) 123.45.67")]
    [InlineData("tel.: 010/12 34 56", "010/12 34 56")]
    [InlineData("+33 6 12 34 56 78", "+33 6 12 34 56 78")]
    [InlineData("du 01.02.2024 au 04.05.2024", null)]
    [InlineData("04/05/2024 10 h", null)]
    [InlineData("un revenu de 13.546 ou 65 400,00 euros", null)]
    [InlineData("art. 02 123", null)]
    [InlineData("en 2024 2025 2026", null)]
    public void By_telephone_numbers_as_they_are_written_in_Belgium(string text, string? found) =>
        Assert.Equal(Expected(found is null ? null : TraceKind.Telephone, found ?? ""), Of(text).Shapes());

    [Theory]
    [InlineData("sur BE68 5390 0754 7034, merci", "BE68 5390 0754 7034")]
    [InlineData("be68539007547034", "be68539007547034")]
    [InlineData("BE68-5390-0754-7034", "BE68-5390-0754-7034")]
    [InlineData("NL91 ABNA 0417 1643 00", "NL91 ABNA 0417 1643 00")]
    [InlineData("LU28 0019 4006 4475 0000", "LU28 0019 4006 4475 0000")]
    [InlineData("BE68 5390 0754 7035", null)] // its check digits do not fit
    [InlineData("XBE68 5390 0754 7034", null)]
    [InlineData("de 12 musiciens en 2024", null)]
    public void By_account_numbers_whose_check_digits_fit(string text, string? found) =>
        Assert.Equal(Expected(found is null ? null : TraceKind.AccountNumber, found ?? ""), Of(text).Shapes());

    [Fact]
    public void By_the_number_of_a_file_that_looks_like_none_of_ours()
    {
        var read = Of("Comme dans WITA/24/77, elle compte.");
        Assert.True(read.HasNumbers);
        Assert.False(Of("Comme dans un autre dossier.").HasNumbers);
        Assert.Equal(new(TraceKind.FileNumber, "fr", false, 1, "WITA/24/77"), Assert.Single(read.OfNumber("WITA/24/77")));
        Assert.Empty(read.OfNumber("WITA/24"));
        Assert.Equal("wita 24-77", Assert.Single(Of("Comme dans wita 24-77.").OfNumber("WITA/24/77")).Found);
        Assert.Equal("24/77", Assert.Single(Of("Comme dans (24/77).").OfNumber("24/77")).Found);
        Assert.Empty(Of("Un revenu de 2477 euros.").OfNumber("24/77"));
    }

    [Fact]
    public void In_what_is_published_as_it_is_read_without_what_turns_letters_round()
    {
        const string typed = "Une \u202Eescaliered\u202C œuvre, עברית\u200F.";
        Assert.Equal("Une escaliered œuvre, עברית\u200F.", Wording.Typed([], [new("fr", typed)]).Texts["fr"]);
        Assert.Equal("Une escaliered œuvre, עברית\u200F.", Translation.Typed("nl", "Titel", typed).Text);
    }

    [Fact]
    public void By_the_code_of_an_activity_for_it_stands_in_an_address()
    {
        var read = new Anonymity(AProposal.Activity().Wording, "ysaline-grosdent");
        Assert.Equal(new Trace(TraceKind.Name, "", true, 1, "ysaline-grosdent"), Assert.Single(read.Of(new("Ysaline", "Grosdent"))));
    }

    [Fact]
    public void And_says_in_which_language_and_line()
    {
        var read = new Anonymity(Wording.Typed(
            new Dictionary<string, string> { ["nl"] = "Zaak Grosdent" }, new Dictionary<string, string> { ["fr"] = "Un.\nDeux.\nYsaline Grosdent.", ["nl"] = "Een." }));

        Trace named = new(TraceKind.Name, "fr", false, 3, "Ysaline Grosdent"), title = new(TraceKind.FamilyName, "nl", true, 1, "Grosdent");
        Assert.Equal([named, title], read.Of(new("Ysaline", "Grosdent")).ToArray());
        Assert.Equal([title, named with { Kind = TraceKind.FamilyName, Found = "Grosdent" }], read.Of(new("Clothilde", "Grosdent")).ToArray());
    }

    private static Trace[] Expected(TraceKind? kind, string found) => kind is { } one ? [new(one, "fr", false, 1, found)] : [];

    private static Anonymity Of(string text) => new(Wording.Typed([], new Dictionary<string, string> { ["fr"] = text }));
}
