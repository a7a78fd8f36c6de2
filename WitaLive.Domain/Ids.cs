using System.Text.Json;
using System.Text.Json.Serialization;

namespace WitaLive.Domain;

/// <summary>An identifier of its own type round one <see cref="Guid"/>.</summary>
public interface IId<TSelf> where TSelf : struct, IId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

/// <summary>A word that rule data defines and code only compares: a group, a formation, a choice.</summary>
public interface ICode<TSelf> where TSelf : struct, ICode<TSelf>
{
    string Value { get; }

    static abstract TSelf From(string value);
}

[JsonConverter(typeof(IdConverter<MeetingId>))]
public readonly record struct MeetingId(Guid Value) : IId<MeetingId>
{
    public static MeetingId From(Guid value) => new(value);
}

[JsonConverter(typeof(IdConverter<ChamberId>))]
public readonly record struct ChamberId(Guid Value) : IId<ChamberId>
{
    public static ChamberId From(Guid value) => new(value);
}

/// <summary>One voice in the Commission, held by two people in turn.</summary>
[JsonConverter(typeof(IdConverter<SeatId>))]
public readonly record struct SeatId(Guid Value) : IId<SeatId>
{
    public static SeatId From(Guid value) => new(value);
}

[JsonConverter(typeof(IdConverter<MandateId>))]
public readonly record struct MandateId(Guid Value) : IId<MandateId>
{
    public static MandateId From(Guid value) => new(value);
}

[JsonConverter(typeof(IdConverter<PersonId>))]
public readonly record struct PersonId(Guid Value) : IId<PersonId>
{
    public static PersonId From(Guid value) => new(value);
}

/// <summary>One line of an agenda.</summary>
[JsonConverter(typeof(IdConverter<ItemId>))]
public readonly record struct ItemId(Guid Value) : IId<ItemId>
{
    public static ItemId From(Guid value) => new(value);
}

/// <summary>An applicant's file. The same file may stand on several agendas in turn.</summary>
[JsonConverter(typeof(IdConverter<FileId>))]
public readonly record struct FileId(Guid Value) : IId<FileId>
{
    public static FileId From(Guid value) => new(value);
}

/// <summary>A decision of principle or a change of the cadastre that is proposed to the plenary.</summary>
[JsonConverter(typeof(IdConverter<ProposalId>))]
public readonly record struct ProposalId(Guid Value) : IId<ProposalId>
{
    public static ProposalId From(Guid value) => new(value);
}

[JsonConverter(typeof(IdConverter<BallotId>))]
public readonly record struct BallotId(Guid Value) : IId<BallotId>
{
    public static BallotId From(Guid value) => new(value);
}

/// <summary>Made by the sender of a vote: the same id sent again is the same vote.</summary>
[JsonConverter(typeof(IdConverter<VoteId>))]
public readonly record struct VoteId(Guid Value) : IId<VoteId>
{
    public static VoteId From(Guid value) => new(value);
}

/// <summary>Experts, administrations, unions, employers, communities: whatever data/rules/composition.json names.</summary>
[JsonConverter(typeof(CodeConverter<GroupCode>))]
public readonly record struct GroupCode(string Value) : ICode<GroupCode>
{
    public static GroupCode From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>Restricted, enlarged, plenary: whatever data/rules/composition.json names.</summary>
[JsonConverter(typeof(CodeConverter<FormationCode>))]
public readonly record struct FormationCode(string Value) : ICode<FormationCode>
{
    public static FormationCode From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>In what quality someone may preside: chair, substituteChair, president, vicePresident, jurist (data/rules/quorum.json).</summary>
[JsonConverter(typeof(CodeConverter<ChairRole>))]
public readonly record struct ChairRole(string Value) : ICode<ChairRole>
{
    public static ChairRole From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>Writes an id as its bare text, also where it is the key of a dictionary.</summary>
public sealed class IdConverter<TId> : JsonConverter<TId> where TId : struct, IId<TId>
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TId.From(reader.GetGuid());

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    public override TId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TId.From(Guid.Parse(reader.GetString()!));

    public override void WriteAsPropertyName(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value.ToString());
}

/// <summary>Writes a code as its bare word, also where it is the key of a dictionary.</summary>
public sealed class CodeConverter<TCode> : JsonConverter<TCode> where TCode : struct, ICode<TCode>
{
    public override TCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TCode.From(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, TCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    public override TCode ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TCode.From(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, TCode value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);
}
