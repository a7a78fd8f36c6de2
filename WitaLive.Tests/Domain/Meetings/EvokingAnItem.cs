using System.Text.Json;
using WitaLive.Domain.Evocations;
using WitaLive.Domain.Meetings;

namespace WitaLive.Tests.Domain.Meetings;

public class EvokingAnItem : MeetingTest
{
    [Fact]
    public void Refers_it_without_a_vote_before_anybody_has_come()
    {
        var after = HappensOnce(A.Planned(), new EvokeItem(A.Item(2), "politique générale"), A.By(1));

        var conclusion = after.ItemOf(A.Item(2))!.Conclusion!;
        Assert.Equal((ConclusionKind.Referred, "politique générale", TheRules.Enlarged), (conclusion.Kind, conclusion.Reason, conclusion.ReferTo!.Value));
        Assert.Null(conclusion.Ballot);
        var again = after.After(new MeetingPrepared(A.Restricted() with { Revision = 2 }));
        Assert.NotNull(again.ItemOf(A.Item(2))!.Conclusion); // a changed plan does not bring it back
        Refused<ItemConcludedAlready>(A.Meeting().Do(new EvokeItem(A.Item(2), "raison"), A.By(4)), new CallItem(A.Item(2)), A.By(1));
    }

    [Fact]
    public void Keeps_why_it_was_asked_for_apart_from_why_the_chair_agreed()
    {
        var conclusion = HappensOnce(A.Planned(), new EvokeItem(A.Item(2), " d’accord ", " portée\u0007 générale "), A.By(1)).ItemOf(A.Item(2))!.Conclusion!;

        Assert.Equal(("portée générale", "d’accord"), (conclusion.Asked, conclusion.Reason));
        Assert.True(conclusion.IsEvoked);
        Refused<ReasonMissing>(A.Planned(), new EvokeItem(A.Item(1), " ", "portée générale"), A.By(1));
        Assert.DoesNotContain("Asked", JsonSerializer.Serialize<MeetingEvent>(new ItemConcluded(A.Item(1), ConclusionKind.Referred, null, "raison", null, TheRules.Enlarged)), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_for_the_chair_and_the_substitute_chair_alone()
    {
        foreach (var by in new[] { A.By(2), A.By(A.Jurist), A.Secretary, A.By(A.Stranger) })
            Refused<OnlyTheChair>(A.Planned(), new EvokeItem(A.Item(1), "raison"), by);
        Causes(A.Planned(), new EvokeItem(A.Item(1), "raison"), A.By(4), typeof(ItemConcluded));
    }

    [Fact]
    public void Is_refused_without_a_reason_after_a_vote_and_where_there_is_nowhere_to_go()
    {
        Refused<ReasonMissing>(A.Planned(), new EvokeItem(A.Item(1), " "), A.By(1));
        Refused<UnknownItem>(A.Planned(), new EvokeItem(A.Item(99), "raison"), A.By(1));
        Refused<EvokedAfterTheVote>(A.Voting().AllVote().ClosesBallot(), new EvokeItem(A.Item(1), "raison"), A.By(1));
        Refused<OnlyTheChair>(A.Planned(A.Enlarged()), new EvokeItem(A.Item(1), "raison"), A.By(A.President)); // the President is no member there
    }

    [Theory]
    [InlineData(-1, true, false, true, false, false, null)]
    [InlineData(-1, false, false, true, false, false, nameof(NoRightToEvoke))]
    [InlineData(-1, true, true, true, false, false, nameof(EvokerSitsThere))]
    [InlineData(0, true, false, true, false, false, nameof(EvocationTooLate))] // until the printed start, not after
    [InlineData(-1, true, false, false, false, false, nameof(NoFileToEvoke))]
    [InlineData(-1, true, false, true, true, false, nameof(ItemDealtWith))]
    [InlineData(-1, true, false, true, false, true, nameof(EvocationAskedAlready))]
    public void Is_asked_for_until_the_printed_start(int seconds, bool hasRight, bool sits, bool isFile, bool dealtWith, bool asked, string? why) =>
        Assert.Equal(why, new Evoking(hasRight, sits, A.Start, isFile, dealtWith, asked).WhyNot("motif", A.Start.AddSeconds(seconds))?.Key);

    [Fact]
    public void Is_asked_for_with_reasons() =>
        Assert.IsType<EvocationReasonMissing>(new Evoking(true, false, A.Start, true, false, false).WhyNot("  ", A.Start.AddDays(-1)));
}
