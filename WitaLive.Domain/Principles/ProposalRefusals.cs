namespace WitaLive.Domain.Principles;

public sealed record NoSuchProposal : Refusal;

/// <summary>Somebody wrote in it, or it went on its way.</summary>
public sealed record ProposalChangedMeanwhile : Refusal;

public sealed record ProposalNotADraft : Refusal;

public sealed record ProposalNotDiscussed : Refusal;

public sealed record ProposalNotReadOver : Refusal;

public sealed record ProposalIsSettled : Refusal;

/// <summary>The meeting that dealt with it can still come back to it.</summary>
public sealed record PlenaryStillSits : Refusal;

public sealed record ProposalNotToWithdraw : Refusal;

public sealed record ProposalConcernsNothing : Refusal;

/// <summary>Another formation than the one that adopts it.</summary>
public sealed record NotForThisFormation : Refusal;

public sealed record ProposalNamesSomebody(int Places) : Refusal
{
    public override ImmutableArray<object> Gaps => [Places];
}

public sealed record ProposalTooLong(int LongestTitle, int LongestText) : Refusal
{
    public override ImmutableArray<object> Gaps => [LongestTitle, LongestText];
}

/// <param name="Language">Its code; which languages are wanted stands in the rules.</param>
public sealed record ProposalLacksLanguage(string Language) : Refusal
{
    public override ImmutableArray<object> Gaps => [Language];
}

public sealed record DomainUnknown(string Domain) : Refusal
{
    public override ImmutableArray<object> Gaps => [Domain];
}

public sealed record ActivityCodeUnusable(int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest];
}

public sealed record ActivityCodeTaken(string Code) : Refusal
{
    public override ImmutableArray<object> Gaps => [Code];
}

/// <summary>No activity of the cadastre, or no decision of principle, is called so or holds any more.</summary>
public sealed record NothingToChange(string Code) : Refusal
{
    public override ImmutableArray<object> Gaps => [Code];
}

/// <param name="Found">What names somebody, as it stands in the remark.</param>
public sealed record RemarkNamesSomebody(string Found) : Refusal
{
    public override ImmutableArray<object> Gaps => [Found];
}

public sealed record RemarkUnusable(int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest];
}

/// <summary>The plenary voted on it in this language.</summary>
public sealed record NotATranslation(string Language) : Refusal
{
    public override ImmutableArray<object> Gaps => [Language];
}

/// <summary>Until it is adopted, the proposal itself is written.</summary>
public sealed record TranslationNotYet : Refusal;

/// <summary>The text is there in this language, or is none to translate.</summary>
public sealed record TranslationNotAwaited : Refusal;

public sealed record TranslatorNotOfSecretariat : Refusal;
