using System.Text.Json;
using System.Text.Json.Serialization;

namespace WitaLive.Domain;

/// <summary>Writes a choice among named possibilities as its word (inBase, atLeast); a number in its place is refused.</summary>
public sealed class WordConverter<TWord>() : JsonStringEnumConverter<TWord>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TWord : struct, Enum;
