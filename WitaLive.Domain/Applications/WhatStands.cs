using WitaLive.Domain.Rules;

namespace WitaLive.Domain.Applications;

/// <summary>What its applicant may know of a file: a decision stands, and is shown, once the chair can take it back no more; and whoever was notified knows it.</summary>
public static class WhatStands
{
    /// <param name="events">The journal of the file.</param>
    /// <param name="undoFor">How long a conclusion can be undone; null when it no longer can, for the meeting is over.</param>
    /// <returns>The journal without a decision that was undone and what was told of it, and without one that still can be.</returns>
    public static ImmutableArray<ApplicationEvent> Of(IEnumerable<ApplicationEvent> events, DateTimeOffset now, TimeSpan? undoFor)
    {
        var shown = WithoutUndone(events);
        var open = shown.FindIndex(shown.FindLastIndex(e => e is DecisionNotified) + 1, e => IsDecision(e) && now - e.At <= undoFor);
        return open < 0 ? [.. shown] : [.. shown.Take(open), .. shown.Skip(open).Where(StaysSo)];
    }

    /// <summary>Until when the chair can take back the decision of a file; null when there is none, or none that can still be taken back. Also for what was notified too soon.</summary>
    public static DateTimeOffset? UndoableUntil(IEnumerable<ApplicationEvent> events, DateTimeOffset now, TimeSpan? undoFor) =>
        undoFor is { } time && WithoutUndone(events).FindLast(IsDecision) is { } decided && now - decided.At <= time ? decided.At + time : null;

    /// <summary>Why something has to wait until the decision stands; null when it need not. Nobody is told of what the chair can still take back, neither in words nor by what they are refused.</summary>
    /// <param name="on">The day it is in Brussels.</param>
    public static Refusal? WhyWait(ImmutableArray<ApplicationEvent> events, ApplicationCommand command, Procedure rule, DateTimeOffset now, DateOnly on, TimeSpan? undoFor)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (undoFor is not { } time || UndoableUntil(events, now, undoFor) is null)
            return null;
        switch (command)
        {
            case NotifyDecision or TellRequester or ReplaceByJudgment:
                return new DecisionCanBeUndone((int)time.TotalMinutes);
            case WithdrawApplication or AnswerPoint or ConfirmHearing or ForgoHearing:
                // Refused in the words of a file on which nothing was decided yet.
                var told = Of(events, now, undoFor).Aggregate(new Application(), (application, happened) => application.Apply(happened));
                return told.Decide(command, rule, null, now, on) is Result<ImmutableArray<ApplicationEvent>>.Refused(var why) ? why
                    : command is WithdrawApplication ? new TooLateToWithdraw(rule.HoursToWithdraw) : new ApplicationIsElsewhere();
            default:
                return null;
        }
    }

    // How a person is reached does not hang on the decision.
    private static bool StaysSo(ApplicationEvent happened) => happened is AccountFound;

    private static bool IsDecision(ApplicationEvent happened) => happened is ChamberConcluded { Answer: ChamberAnswer.Decided };

    private static List<ApplicationEvent> WithoutUndone(IEnumerable<ApplicationEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var shown = new List<ApplicationEvent>();
        foreach (var happened in events)
        {
            if (happened is ChamberUndid undid && shown.FindLastIndex(e => e is ChamberConcluded) is var at and >= 0 && IsDecision(shown[at]) && ((ChamberConcluded)shown[at]).Meeting == undid.Meeting)
                shown = [.. shown.Take(at), .. shown.Skip(at).Where(StaysSo)]; // gone with what was told of it
            else
                shown.Add(happened);
        }
        return shown;
    }
}
