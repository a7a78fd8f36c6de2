using WitaLive.Domain;
using WitaLive.Domain.Principles;

namespace WitaLive.Tests.Domain.Principles;

/// <summary>Rules of procedure, art. 35 § 2 and 36.</summary>
public class Proposing
{
    private static readonly ItemId s_item = new(Guid.Parse("00000000-0000-4000-8000-000000000001"));
    private static readonly ItemId s_other = new(Guid.Parse("00000000-0000-4000-8000-000000000002"));

    [Theory]
    [InlineData("fr nl", "fr nl", "")]
    [InlineData("fr", "fr nl", "nl")]
    [InlineData("fr nl", "nl", "fr")]
    [InlineData("fr nl de", "fr nl", "")]
    public void A_principle_wants_title_and_text_in_French_and_Dutch(string titles, string texts, string lacks)
    {
        var proposal = AProposal.Principle() with { Wording = AProposal.Said(In(titles), In(texts)) };
        Assert.Equal(lacks.Length == 0 ? null : new ProposalLacksLanguage(lacks), Flaw(proposal));
    }

    [Theory]
    [InlineData("fr nl de", "")]
    [InlineData("fr nl", "de")]
    [InlineData("en", "fr")]
    public void An_activity_wants_its_title_in_three_languages_and_no_description(string titles, string lacks) =>
        Assert.Equal(lacks.Length == 0 ? null : new ProposalLacksLanguage(lacks), Flaw(AProposal.Activity() with { Wording = AProposal.Said(In(titles), []) }));

    [Theory]
    [InlineData("light-technician", true)]
    [InlineData("dj2", true)]
    [InlineData("d", false)]
    [InlineData("2d-artist", false)]
    [InlineData("Dancer", false)]
    [InlineData("danseur/danseuse", false)]
    [InlineData("dancer-", false)]
    [InlineData("", false)]
    public void A_code_is_a_word_that_can_stand_in_an_address(string code, bool isOne) =>
        Assert.Equal(isOne ? null : new ActivityCodeUnusable(Proposal.LongestCode), Flaw(AProposal.Activity(code)));

    [Fact]
    public void An_activity_is_of_one_art_and_one_kind_and_a_principle_of_an_art_at_least()
    {
        Assert.IsType<ProposalConcernsNothing>(Flaw(AProposal.Activity() with { Domains = ["theatre", "music"] }));
        Assert.IsType<ProposalConcernsNothing>(Flaw(AProposal.Activity() with { Kind = null }));
        Assert.IsType<ProposalConcernsNothing>(Flaw(AProposal.Principle() with { Domains = [] }));
        Assert.Null(Flaw(AProposal.Principle() with { Domains = ["theatre", "music"] }));
        Assert.Equal(new DomainUnknown("cookery"), Flaw(AProposal.Principle() with { Domains = ["theatre", "cookery"] }));
    }

    [Fact]
    public void Titles_and_texts_have_an_end()
    {
        Assert.Null(Flaw(AProposal.Principle(new('t', Proposal.LongestTitle), new('t', Proposal.LongestText))));
        Assert.IsType<ProposalTooLong>(Flaw(AProposal.Principle(new('t', Proposal.LongestTitle + 1))));
        Assert.IsType<ProposalTooLong>(Flaw(AProposal.Principle(text: new('t', Proposal.LongestText + 1))));
    }

    [Theory] // meant from, adopted on, holds from
    [InlineData(null, "2027-01-05", "2027-01-05")]
    [InlineData("2027-01-04", "2027-01-05", "2027-01-05")]
    [InlineData("2027-01-06", "2027-01-05", "2027-01-06")]
    public void Nothing_holds_before_it_is_adopted(string? from, string adopted, string holds) =>
        Assert.Equal(Day(holds), AProposal.Activity(from: from is null ? null : Day(from)).HoldsFrom(Day(adopted)));

    [Theory]
    [InlineData("plenary", "adopted", true)]
    [InlineData("plenary", null, false)]
    [InlineData("plenary", "plus", false)]
    [InlineData("enlarged", "adopted", false)]
    [InlineData("restricted", "adopted", false)]
    public void The_plenary_adopts_and_nobody_else(string formation, string? outcome, bool isAdopted) =>
        Assert.Equal(isAdopted, TheRules.InForce.Principles.IsAdoptedBy(new(formation), outcome));

    [Theory] // names found, read over, why not
    [InlineData(0, true, null)]
    [InlineData(0, false, typeof(ProposalNotReadOver))]
    [InlineData(2, true, typeof(ProposalNamesSomebody))]
    [InlineData(2, false, typeof(ProposalNamesSomebody))]
    public void It_is_laid_before_the_members_once_it_names_nobody_and_somebody_has_read_it(int names, bool isRead, Type? why) =>
        Assert.Equal(why, (ProposalCourse.New.Propose(names, isRead) as Result<ProposalCourse>.Refused)?.Why.GetType());

    [Fact]
    public void Its_course_leads_from_the_draft_to_the_plenary_and_back_when_nothing_is_carried()
    {
        var discussed = Ok(ProposalCourse.New.Propose(0, isRead: true));
        var placed = Ok(discussed.Place(s_item));
        Assert.Equal(ProposalStage.Adopted, placed.Conclude(s_item, isAdopted: true).Stage);
        Assert.Equal(ProposalStage.Discussed, placed.Conclude(s_item, isAdopted: false).Stage);
        Assert.Equal(placed, placed.Conclude(s_item, isAdopted: true).Undo(s_item));
        Assert.Equal(placed, placed.Conclude(s_item, isAdopted: false).Undo(s_item));
        Assert.Equal(ProposalStage.Discussed, placed.TakeOff().Stage);
        Assert.Equal(placed with { Stage = ProposalStage.Withdrawn, Item = null }, Ok(placed.TakeOff().Withdraw()));
    }

    [Fact]
    public void Said_twice_or_of_another_point_changes_nothing()
    {
        var placed = Ok(Ok(ProposalCourse.New.Propose(0, isRead: true)).Place(s_item));
        var adopted = placed.Conclude(s_item, isAdopted: true);
        Assert.Equal(adopted, adopted.Conclude(s_item, isAdopted: true));
        Assert.Equal(adopted, adopted.Conclude(s_item, isAdopted: false));
        Assert.Equal(adopted, adopted.Undo(s_other));
        Assert.Equal(adopted, adopted.TakeOff());
        Assert.Equal(placed, placed.Conclude(s_other, isAdopted: true));
        Assert.Equal(placed, placed.Undo(s_item));
    }

    [Fact]
    public void What_the_plenary_has_before_it_or_has_adopted_is_neither_written_nor_withdrawn()
    {
        var placed = Ok(Ok(ProposalCourse.New.Propose(0, isRead: true)).Place(s_item));
        foreach (var settled in new[] { placed, placed.Conclude(s_item, isAdopted: true) })
        {
            Assert.False(settled.CanBeWritten);
            Assert.IsType<ProposalNotToWithdraw>(((Result<ProposalCourse>.Refused)settled.Withdraw()).Why);
            Assert.IsType<ProposalNotDiscussed>(((Result<ProposalCourse>.Refused)settled.Place(s_other)).Why);
            Assert.IsType<ProposalNotADraft>(((Result<ProposalCourse>.Refused)settled.Propose(0, isRead: true)).Why);
        }
        Assert.IsType<ProposalNotDiscussed>(((Result<ProposalCourse>.Refused)ProposalCourse.New.Place(s_item)).Why);
    }

    [Theory]
    [InlineData("fr nl de en", "en", "en")]
    [InlineData("fr nl de", "en", "fr")]
    [InlineData("fr nl", "de", "fr")]
    [InlineData("nl", "de", "nl")]
    public void Where_a_language_is_missing_another_stands_in_and_says_which(string written, string reader, string shown) =>
        Assert.Equal(new Said($"titre {shown}", shown), AProposal.Said(In(written), []).Title(reader));

    private static Refusal? Flaw(Proposal proposal) => proposal.Flaw(TheRules.InForce.Principles, TheRules.InForce.Composition.Domains);

    private static ProposalCourse Ok(Result<ProposalCourse> course) => Assert.IsType<Result<ProposalCourse>.Ok>(course).Value;

    private static Dictionary<string, string> In(string languages) => languages.Split(' ').ToDictionary(language => language, language => $"titre {language}");

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
