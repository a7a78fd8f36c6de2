using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Meetings;

/// <summary>Whether convocations sent on a day are in time for a meeting (rules of procedure, art. 5 § 4 and 23 § 1).</summary>
/// <param name="Latest">The last day for sending with the whole notice.</param>
/// <param name="LatestUrgent">The same with the chair's approval.</param>
public sealed record NoticeStatus(DateOnly Sent, DateOnly Latest, DateOnly LatestUrgent, ImmutableArray<string> Source)
{
    public bool IsInTime => Sent <= Latest;

    public bool IsInTimeWithApproval => Sent <= LatestUrgent;

    public static NoticeStatus Of(RulesInForce rules, DateOnly sent, DateOnly meeting) => new(
        sent, rules.Notice.LatestSendingDay(meeting, urgent: false), rules.Notice.LatestSendingDay(meeting, urgent: true), rules.Notice.Source);

    public static NoticeStatus Of(RulesInForce rules, DateTimeOffset sent, DateTimeOffset meeting) => Of(rules, sent.DayInBrussels(), meeting.DayInBrussels());

    /// <summary>Why convocations may not go out that day; null when they may.</summary>
    public Refusal? WhyNot(bool approved) => this switch
    {
        { IsInTime: true } => null,
        { IsInTimeWithApproval: false } => new NoticeTooShort(LatestUrgent, Source),
        _ when !approved => new ChairApprovalMissing(Latest, Source),
        _ => null,
    };
}
