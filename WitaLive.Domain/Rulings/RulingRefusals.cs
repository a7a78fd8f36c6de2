namespace WitaLive.Domain.Rulings;

public sealed record NoSuchRuling : Refusal;

public sealed record NoSuchActivity : Refusal;

public sealed record RulingIsSigned : Refusal;

public sealed record RulingIsHandedIn : Refusal;

public sealed record RulingNotHandedIn : Refusal;

public sealed record RulingWithoutReasons : Refusal;

public sealed record ReasonOfAnotherOutcome : Refusal;

public sealed record RulingNotToRead : Refusal;

public sealed record ReaderWroteIt : Refusal;

public sealed record FindingMissing : Refusal;

public sealed record RulingNotToSign : Refusal;

public sealed record NotYoursToSign : Refusal;

public sealed record DelegateTookNoPart : Refusal;

/// <summary>Somebody wrote in it meanwhile.</summary>
public sealed record RulingChangedMeanwhile : Refusal;

/// <summary>Nobody signs or judges fit to be signed what they were not shown.</summary>
public sealed record RulingNotAsShown : Refusal;

public sealed record CorrectionNeedsReason(int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest];
}

/// <summary>Only what is signed is corrected, and only once: the correction is corrected next.</summary>
public sealed record NotToCorrect : Refusal;

/// <summary>Not a correction, or no longer being written.</summary>
public sealed record NotToDrop : Refusal;

public sealed record RulingTextTooLong(int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest];
}
