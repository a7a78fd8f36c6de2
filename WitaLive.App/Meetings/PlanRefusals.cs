using WitaLive.Domain;

namespace WitaLive.App.Meetings;

// Why a meeting cannot be planned, changed or convened as someone asks.

public sealed record NoSuchMeeting : Refusal;

public sealed record PlanIsSettled : Refusal;

/// <summary>Someone else saved other facts since these were shown.</summary>
public sealed record FactsChangedMeanwhile : Refusal;

/// <summary>Someone else put the agenda in another order since it was shown.</summary>
public sealed record AgendaChangedMeanwhile : Refusal;

/// <summary>Nothing was saved: it would write to so many people, and whoever saves is asked first.</summary>
public sealed record WouldTell(int ByMail, int OnPaper) : Refusal
{
    public override ImmutableArray<object> Gaps => [ByMail, OnPaper];
}

public sealed record ChamberNotChosen : Refusal;

public sealed record DayNotGiven : Refusal;

public sealed record HourNotGiven : Refusal;

public sealed record StartsInThePast : Refusal;

public sealed record DayFarOff(int YearsAhead) : Refusal
{
    public override ImmutableArray<object> Gaps => [YearsAhead];
}

public sealed record DurationUnusable(int Least, int Most) : Refusal
{
    public override ImmutableArray<object> Gaps => [Least, Most];
}

public sealed record PlaceMissing(int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest];
}

public sealed record OnlineAddressUnusable : Refusal;

/// <summary>Not a meeting of that chamber that failed for want of a quorum, or it has its second convocation already.</summary>
public sealed record NoSecondConvocation : Refusal;

public sealed record SecondNotThatDay(DateOnly First, DateOnly Latest) : Refusal
{
    public override ImmutableArray<object> Gaps => [First, Latest];
}

public sealed record NoticeTooShort(DateOnly Latest, ImmutableArray<string> Source) : Refusal
{
    public override ImmutableArray<object> Gaps => [Latest, new Articles(Source)];
}

public sealed record ChairApprovalMissing(DateOnly Latest, ImmutableArray<string> Source) : Refusal
{
    public override ImmutableArray<object> Gaps => [Latest, new Articles(Source)];
}

public sealed record NotAChairOfThisMeeting : Refusal;

public sealed record ConvenedAlready : Refusal;

public sealed record ConveneTimeUnusable : Refusal;

public sealed record AgendaEmpty : Refusal;

/// <summary>It was sent to the members, and the time for additions is over.</summary>
public sealed record AgendaClosed(DateOnly Latest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Latest];
}

public sealed record CancelReasonMissing(int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest];
}

public sealed record FileNotReady(string Number) : Refusal
{
    public override ImmutableArray<object> Gaps => [Number];
}

/// <param name="Most">Unit: characters.</param>
public sealed record TitleTooLong(string Language, int Most) : Refusal
{
    public override ImmutableArray<object> Gaps => [Language, Most];
}

public sealed record TitleMissing(string Language) : Refusal
{
    public override ImmutableArray<object> Gaps => [Language];
}

public sealed record NoSuchItem : Refusal;

/// <summary>Its place says where it went, and others were told its number.</summary>
public sealed record ItemWasReferred : Refusal;

public sealed record HourOutsideMeeting(string From, string Until) : Refusal
{
    public override ImmutableArray<object> Gaps => [From, Until];
}

public sealed record RequesterNotMember : Refusal;

public sealed record RequestInFuture : Refusal;

public sealed record RequestTooLate(DateOnly Latest, ImmutableArray<string> Source) : Refusal
{
    public override ImmutableArray<object> Gaps => [Latest, new Articles(Source)];
}

/// <summary>A text for a meeting whose members have to have it earlier.</summary>
public sealed record PaperTooLate(DateOnly Latest, ImmutableArray<string> Source) : Refusal
{
    public override ImmutableArray<object> Gaps => [Latest, new Articles(Source)];
}

/// <summary>A draft that the members would not have long enough; a point of which anybody may still speak.</summary>
public sealed record DraftTooLate(DateOnly Latest, ImmutableArray<string> Source) : Refusal
{
    public override ImmutableArray<object> Gaps => [Latest, new Articles(Source)];
}

/// <summary>A decision of principle or an activity that the members would not have long enough. In the meeting itself nobody can add it: its text would be nobody's to read.</summary>
public sealed record ProposalTooLate(DateOnly Latest, ImmutableArray<string> Source) : Refusal
{
    public override ImmutableArray<object> Gaps => [Latest, new Articles(Source)];
}
