using WitaLive.Domain.Applications;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Rulings;
using WitaLive.Tests.Domain.Meetings;

namespace WitaLive.Tests.Domain.Rulings;

/// <summary>A restricted chamber that took one activity of two, and decided.</summary>
public class WhatARulingRestsOn : MeetingTest
{
    private static readonly Activity s_painting = An("Peintre"), s_teaching = An("Professeur");
    private static readonly DateOnly s_day = new(2026, 11, 24);

    [Theory]
    [InlineData(6000, "plus", "plusIncome"), InlineData(5000, "ordinary", "plusNotReached"), InlineData(900, "refusal", "incomeTooLow")]
    public void Says_what_the_room_accepted_the_sums_that_are_left_and_the_reasons_they_show(int sold, string outcome, string reason)
    {
        var facts = Decided(sold, outcome);

        Assert.Equal([(s_painting.Id, true, null), (s_teaching.Id, false, "peripheral")], facts.Activities.Select(one => (one.Id, one.IsAccepted!.Value, one.Reason)));
        Assert.All(facts.Sums, sum => Assert.Equal((sold, sold > sum.Threshold), (sum.Amount, sum.IsAbove))); // 9,000 of teaching count no longer
        Assert.Contains(reason, RulingText.For(facts, TheRules.InForce.Rulings).Reasons);
    }

    [Theory]
    [InlineData(6000, "plusNotReached incomeTooLow presumedProfessional noActivityAccepted starterConditions"), InlineData(5000, "plusIncome incomeTooLow presumedProfessional noActivityAccepted starterConditions"), InlineData(900, "plusIncome presumedProfessional noActivityAccepted starterConditions")]
    [InlineData(70_000, "plusNotReached incomeTooLow noActivityAccepted starterConditions")]
    public void Says_which_reasons_its_sums_and_activities_deny(int sold, string denied)
    {
        var facts = Decided(sold, "ordinary");

        Assert.Equal(denied.Split(' ').Order(), TheRules.InForce.Rulings.Reasons.Select(reason => reason.Code).Where(facts.IsDenied).Order());
        Assert.DoesNotContain(TheRules.InForce.Rulings.Reasons, reason => Decided(0, "plus", imported: true).IsDenied(reason.Code)); // no sums, and nothing to deny
        Assert.DoesNotContain(facts.Suggested, facts.IsDenied);
        Assert.False((facts with { HeldBefore = false }).IsDenied("starterConditions")); // for whoever never held one (royal decree, art. 17)
    }

    [Fact]
    public void Names_everyone_who_voted_and_the_chair_once_though_all_have_left()
    {
        var facts = Decided(6000, "plus");

        Assert.Equal(Enumerable.Range(1, 6).Select(A.Person), facts.Takers.Select(taker => taker.Person));
        Assert.Equal([A.Person(1)], facts.Takers.Where(taker => taker.Presided).Select(taker => taker.Person));
        Assert.True(facts.TookPart(A.Person(6)));
        Assert.False(facts.TookPart(A.Substitute(6)));
    }

    [Fact]
    public void Knows_no_sums_of_a_file_that_came_from_elsewhere()
    {
        var facts = Decided(0, "plus", imported: true);

        Assert.Equal((0, 0), (facts.Activities.Length, facts.Sums.Length));
        Assert.Empty(RulingText.For(facts, TheRules.InForce.Rulings).Reasons);
    }

    private static RulingFacts Decided(int sold, string outcome, bool imported = false)
    {
        var meeting = A.Meeting()
            .Do(new MarkActivity(A.Item(1), s_painting.Id, IsAccepted: true), A.By(1)).Do(new MarkActivity(A.Item(1), s_teaching.Id, IsAccepted: false, "peripheral"), A.By(1))
            .Do(new OpenBallot(A.Ballot, [A.Item(1)], [outcome]), A.By(1)).AllVote().ClosesBallot();
        var concluded = Assert.IsType<Outcome.Ok>(meeting.Decide(new ConcludeItems([A.Item(1)], ConclusionKind.Decided, outcome), A.By(1), A.Start)).Value.OfType<ItemConcluded>().Single();
        var profile = new Profile(
            new("", "", "", HeldBefore: true, HeldPlus: false, false, false, 0), [s_painting, s_teaching], [Earned(s_painting, sold), Earned(s_teaching, 9000)], [], []);
        profile = profile with { Proofs = [.. profile.Incomes.Select(line => new Proof(new(Guid.NewGuid()), line.Id.Value, "a.pdf", "application/pdf", 1))] };
        return RulingFacts.Of(
            new(Guid.NewGuid()), meeting, concluded, new(meeting.Items[0].Planned.File!.Value, "2026-A-000001", "application", "Ysaline Grosdent", "", "fr"), s_day,
            imported ? null : profile, s_day, TheRules.InForce);
    }

    private static Activity An(string function) => new(
        new(Guid.NewGuid()), ActivityWeight.Core, "plasticArts", ActivityKind.Artistic, function, "Sans elle, rien.", new(2022, 1, 1), null, "Marées", "", "");

    private static IncomeLine Earned(Activity activity, int amount) => new(new(Guid.NewGuid()), activity.Id, 2025, amount, IncomeKind.Professional, "Marée");
}
