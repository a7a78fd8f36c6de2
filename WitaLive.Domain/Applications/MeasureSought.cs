using System.Text.Json.Serialization;

namespace WitaLive.Domain.Applications;

/// <summary>A measure that is asked for against what somebody holds, by whom and why.</summary>
/// <param name="Kind">The kind of file, which says which rule it goes by.</param>
/// <param name="Requester">A code of that rule.</param>
/// <param name="Ground">A code of that rule.</param>
/// <param name="Reasons">The facts, in the words of who asks.</param>
/// <param name="RequestedOn">The day the request was made.</param>
/// <remarks>Source: royal decree of 13 March 2023, art. 19 and 28; rules of procedure, art. 28, 30 and 47.</remarks>
public sealed record MeasureSought(string Kind, string Requester, string Ground, string Reasons, DateOnly RequestedOn)
{
    /// <summary>Unit: characters.</summary>
    public const int LongestAddress = 400;

    /// <summary>Where letters reach somebody without an account; null while nobody has said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Address { get; init; }
}
