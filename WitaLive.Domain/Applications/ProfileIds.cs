using System.Text.Json.Serialization;

namespace WitaLive.Domain.Applications;

[JsonConverter(typeof(IdConverter<ActivityId>))]
public readonly record struct ActivityId(Guid Value) : IId<ActivityId>
{
    public static ActivityId From(Guid value) => new(value);
}

[JsonConverter(typeof(IdConverter<IncomeId>))]
public readonly record struct IncomeId(Guid Value) : IId<IncomeId>
{
    public static IncomeId From(Guid value) => new(value);
}

[JsonConverter(typeof(IdConverter<InactivityId>))]
public readonly record struct InactivityId(Guid Value) : IId<InactivityId>
{
    public static InactivityId From(Guid value) => new(value);
}

[JsonConverter(typeof(IdConverter<ProofId>))]
public readonly record struct ProofId(Guid Value) : IId<ProofId>
{
    public static ProofId From(Guid value) => new(value);
}

/// <summary>One question put to an applicant.</summary>
[JsonConverter(typeof(IdConverter<PointId>))]
public readonly record struct PointId(Guid Value) : IId<PointId>
{
    public static PointId From(Guid value) => new(value);
}
