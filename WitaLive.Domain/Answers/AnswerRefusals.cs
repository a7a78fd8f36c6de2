namespace WitaLive.Domain.Answers;

// Why an answer or a proxy is not taken.

public sealed record NotConvened : Refusal;

public sealed record AnswerTooLate : Refusal;

public sealed record OnlineNotOffered : Refusal;

public sealed record NoPartner : Refusal;

public sealed record AbsenceReasonMissing(int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest];
}

public sealed record OnlyTheEffectiveGives : Refusal;

public sealed record DuoNotAway : Refusal;

public sealed record ProxyGivenAlready : Refusal;
