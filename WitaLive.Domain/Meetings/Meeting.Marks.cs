using WitaLive.Domain.Applications;

namespace WitaLive.Domain.Meetings;

public sealed partial record Meeting
{
    /// <summary>Longest code of a reason, in characters.</summary>
    public const int LongestReasonCode = 64;

    // The ballot puts the whole, activities and type: from its opening on the marks stand as they are; when nothing was carried they can change.
    private Outcome Mark(MarkActivity mark, Actor by)
    {
        if (ItemOf(mark.Item) is not { Planned.File: not null } item)
            return new UnknownItem();
        if (!PresidesOver(item.Id, by))
            return new OnlyTheChair();
        if (item.Conclusion is not null)
            return new ItemConcludedAlready();
        if (Ballot is { IsRunning: true } running && running.Items.Contains(item.Id))
            return new BallotStillOpen();
        if (LastResultOn(item.Id)?.Result?.Carried is { } carried)
            return new OutcomeCarried(carried);
        var reason = mark.IsAccepted is false ? Trimmed(mark.Reason) : null;
        if (mark.IsAccepted is false && (reason is null || reason.Length > LongestReasonCode))
            return new ReasonMissing();
        var now = item.Marks.FirstOrDefault(one => one.Activity == mark.Activity);
        return (now?.IsAccepted, now?.Reason) == (mark.IsAccepted, reason) ? Happened() : Happened(new ActivityMarked(item.Id, mark.Activity, mark.IsAccepted, reason));
    }

    private Meeting Marked(ActivityMarked marked) => With(marked.Item, item => item with
    {
        Marks = [.. item.Marks.Where(one => one.Activity != marked.Activity), .. marked.IsAccepted is { } accepted ? [new ActivityMark(marked.Activity, accepted, marked.Reason)] : Array.Empty<ActivityMark>()],
    });
}
