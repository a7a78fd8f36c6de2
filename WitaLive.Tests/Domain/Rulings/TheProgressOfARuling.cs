using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Rules;
using WitaLive.Domain.Rulings;

namespace WitaLive.Tests.Domain.Rulings;

/// <summary>ROI 26 § 6 and 42; the second reader of the lot or of the case.</summary>
public class TheProgressOfARuling
{
    private static readonly RulingRule s_rule = TheRules.InForce.Rulings;
    private static readonly RulingProgress s_drafted = new(RulingStage.Drafted, [A.Person(1)], false, false);
    private static readonly RulingProgress s_toRead = s_drafted with { Stage = RulingStage.ToRead };
    private static readonly RulingProgress s_toSign = s_drafted with { Stage = RulingStage.ToSign };
    private static readonly RulingProgress s_signed = s_drafted with { Stage = RulingStage.Locked };
    private static readonly RulingFacts s_facts = new(
        new(new(Guid.NewGuid()), "2026-A-000001", "application", "Ysaline Grosdent", "", "fr"), new(Guid.NewGuid()), TheRules.Restricted,
        ImmutableSortedDictionary<string, string>.Empty, new(2026, 11, 24), "refusal", [new(A.Person(2), "Dries Okkerman", new("experts"), false)], [], [], []);

    private static readonly RulingText s_reasoned = new(["incomeTooLow"], "", ImmutableDictionary<ActivityId, string>.Empty);
    private static readonly RulingText s_bare = s_reasoned with { Reasons = [] };

    [Fact]
    public void Is_written_while_it_is_a_draft()
    {
        Assert.Null(s_drafted.WhyNotWrite());
        Assert.All(new[] { s_toRead, s_toSign }, handedIn => Assert.IsType<RulingIsHandedIn>(handedIn.WhyNotWrite()));
        Assert.IsType<RulingIsSigned>(s_signed.WhyNotWrite());
    }

    [Fact]
    public void Is_handed_in_with_reasons_only()
    {
        Assert.IsType<RulingWithoutReasons>(s_drafted.WhyNotHandIn(s_bare, s_facts));
        Assert.IsType<RulingWithoutReasons>(s_drafted.WhyNotHandIn(s_bare with { Motivation = " \n " }, s_facts));
        Assert.Null(s_drafted.WhyNotHandIn(s_bare with { Motivation = "Les pièces ne montrent rien." }, s_facts));
        Assert.Null(s_drafted.WhyNotHandIn(s_reasoned, s_facts));
        Assert.Null(s_drafted.WhyNotHandIn(s_bare, s_facts.JudgedBy("Tribunal du travail de Liège", new(2027, 6, 1), "plus"))); // a judgment has its own reasons
        Assert.IsType<RulingIsHandedIn>(s_toSign.WhyNotHandIn(s_reasoned, s_facts));
    }

    [Theory]
    [InlineData(false, false, RulingStage.ToSign), InlineData(true, false, RulingStage.ToRead), InlineData(false, true, RulingStage.ToRead), InlineData(true, true, RulingStage.ToRead)]
    public void Goes_to_a_second_reader_when_the_lot_or_somebody_wants_one(bool drawn, bool asked, RulingStage next) =>
        Assert.Equal(next, (s_drafted with { IsDrawn = drawn, IsAsked = asked }).AfterHandingIn);

    [Fact]
    public void Is_read_over_by_somebody_who_did_not_write_it_and_says_what_is_wrong()
    {
        Assert.IsType<ReaderWroteIt>(s_toRead.WhyNotRead(A.Person(1), agrees: true, ""));
        Assert.Null(s_toRead.WhyNotRead(A.Person(2), agrees: true, ""));
        Assert.IsType<FindingMissing>(s_toRead.WhyNotRead(A.Person(2), agrees: false, " "));
        Assert.Null(s_toRead.WhyNotRead(A.Person(2), agrees: false, "La somme manque."));
        Assert.IsType<RulingTextTooLong>(s_toRead.WhyNotRead(A.Person(2), agrees: true, new('x', RulingText.Longest + 1)));
        Assert.IsType<RulingNotToRead>(s_toSign.WhyNotRead(A.Person(2), agrees: true, ""));
        Assert.IsType<RulingIsSigned>(s_signed.WhyNotRead(A.Person(2), agrees: true, ""));
    }

    [Fact]
    public void Is_taken_back_between_handing_in_and_signature()
    {
        Assert.Null(s_toRead.WhyNotTakeBack());
        Assert.Null(s_toSign.WhyNotTakeBack());
        Assert.IsType<RulingNotHandedIn>(s_drafted.WhyNotTakeBack());
        Assert.IsType<RulingIsSigned>(s_signed.WhyNotTakeBack());
    }

    [Fact]
    public void Is_signed_by_the_President_or_a_delegate_who_took_part()
    {
        SigningRight president = new(Office.President, false), vice = new(Office.VicePresident, false), @delegate = new(null, true), nobody = new(null, false);
        Assert.Null(s_toSign.WhyNotSign(A.President, president, s_facts, s_rule)); // without having sat there
        Assert.Null(s_toSign.WhyNotSign(A.VicePresident, vice, s_facts, s_rule));
        Assert.Null(s_toSign.WhyNotSign(A.Person(2), @delegate, s_facts, s_rule));
        Assert.IsType<DelegateTookNoPart>(s_toSign.WhyNotSign(A.Person(3), @delegate, s_facts, s_rule));
        Assert.IsType<NotYoursToSign>(s_toSign.WhyNotSign(A.Person(2), nobody, s_facts, s_rule));
        Assert.IsType<NotYoursToSign>(s_toSign.WhyNotSign(A.Person(2), new(new ChairRole("chair"), false), s_facts, s_rule));
        Assert.All(new[] { s_drafted, s_toRead }, early => Assert.IsType<RulingNotToSign>(early.WhyNotSign(A.President, president, s_facts, s_rule)));
        Assert.IsType<RulingIsSigned>(s_signed.WhyNotSign(A.President, president, s_facts, s_rule));
    }

    [Fact]
    public void Has_reasons_of_its_outcome_and_texts_on_its_activities()
    {
        Assert.Null(s_reasoned.WhyNotKeep(s_facts, s_rule));
        Assert.IsType<ReasonOfAnotherOutcome>((s_reasoned with { Reasons = ["plusIncome"] }).WhyNotKeep(s_facts, s_rule));
        Assert.IsType<ReasonOfAnotherOutcome>((s_reasoned with { Reasons = ["nothing"] }).WhyNotKeep(s_facts, s_rule));
        Assert.IsType<NoSuchActivity>((s_reasoned with { OnActivities = s_reasoned.OnActivities.Add(new(Guid.NewGuid()), "?") }).WhyNotKeep(s_facts, s_rule));
        Assert.IsType<RulingTextTooLong>((s_reasoned with { Motivation = new('x', RulingText.Longest + 1) }).WhyNotKeep(s_facts, s_rule));
        Assert.Equal(["incomeTooLow", "notPlausible"], (s_reasoned with { Reasons = ["notPlausible", "incomeTooLow", "notPlausible"] }).Tidied(s_rule).Reasons.AsEnumerable());
        Assert.Equal("=1+1 gras \u200Fעברית 👩\u200D🎨", (s_reasoned with { Motivation = " =1+1\u202E\0 gras \u200F\u202Bעברית\u202C 👩\u200D🎨\n" }).Tidied(s_rule).Motivation);
        var remark = (s_reasoned with { OnActivities = s_reasoned.OnActivities.Add(new(Guid.NewGuid()), "12\u202D ab") }).Tidied(s_rule).OnActivities.Values.Single();
        Assert.Equal("12 ab", remark);
    }
}
