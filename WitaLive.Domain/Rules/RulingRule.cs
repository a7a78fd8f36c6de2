namespace WitaLive.Domain.Rules;

/// <summary>Why a decision is what it is: a code with its words in data/names.json.</summary>
/// <param name="Outcomes">The outcomes it can stand under.</param>
public sealed record RulingReason(string Code, ImmutableArray<string> Outcomes, ImmutableArray<string> Source)
{
    public ImmutableArray<string> Outcomes { get; } = Outcomes.IsDefaultOrEmpty ? throw new ArgumentException($"The reason {Code} stands under no outcome.", nameof(Outcomes)) : Outcomes;
}

/// <summary>How reasoned decisions are read over, signed and notified.</summary>
/// <param name="ReadOneIn">One decision in so many, drawn by lot, is read over by a second person. Nothing in the texts: a setting.</param>
/// <param name="Signers">The offices that sign without being asked to; everyone else by delegation, and only what they took part in.</param>
/// <param name="AppealSource">The articles on the internal appeal, <paramref name="CourtSource"/> those on the court.</param>
/// <param name="MonthsToCourt">For the labour court, from the notification. Unit: months.</param>
/// <param name="DaysUnread">After so many days unread in the eBox a letter goes by post. Unit: calendar days.</param>
/// <param name="Registered">Outcomes whose letter goes by registered post.</param>
/// <remarks>Source: law of 16 December 2022, art. 5 and 6; rules of procedure, art. 26, 32 and 42.</remarks>
public sealed record RulingRule(
    DateOnly From, int ReadOneIn, ImmutableArray<ChairRole> Signers, ImmutableArray<string> AppealSource, int MonthsToCourt, ImmutableArray<string> CourtSource, int DaysUnread, ImmutableArray<string> Registered,
    ImmutableArray<RulingReason> Reasons, ImmutableArray<string> Source) : IDated
{
    internal const string File = "rulings.json";

    public int ReadOneIn { get; } = ReadOneIn >= 1 ? ReadOneIn : throw new ArgumentException("One in less than one cannot be drawn.", nameof(ReadOneIn));

    public ImmutableArray<ChairRole> Signers { get; } = Signers.IsDefaultOrEmpty ? throw new ArgumentException("Nobody could sign.", nameof(Signers)) : Signers;

    public int MonthsToCourt { get; } = MonthsToCourt >= 1 ? MonthsToCourt : throw new ArgumentException("Nobody could go to court.", nameof(MonthsToCourt));

    public int DaysUnread { get; } = DaysUnread >= 0 ? DaysUnread : throw new ArgumentException("A number of days is negative.", nameof(DaysUnread));

    public RulingReason? Find(string code) => Reasons.FirstOrDefault(reason => reason.Code == code);

    /// <summary>The reasons that can stand under an outcome.</summary>
    public IEnumerable<RulingReason> ReasonsOf(string outcome) => Reasons.Where(reason => reason.Outcomes.Contains(outcome));
}
