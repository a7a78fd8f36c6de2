using WitaLive.Domain.Rules;

namespace WitaLive.Domain.Rulings;

public enum RulingStage
{
    Drafted,

    /// <summary>Handed in; the lot or the case wants a second reader.</summary>
    ToRead,
    ToSign,

    /// <summary>Nothing changes any more.</summary>
    Locked,
}

/// <summary>Why somebody may sign.</summary>
/// <param name="Office">The office held that day; null for none.</param>
/// <param name="IsDelegate">Asked by whoever holds an office to sign the decisions of that meeting.</param>
public sealed record SigningRight(ChairRole? Office, bool IsDelegate);

/// <summary>How far a reasoned decision is, and who may take it further.</summary>
/// <param name="Writers">Everyone who wrote in it.</param>
/// <param name="IsDrawn">The lot fell on it.</param>
/// <param name="IsAsked">Somebody asked for a second reader.</param>
/// <remarks>Source: rules of procedure, art. 26 § 6 and 42; the second reader is a practice, not a rule.</remarks>
public sealed record RulingProgress(RulingStage Stage, ImmutableArray<PersonId> Writers, bool IsDrawn, bool IsAsked)
{
    public Refusal? WhyNotWrite() => Stage switch
    {
        RulingStage.Drafted => null,
        RulingStage.Locked => new RulingIsSigned(),
        _ => new RulingIsHandedIn(),
    };

    /// <summary>Where it goes once handed in. What was read, taken back and handed in anew is read again.</summary>
    public RulingStage AfterHandingIn => IsDrawn || IsAsked ? RulingStage.ToRead : RulingStage.ToSign;

    public Refusal? WhyNotHandIn(RulingText text, RulingFacts facts)
    {
        ArgumentNullException.ThrowIfNull(text);
        return WhyNotWrite() ?? text.WhyNotEnough(facts);
    }

    /// <summary>Why it cannot go back to whoever writes.</summary>
    public Refusal? WhyNotTakeBack() => Stage switch
    {
        RulingStage.Locked => new RulingIsSigned(),
        RulingStage.Drafted => new RulingNotHandedIn(),
        _ => null,
    };

    /// <summary>Why no second reader can be asked for: it is signed.</summary>
    public Refusal? WhyNotAsk() => Stage is RulingStage.Locked ? new RulingIsSigned() : null;

    /// <param name="agrees">The reader finds it fit to be signed; otherwise it goes back, with what was found.</param>
    public Refusal? WhyNotRead(PersonId reader, bool agrees, string finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (Stage is not RulingStage.ToRead)
            return Stage is RulingStage.Locked ? new RulingIsSigned() : new RulingNotToRead();
        if (Writers.Contains(reader))
            return new ReaderWroteIt();
        return finding.Length > RulingText.Longest ? new RulingTextTooLong(RulingText.Longest)
            : !agrees && string.IsNullOrWhiteSpace(finding) ? new FindingMissing() : null;
    }

    /// <summary>Why this person cannot sign it: the President signs, or a delegate who took part in the decision (rules of procedure, art. 42).</summary>
    public Refusal? WhyNotSign(PersonId person, SigningRight right, RulingFacts facts, RulingRule rule)
    {
        ArgumentNullException.ThrowIfNull(right);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(rule);
        if (Stage is RulingStage.Locked)
            return new RulingIsSigned();
        if (Stage is not RulingStage.ToSign)
            return new RulingNotToSign();
        if (right.Office is { } office && rule.Signers.Contains(office))
            return null;
        return !right.IsDelegate ? new NotYoursToSign() : facts.TookPart(person) ? null : new DelegateTookNoPart();
    }
}
