using WitaLive.Domain;

namespace WitaLive.App.Interpretation;

public sealed record NoSuchInterpretation : Refusal;

public sealed record InterpretationIsEmpty(int LongestTitle, int LongestText) : Refusal
{
    public override ImmutableArray<object> Gaps => [LongestTitle, LongestText];
}

public sealed record InterpretationAnswerIsEmpty(int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest];
}

public sealed record InterpretationIsAnswered : Refusal;

/// <summary>The family name of whom the file is about stands in the text in small letters: a word, or the person.</summary>
/// <param name="Found">As it stands there; whoever writes says whether it is the word.</param>
public sealed record InterpretationMayName(string Found) : Refusal
{
    public override ImmutableArray<object> Gaps => [Found];
}

/// <param name="Found">What names somebody, as it stands in the text.</param>
public sealed record InterpretationNamesSomebody(string Found) : Refusal
{
    public override ImmutableArray<object> Gaps => [Found];
}
