using System.Text.Json;
using WitaLive.App.Controls;
using WitaLive.Domain;
using WitaLive.Domain.Decisions;

namespace WitaLive.App.Simulators;

/// <summary>Reads a request's JSON into a form, and names each field that is not what the contract says.</summary>
internal sealed partial class JsonForm(IEnumerable<GroupCode> groups, FieldErrors errors)
{
    private delegate void Reading(JsonElement value, string field);

    public QuorumForm ReadQuorum(JsonElement root)
    {
        var form = new QuorumForm();
        var known = new Dictionary<string, Reading>
        {
            ["formation"] = (value, field) => form.Formation = Text(value, field),
            ["chair"] = (value, field) => form.Chair = Text(value, field),
            ["secondConvocation"] = (value, field) => form.SecondConvocation = YesOrNo(value, field),
        };
        foreach (var group in groups)
            known[group.Value] = (value, field) => form.Seats[group] = Number(value, field);
        Object(root, "", known);
        return form;
    }

    public DecisionForm ReadDecision(JsonElement root)
    {
        var form = new DecisionForm();
        Object(root, "", new()
        {
            ["formation"] = (value, field) => form.Formation = Text(value, field),
            ["groups"] = (value, field) => Object(value, field, groups.ToDictionary(
                group => group.Value, group => (Reading)((votes, name) => form.Groups[group] = ReadVotes(votes, name)))),
            ["policy"] = (value, field) => Object(value, field, new()
            {
                ["abstention"] = (word, name) => form.Abstention = Word<AbstentionPolicy>(word, name),
                ["absentGroup"] = (word, name) => form.AbsentGroup = Word<AbsentGroupPolicy>(word, name),
                ["split"] = (word, name) => form.Split = Word<SplitPolicy>(word, name),
                ["comparison"] = (word, name) => form.Comparison = Word<ComparisonPolicy>(word, name),
                ["abstentionBreaksUnanimity"] = (word, name) => form.AbstentionBreaksUnanimity = YesOrNo(word, name),
            }),
        });
        return form;
    }

    public NoticeForm ReadNotice(JsonElement root)
    {
        var form = new NoticeForm();
        Object(root, "", new()
        {
            ["meetingOn"] = (value, field) => form.MeetingOn = Day(value, field),
            ["urgent"] = (value, field) => form.Urgent = YesOrNo(value, field),
        });
        return form;
    }

    private VotesForm ReadVotes(JsonElement votes, string field)
    {
        var form = new VotesForm();
        Object(votes, field, new()
        {
            ["present"] = (value, name) => form.Present = Number(value, name),
            ["for"] = (value, name) => form.For = Number(value, name),
            ["against"] = (value, name) => form.Against = Number(value, name),
            ["abstain"] = (value, name) => form.Abstain = Number(value, name),
        });
        return form;
    }

    // A property that is null is one that is not there.
    private void Object(JsonElement element, string field, Dictionary<string, Reading> known)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            errors.Add(field.Length == 0 ? "body" : field, "NotAnObject");
            return;
        }
        foreach (var property in element.EnumerateObject())
        {
            var name = field.Length == 0 ? property.Name : $"{field}.{property.Name}";
            if (!known.TryGetValue(property.Name, out var read))
                errors.Add(name, "UnknownProperty", string.Join(", ", known.Keys));
            else if (property.Value.ValueKind != JsonValueKind.Null)
                read(property.Value, name);
        }
    }

    private string? Text(JsonElement value, string field)
    {
        if (value.ValueKind == JsonValueKind.String && WholeText(value.GetString) is { } text)
            return text;
        errors.Add(field, "NotAText");
        return null;
    }

    private DateOnly? Day(JsonElement value, string field)
    {
        if (value.ValueKind == JsonValueKind.String && DayText.Read(WholeText(value.GetString)) is { } day)
            return day;
        errors.Add(field, "NotADay");
        return null;
    }

    // JSON may hold half of a character («\ud800»), which no text can.
    private static string? WholeText(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private bool? YesOrNo(JsonElement value, string field)
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        errors.Add(field, "NotYesOrNo");
        return null;
    }

    private int? Number(JsonElement value, string field)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number))
            return number;
        errors.Add(field, "NotAWholeNumber");
        return null;
    }

    private TWord? Word<TWord>(JsonElement value, string field) where TWord : struct, Enum
    {
        if (value.ValueKind == JsonValueKind.String && Words.Find<TWord>(WholeText(value.GetString)) is { } word)
            return word;
        errors.Add(field, "UnknownWord", string.Join(", ", Words.All<TWord>()));
        return null;
    }
}

/// <summary>The words of the contract for a choice among named possibilities.</summary>
internal static class Words
{
    public static IEnumerable<string> All<TWord>() where TWord : struct, Enum => Enum.GetValues<TWord>().Select(Of);

    public static string Of<TWord>(TWord word) where TWord : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(word.ToString());

    public static TWord? Find<TWord>(string? text) where TWord : struct, Enum
    {
        foreach (var word in Enum.GetValues<TWord>())
        {
            if (Of(word) == text)
                return word;
        }
        return null;
    }
}
