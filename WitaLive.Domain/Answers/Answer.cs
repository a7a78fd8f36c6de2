using System.Text.Json.Serialization;

namespace WitaLive.Domain.Answers;

[JsonConverter(typeof(JsonStringEnumConverter<AnswerKind>))]
public enum AnswerKind
{
    Present,
    Online,

    /// <summary>Does not come; the other of the duo does.</summary>
    Partner,

    Absent,
}

/// <summary>What someone who was convened says of coming.</summary>
/// <param name="Reason">Wanted of whoever is absent, kept for the secretariat; otherwise null.</param>
public sealed record Answer(PersonId Person, AnswerKind Kind, string? Reason = null)
{
    /// <summary>Longest reason. Unit: characters.</summary>
    public const int LongestReason = 300;
}

public static class AnswerKinds
{
    /// <summary>The answer of this name; null for anything else, a number too.</summary>
    public static AnswerKind? Named(string? name) => Enum.GetValues<AnswerKind>().Select(kind => (AnswerKind?)kind).FirstOrDefault(kind => kind.ToString() == name);

    /// <summary>Whether whoever says this will be there, on site or online.</summary>
    public static bool Comes(this AnswerKind kind) => kind is AnswerKind.Present or AnswerKind.Online;
}

/// <summary>The meeting as far as an answer to its convocation depends on it.</summary>
/// <param name="HasBegun">Opened, closed or adjourned, whatever the hour.</param>
/// <param name="IsOnlineToo">Its convocation offers to take part online.</param>
public sealed record Asking(DateTimeOffset StartsAt, bool HasBegun, bool IsOnlineToo)
{
    /// <summary>Answers are given and changed until the start that the convocation names.</summary>
    public bool IsOpenAt(DateTimeOffset now) => !HasBegun && now < StartsAt;
}
