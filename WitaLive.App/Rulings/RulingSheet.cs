using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Rules;
using WitaLive.Domain.Rulings;

namespace WitaLive.App.Rulings;

/// <summary>A decision in the list of its meeting.</summary>
/// <param name="Version">Of what the reader signs from the list.</param>
/// <param name="MaySign">Whether the reader may sign it, once it is there to be signed.</param>
public sealed record RulingLine(Guid Id, int Version, string Reference, string Applicant, string Outcome, RulingStage Stage, bool IsReplaced, DateTimeOffset? SentAt, bool MaySign)
{
    /// <summary>One of its reasons is denied by the sums in its letter, and nobody has signed it yet.</summary>
    public bool IsDenied { get; init; }

    public bool CanSign => MaySign && Stage is RulingStage.ToSign;
}

/// <summary>The decisions of a meeting.</summary>
/// <param name="Undrafted">Files that the meeting decided and on which nothing is drafted.</param>
/// <param name="IsSigner">Holds an office that signs, and may let others do so.</param>
/// <param name="Delegates">Who signs by delegation.</param>
/// <param name="Candidates">Who took part and could.</param>
public sealed record MeetingRulings(
    PlannedMeeting Meeting, ImmutableArray<RulingLine> Lines, int Undrafted, bool IsSecretariat, bool IsSigner, ImmutableArray<(PersonId Id, string Name)> Delegates, ImmutableArray<(PersonId Id, string Name)> Candidates)
{
    public IEnumerable<RulingLine> ToSend => Lines.Where(line => line is { Stage: RulingStage.Locked, SentAt: null, IsReplaced: false });
}

/// <summary>The decision that corrects another one.</summary>
/// <param name="IsSigned">Before, it is only being written.</param>
/// <param name="IsOfCourt">It carries out a judgment, which took the place of the other one whether this is signed or not.</param>
public sealed record RulingAfter(Guid Id, bool IsSigned, bool IsOfCourt);

/// <summary>A decision on one screen: its facts, what is written beside them, and the letter it makes.</summary>
/// <param name="Document">As signed; before, as it would be.</param>
/// <param name="Rule">Of the day of the decision.</param>
/// <param name="ReplacedBy">The correction of it, once it is begun.</param>
/// <param name="WhyNotSign">Null when the reader may sign it now.</param>
public sealed record RulingSheet(
    Ruling Ruling, RulingFacts Facts, RulingText Text, RulingDocument Document, ImmutableArray<(RulingFinding Finding, string By)> Findings, RulingRule Rule, RulingAfter? ReplacedBy,
    Refusal? WhyNotSign, bool IsSecretariat, bool MayReadOver)
{
    /// <summary>What a judgment can say of such a file.</summary>
    public ImmutableArray<string> Outcomes { get; init; } = [];

    /// <summary>The reasons that the sums in the same letter deny, for whoever reads it before it is signed.</summary>
    public ImmutableArray<string> Denied => Ruling.Stage is RulingStage.Locked ? [] : [.. Text.Reasons.Where(Facts.IsDenied)];

    /// <summary>Where its file is read; null for a file that only agendas know, and for who may not read it.</summary>
    public string? FileAddress { get; init; }

    /// <summary>Whether only agendas know the file: then nothing of it is to be read.</summary>
    public bool IsOnAgendasOnly { get; init; }

    /// <summary>How its letter reaches the applicant; null before it is sent.</summary>
    public Delivery? Delivery { get; init; }

    /// <summary>Whether to offer that a second reader be asked for. Before it is handed in whatever the lot says, which would show by it.</summary>
    public bool CanAsk => (IsSecretariat || MayReadOver) && Ruling is { Stage: not RulingStage.Locked, IsAsked: false } and not { Stage: not RulingStage.Drafted, IsDrawn: true };

    /// <summary>Whether a correction that was begun can be dropped again. What a court judged cannot.</summary>
    public bool CanDrop => IsSecretariat && Ruling is { Stage: RulingStage.Drafted, Correction: not null };

    /// <summary>Whether a judgment can be recorded in its place; or, while it carries out another one and is not signed, in the place of that.</summary>
    public bool CanJudge => IsSecretariat && !Outcomes.IsEmpty && ReplacedBy is null && (Ruling.Stage is RulingStage.Locked || Ruling.IsOfCourt);

    public bool CanWrite => IsSecretariat && Ruling.Stage is RulingStage.Drafted;
}

/// <summary>A letter in the hands of whom it was written to.</summary>
/// <param name="Document">Null when what is kept is no longer what was signed: nobody reads that for a decision.</param>
public sealed record OwnLetter(Guid Id, FileId File, RulingDocument? Document, DateTimeOffset SentAt, bool IsReplaced, Guid? PaperId);

/// <summary>What anyone may know of a letter whose code they were shown.</summary>
/// <param name="File">Whose attestation, if it grants one, is looked at with it: the decision is the attestation.</param>
public sealed record GenuineLetter(FileId File, string Reference, string Outcome, DateOnly SignedOn, bool IsReplaced);
