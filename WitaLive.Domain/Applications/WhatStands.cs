namespace WitaLive.Domain.Applications;

/// <summary>What its applicant may know of a file: a decision stands, and is shown, once the chair can take it back no more; and whoever was notified knows it.</summary>
public static class WhatStands
{
    /// <param name="events">The journal of the file.</param>
    /// <param name="undoFor">How long a conclusion can be undone; null when it no longer can, for the meeting is over.</param>
    /// <returns>The journal without a decision that was undone, and without one that still can be.</returns>
    public static ImmutableArray<ApplicationEvent> Of(IEnumerable<ApplicationEvent> events, DateTimeOffset now, TimeSpan? undoFor)
    {
        ArgumentNullException.ThrowIfNull(events);
        var shown = new List<ApplicationEvent>();
        foreach (var happened in events)
        {
            if (happened is ChamberUndid undid && shown.FindLastIndex(e => e is ChamberConcluded) is var at and >= 0 && shown[at] is ChamberConcluded { Answer: ChamberAnswer.Decided } decided && decided.Meeting == undid.Meeting)
                shown.RemoveAt(at);
            else
                shown.Add(happened);
        }
        var open = shown.FindIndex(shown.FindLastIndex(e => e is DecisionNotified) + 1, e => e is ChamberConcluded { Answer: ChamberAnswer.Decided } && now - e.At <= undoFor);
        return open < 0 ? [.. shown] : [.. shown.Take(open)];
    }
}
