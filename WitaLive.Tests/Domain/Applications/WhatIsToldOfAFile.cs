using WitaLive.Domain.Applications;

namespace WitaLive.Tests.Domain.Applications;

public class WhatIsToldOfAFile
{
    private static readonly DateTimeOffset s_now = new(2027, 1, 5, 14, 0, 0, TimeSpan.Zero);
    private static readonly WitaLive.Domain.MeetingId s_meeting = new(Guid.NewGuid());

    [Theory] // seconds since the decision, of ten minutes; whether it is told
    [InlineData(0, false), InlineData(600, false), InlineData(601, true)]
    public void Is_a_decision_that_stands(int seconds, bool isTold)
    {
        ApplicationEvent[] journal = [new ChamberConcluded(s_meeting, ChamberAnswer.Referred, null, null) { At = s_now.AddDays(-9) }, Decided(s_now.AddSeconds(-seconds))];

        Assert.Equal(isTold ? 2 : 1, WhatStands.Of(journal, s_now, TimeSpan.FromMinutes(10)).Length);
        Assert.Equal(2, WhatStands.Of(journal, s_now, null).Length); // the meeting is over
    }

    [Fact]
    public void Is_a_decision_of_which_the_applicant_was_notified()
    {
        var notified = new DecisionNotified(new(2027, 1, 5)) { At = s_now };

        Assert.Equal(2, WhatStands.Of([Decided(s_now.AddSeconds(-5)), notified], s_now, TimeSpan.FromMinutes(10)).Length);
        Assert.Equal(2, WhatStands.Of([Decided(s_now.AddSeconds(-9)), notified, Decided(s_now.AddSeconds(-5))], s_now, TimeSpan.FromMinutes(10)).Length); // decided anew, and not told of that yet
    }

    [Fact]
    public void Is_never_a_decision_that_was_undone()
    {
        ApplicationEvent[] journal = [Decided(s_now.AddDays(-1)), new ChamberUndid(s_meeting) { At = s_now.AddDays(-1) }];

        Assert.Empty(WhatStands.Of(journal, s_now, TimeSpan.FromMinutes(10)));
    }

    [Fact] // it was noted once within the minutes of the chair
    public void Is_no_notification_of_what_was_undone()
    {
        ApplicationEvent[] journal = [Decided(s_now.AddDays(-1)), new DecisionNotified(new(2027, 1, 4)) { At = s_now.AddDays(-1) }, new ChamberUndid(s_meeting) { At = s_now.AddDays(-1) }];

        Assert.Empty(WhatStands.Of(journal, s_now, TimeSpan.FromMinutes(10)));
        Assert.Single(WhatStands.Of([.. journal, Decided(s_now.AddHours(-1))], s_now, TimeSpan.FromMinutes(10)));
    }

    [Theory, InlineData(600, true), InlineData(601, false)]
    public void Can_be_undone_for_some_minutes_whoever_was_notified_meanwhile(int seconds, bool canBeUndone)
    {
        ApplicationEvent[] journal = [Decided(s_now.AddSeconds(-seconds)), new DecisionNotified(new(2027, 1, 5)) { At = s_now }];

        Assert.Equal(canBeUndone ? s_now.AddSeconds(600 - seconds) : null, WhatStands.UndoableUntil(journal, s_now, TimeSpan.FromMinutes(10)));
        Assert.Null(WhatStands.UndoableUntil(journal, s_now, null));
        foreach (ApplicationCommand command in (ApplicationCommand[])[new NotifyDecision(new(2027, 1, 5)), new TellRequester(new(2027, 1, 5)), new ReplaceByJudgment("plus", "Tribunal", new(2027, 1, 5))])
            Assert.Equal(canBeUndone ? new DecisionCanBeUndone(10) : null, WhatStands.WhyWait([.. journal], command, TheRules.InForce.Procedure, s_now, new(2027, 1, 5), TimeSpan.FromMinutes(10)));
    }

    private static ChamberConcluded Decided(DateTimeOffset at) => new(s_meeting, ChamberAnswer.Decided, "plus", null) { At = at };
}
