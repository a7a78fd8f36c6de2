namespace WitaLive.App.Letters;

/// <summary>The fields there are, and which letter has which.</summary>
public static class LetterFields
{
    public const string Agenda = "meeting.agenda";
    public const string AnswerLink = "answer.link";
    public const string SubstituteCalled = "substitute.called";
    public const string Calls = "quorum.calls";
    public const string Lacking = "quorum.lacking";
    public const string NotConvened = "quorum.notconvened";
    public const string Proxy = "quorum.proxy";

    /// <summary>Those that say several lines, as Markdown; everything else is text.</summary>
    public static ImmutableArray<string> Lists { get; } = [Agenda, Calls];

    private static readonly ImmutableArray<string> s_always =
    [
        "meeting.convocation", "meeting.second", "meeting.title", "meeting.day", "meeting.date", "meeting.start", "meeting.end", "meeting.mode", "meeting.place", "meeting.online",
        Agenda, "meeting.files", "meeting.page", "meeting.room", "receiver.name", "site.address",
    ];

    /// <summary>Place, day, hour, agenda, mode and «second convocation» have to be in a convocation (rules of procedure, art. 4, 5 § 5, 17 § 2 and 20 § 2).</summary>
    private static readonly ImmutableArray<string> s_wanted =
        ["meeting.second", "meeting.day", "meeting.start", "meeting.mode", "meeting.place", "meeting.online", Agenda, AnswerLink];

    /// <summary>What may stand in a letter, in the order in which it is offered.</summary>
    public static ImmutableArray<string> Of(LetterKind kind) => [.. s_always, .. kind switch
    {
        LetterKind.Invitation => [AnswerLink, SubstituteCalled],
        LetterKind.Reminder => [AnswerLink],
        LetterKind.Substitution => [AnswerLink, "partner.name"],
        LetterKind.Change => [AnswerLink, "before.day", "before.start"],
        LetterKind.Cancellation => ["cancel.reason"],
        LetterKind.Release => ["partner.name"],
        LetterKind.ProxyOffer => ["proxy.page", "partner.name"],
        LetterKind.Alarm => ["seat.members", "seat.group"],
        LetterKind.QuorumAlarm => [Lacking, Calls],
        LetterKind.QuorumCall => [AnswerLink, Lacking, NotConvened, Proxy, "proxy.page"],
        _ => ImmutableArray<string>.Empty,
    }];

    /// <summary>What has to stand in a letter.</summary>
    public static ImmutableArray<string> WantedIn(LetterKind kind) => kind switch
    {
        LetterKind.Invitation or LetterKind.Substitution => s_wanted,
        LetterKind.Reminder => ["meeting.day", "meeting.start", AnswerLink],
        LetterKind.Change => ["meeting.day", "meeting.start", "meeting.mode", "meeting.place", "meeting.online"],
        LetterKind.Cancellation => ["meeting.day", "cancel.reason"],
        LetterKind.ProxyOffer => ["meeting.day", "proxy.page"],
        LetterKind.Alarm => ["meeting.day", "seat.members"],
        LetterKind.QuorumAlarm => ["meeting.day", Lacking, Calls],
        LetterKind.QuorumCall => ["meeting.day", "meeting.start", Lacking, AnswerLink],
        _ => ["meeting.day"],
    };
}
