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

/// <param name="Found">What names somebody, as it stands in the text.</param>
public sealed record InterpretationNamesSomebody(string Found) : Refusal
{
    public override ImmutableArray<object> Gaps => [Found];
}
