using System.Diagnostics;
using WitaLive.Domain.Reports;

namespace WitaLive.Domain.Meetings;

// What the report says, put right once the meeting is over; the journal keeps what stood there before. Source: rules of procedure, art. 39.
public sealed partial record Meeting
{
    /// <summary>Chair and secretary have confirmed the report: nothing in it changes any more.</summary>
    public bool IsReportClosed { get; init; }

    /// <summary>When it was opened as it happened; null while nobody has put that right.</summary>
    public DateTimeOffset? RecordedOpening { get; init; }

    /// <summary>When it ended as it happened; null while nobody has put that right.</summary>
    public DateTimeOffset? RecordedEnd { get; init; }

    private Outcome Correct(CorrectFact correct, Actor by, DateTimeOffset at)
    {
        if (!by.IsSecretariat)
            return new OnlyTheSecretariat();
        if (!IsOver)
            return new CorrectionTooEarly();
        if (Trimmed(correct.Reason) is not { } reason)
            return new ReasonMissing();
        return correct switch
        {
            CorrectHours hours => Correct(hours, reason, at),
            CorrectPause pause => Correct(pause, reason),
            CorrectConclusion conclusion => Correct(conclusion, reason),
            CorrectHearing hearing => Correct(hearing, reason),
            CorrectGuest guest => Correct(guest, reason),
            _ => throw new UnreachableException(),
        };
    }

    private Outcome Correct(CorrectHours correct, string reason, DateTimeOffset at)
    {
        if (OpenedAt is not { } opened || EndedAt is not { } ended)
            return new MeetingNotOpen();
        if ((correct.OpenedAt, correct.EndedAt) == (opened, ended))
            return Happened();
        var fits = correct.OpenedAt < correct.EndedAt && correct.EndedAt <= at && Acts(opened, ended).All(act => correct.OpenedAt <= act && act <= correct.EndedAt);
        return fits ? Happened(new HoursCorrected(correct.OpenedAt, correct.EndedAt, reason)) : new HoursDoNotFit();
    }

    // A pause may be put right, one added that nobody noted, or one struck out that there was not: it then ends when it begins.
    private Outcome Correct(CorrectPause correct, string reason)
    {
        if (OpenedAt is not { } opened || EndedAt is not { } ended)
            return new MeetingNotOpen();
        if (correct.Pause < 0 || correct.Pause > Pauses.Length)
            return new UnknownPause();
        var (before, text) = (Pauses.ElementAtOrDefault(correct.Pause), Trimmed(correct.Text));
        if (before is null ? correct.From == correct.Until : (before.From, before.Until ?? ended, before.Reason) == (correct.From, correct.Until, text))
            return Happened();
        var others = (this with { Pauses = before is null ? Pauses : Pauses.RemoveAt(correct.Pause) }).PausesHeld;
        var fits = opened <= correct.From && correct.From <= correct.Until && correct.Until <= ended
            && others.All(other => other.Until <= correct.From || correct.Until <= other.From)
            && !Acts(opened, ended).Any(act => correct.From < act && act < correct.Until);
        return fits ? Happened(new PauseCorrected(correct.Pause, correct.From, correct.Until, text, reason)) : new PauseDoesNotFit();
    }

    // What was done before the opening (an evocation) or by the closing itself says nothing of the hours between them.
    private IEnumerable<DateTimeOffset> Acts(DateTimeOffset opened, DateTimeOffset ended) =>
        Ballots.SelectMany(b => new[] { b.OpenedAt, b.ClosedAt }.OfType<DateTimeOffset>())
            .Concat(Items.SelectMany(i => i.Hearings.Where(h => !h.Heard.IsEmpty).SelectMany(h => new[] { h.From, h.Until }.OfType<DateTimeOffset>())))
            .Concat(Items.Select(i => i.Conclusion?.At).OfType<DateTimeOffset>())
            .Where(act => (RecordedOpening ?? opened) <= act && act < (RecordedEnd ?? ended));

    private Outcome Correct(CorrectConclusion correct, string reason)
    {
        if (ItemOf(correct.Item) is not { } item)
            return new UnknownItem();
        if (item.Conclusion is not { Kind: not ConclusionKind.Decided } conclusion)
            return new DecisionsAreNotCorrected();
        if (Trimmed(correct.Text) is not { } text)
            return new TextMissing();
        return conclusion.Reason == text ? Happened() : Happened(new ConclusionCorrected(item.Id, text, reason));
    }

    private Outcome Correct(CorrectHearing correct, string reason)
    {
        if (ItemOf(correct.Item) is not { } item || correct.Hearing < 0 || correct.Hearing > item.Hearings.Length)
            return new UnknownItem();
        var heard = correct.Heard.Select(name => name.Trim()).Where(name => name.Length > 0).ToImmutableArray();
        var before = correct.Hearing < item.Hearings.Length ? item.Hearings[correct.Hearing] : null;
        if (heard.IsEmpty && before is null)
            return new TextMissing();
        if (before is not null && before.Heard.SequenceEqual(heard) && (before.From, before.Until) == (correct.From, correct.Until))
            return Happened();
        return heard.IsEmpty || (OpenedAt <= correct.From && correct.From < correct.Until && correct.Until <= EndedAt)
            ? Happened(new HearingCorrected(item.Id, correct.Hearing, heard, correct.From, correct.Until, reason))
            : new HoursDoNotFit();
    }

    private Outcome Correct(CorrectGuest correct, string reason)
    {
        if (!Guests.TryGetValue(correct.Guest, out var before))
            return new NotOnTheList();
        if (Trimmed(correct.Name) is not { } name)
            return new TextMissing();
        return before == name ? Happened() : Happened(new GuestCorrected(correct.Guest, name, reason));
    }

    // The word of both is given beside the journal; here it ends whatever could still change the record.
    private Outcome CloseTheReport(Actor by)
    {
        if (!by.IsSecretariat && !Plan!.Presiders.Any(p => p.Person == by.Person))
            return new OnlyTheChair();
        if (!IsOver)
            return new ReportIsRunning();
        return IsReportClosed ? Happened() : Happened(new ReportClosed());
    }

    private Meeting Corrected(HearingCorrected corrected) => With(corrected.Item, item =>
    {
        var hearing = new Hearing(corrected.Heard, corrected.From, corrected.Until);
        return item with { Hearings = corrected.Hearing < item.Hearings.Length ? item.Hearings.SetItem(corrected.Hearing, hearing) : item.Hearings.Add(hearing) };
    });
}
