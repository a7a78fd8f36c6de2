using System.Collections;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;

namespace WitaLive.Tests.Domain.Meetings;

/// <summary>A meeting as one text: the same for the same state, whatever order a set or a dictionary happens to have.</summary>
internal static class TheState
{
    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Meeting meeting)
    {
        var state = (JsonObject)Node(meeting)!;
        state["Seats"] = Node(meeting.Plan is null ? [] : meeting.Seats(meeting.Current).ToList());
        state["Quorum"] = Node(meeting.Plan is null ? null : meeting.Quorum(meeting.Current));
        state["InTheChair"] = Node(meeting.InTheChair);
        state.Remove("Plan"); // stands in the journal word for word
        return state.ToJsonString(s_readable) + "\n";
    }

    private static JsonNode? Node(object? value) => value switch
    {
        null => null,
        string or bool or int or long or DateTimeOffset or TimeSpan or Guid => JsonSerializer.SerializeToNode(value, value.GetType()),
        Enum => value.ToString(),
        IDictionary map => new JsonObject(map.Keys.Cast<object>()
            .Select(key => KeyValuePair.Create(Word(key), Node(map[key]))).OrderBy(pair => pair.Key, StringComparer.Ordinal)),
        IEnumerable items when IsSet(value) => new JsonArray([.. items.Cast<object>().Select(Node).OrderBy(n => n!.ToJsonString(), StringComparer.Ordinal)]),
        IEnumerable items => new JsonArray([.. items.Cast<object>().Select(Node)]),
        _ when IsWord(value) => Word(value),
        _ => new JsonObject(value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0 && p.CanRead && IsKept(p) && !CameLater(p, value))
            .OrderBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => KeyValuePair.Create(p.Name, Node(p.GetValue(value))))),
    };

    // What follows from the rest is left out of the meeting itself: it is asked for above.
    private static bool IsKept(PropertyInfo property) =>
        property.DeclaringType != typeof(Meeting) || property.CanWrite;

    // States that were written before there were marks, votes taken out, kinds, proposals, reasons for a pause, closed reports, hours or pauses put right or evocations say nothing of them; they still lead to none. What an item's stretches come to is in it.
    private static bool CameLater(PropertyInfo property, object value) => (value, property.Name) is
        (Item { Marks.IsEmpty: true }, nameof(Item.Marks)) or (Ballot { Activities.IsEmpty: true }, nameof(Ballot.Activities)) or (Ballot { Removed.IsEmpty: true }, nameof(Ballot.Removed)) or (AgendaItem { Kind: null }, nameof(AgendaItem.Kind)) or (AgendaItem { Proposal: null }, nameof(AgendaItem.Proposal)) or (Meeting { SuspendedFor: null }, nameof(Meeting.SuspendedFor)) or (Meeting { IsReportClosed: false }, nameof(Meeting.IsReportClosed))
        or (Meeting { RecordedOpening: null }, nameof(Meeting.RecordedOpening) or nameof(Meeting.RecordedEnd))
        or (Item, nameof(Item.Dealt)) || value is Meeting meeting && property.Name == nameof(Meeting.Pauses) && meeting.Pauses.All(pause => pause.Correction is null)
        || (value, property.Name) is (Conclusion { Asked: null }, nameof(Conclusion.Asked)) or (Conclusion, nameof(Conclusion.IsEvoked));

    private static bool IsSet(object value) => value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ImmutableHashSet<>);

    private static bool IsWord(object value) => value.GetType().GetInterfaces()
        .Any(i => i.IsGenericType && (i.Name.StartsWith("IId`", StringComparison.Ordinal) || i.Name.StartsWith("ICode`", StringComparison.Ordinal)))
        || value.GetType().Name == "Fraction";

    private static string Word(object value) => value is string text ? text
        : value.GetType().Name == "Fraction" ? value.ToString()!
        : value.GetType().GetProperty("Value")!.GetValue(value)!.ToString()!;
}
