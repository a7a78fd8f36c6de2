namespace WitaLive.Domain.Meetings;

// What people type.
public sealed partial record Meeting
{
    /// <summary>The command with what was typed in it as it may be kept: the journal and the report show it to others.</summary>
    private static MeetingCommand Read(MeetingCommand command) => command switch
    {
        SuspendMeeting { Reason: { } reason } suspend => suspend with { Reason = FreeText.Of(reason) },
        CloseMeeting { Reason: { } reason } close => close with { Reason = FreeText.Of(reason) },
        ConcludeItems { Reason: { } reason } conclude => conclude with { Reason = FreeText.Of(reason) },
        CorrectAttendance correct => correct with { Reason = FreeText.Of(correct.Reason) },
        CorrectPause correct => correct with { Text = correct.Text is { } text ? FreeText.Of(text) : null, Reason = FreeText.Of(correct.Reason) },
        CorrectConclusion correct => correct with { Text = FreeText.Of(correct.Text), Reason = FreeText.Of(correct.Reason) },
        CorrectHearing correct => correct with { Heard = [.. correct.Heard.Select(OneLine.Of)], Reason = FreeText.Of(correct.Reason) },
        CorrectGuest correct => correct with { Name = OneLine.Of(correct.Name), Reason = FreeText.Of(correct.Reason) },
        CorrectFact correct => correct with { Reason = FreeText.Of(correct.Reason) },
        EvokeItem evoke => evoke with { Reason = FreeText.Of(evoke.Reason), Asked = evoke.Asked is { } asked ? FreeText.Of(asked) : null },
        AnnulBallot annul => annul with { Reason = FreeText.Of(annul.Reason) },
        TakeNote note => note with { Text = FreeText.Of(note.Text) },
        AddUrgentItem urgent => new AddUrgentItem(Read(urgent.Item), FreeText.Of(urgent.Reason)),
        ProposeItem propose => new ProposeItem(Read(propose.Item)),
        SignInGuest guest => guest with { Name = OneLine.Of(guest.Name) },
        StartHearing start => start with { Heard = [.. start.Heard.Select(OneLine.Of)] },
        _ => command,
    };

    private static AgendaItem Read(AgendaItem item) => item with { Titles = item.Titles.ToImmutableSortedDictionary(t => t.Key, t => OneLine.Of(t.Value)) };
}
