using System.Globalization;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.App.Minutes;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Reports;

/// <summary>Which facts of a report can be put right, by heading; and what somebody asks who filled in the form of one.</summary>
public sealed class CorrectableFacts(ReportWords words, IStringLocalizer<ReportTexts> texts)
{
    private const string Hours = "hours";
    private const string Pause = "pause";
    private const string Stay = "stay";
    private const string Conclusion = "conclusion";
    private const string Hearing = "hearing";
    private const string Guest = "guest";

    /// <summary>The name of a field of a fact's form.</summary>
    public static string Field(string key, string field) => $"fix:{key}:{field}";

    /// <summary>Empty while the meeting is not over.</summary>
    public IEnumerable<(string Heading, ImmutableArray<CorrectableFact> Facts)> Of(MeetingReport report)
    {
        if (report.Meeting is not { IsOver: true, OpenedAt: { } opened, EndedAt: { } ended } meeting)
            yield break;
        yield return (words.Text("CorrectionHours"), [new(Hours, words.Text("CorrectionHours"), CorrectionWords.Hours(opened, ended)) { Hours = (opened, ended) }]);
        yield return (texts["CorrectPauses"], [.. Pauses(meeting, opened, ended)]);
        yield return (texts["CorrectStays"], [.. Stays(report)]);
        yield return (texts["CorrectHearings"], [.. Hearings(report, opened, ended)]);
        if (meeting.Items.Any(MayChange))
            yield return (texts["CorrectConclusions"], [.. meeting.Items.Where(MayChange).Select(item => new CorrectableFact(
                $"{Conclusion}:{item.Id.Value:N}", ReportWords.Item(report, item.Id), words.Kind(item.Conclusion!.Kind)) { Text = item.Conclusion.Reason ?? "", TextLabel = texts["FieldConclusion"] })]);
        if (!meeting.Guests.IsEmpty)
            yield return (texts["CorrectGuests"], [.. meeting.Guests.OrderBy(g => g.Value, StringComparer.CurrentCulture).Select(guest => new CorrectableFact(
                $"{Guest}:{guest.Key.Value:N}", words.Capacity(meeting.Attendances[guest.Key].Capacity), guest.Value) { Text = guest.Value, TextLabel = texts["FieldName"], IsShort = true })]);
    }

    /// <summary>The facts of which a form says why they are to be put right.</summary>
    public static IEnumerable<string> Reasoned(IFormCollection form) => form
        .Where(field => field.Key.StartsWith("fix:", StringComparison.Ordinal) && field.Key.EndsWith(":reason", StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(field.Value))
        .Select(field => field.Key["fix:".Length..^":reason".Length]);

    /// <summary>What a form asks of a fact; null when it names nothing that is there.</summary>
    public static MeetingCommand? Asked(MeetingReport report, string key, IFormCollection form)
    {
        var (meeting, parts) = (report.Meeting, key.Split(':'));
        if (meeting is not { OpenedAt: { } opened, EndedAt: { } ended })
            return null;
        var (text, reason) = (Said("text"), Said("reason"));
        return parts switch
        {
            [Hours] => new CorrectHours(At(opened, "from"), At(ended, "until"), reason),
            [Pause, var place] when Number(place) is { } pause && meeting.Pauses.ElementAtOrDefault(pause) is { } now =>
                new CorrectPause(pause, At(now.From, "from"), At(now.Until ?? ended, "until"), text, reason),
            [Pause] => new CorrectPause(meeting.Pauses.Length, At(opened, "from"), At(ended, "until"), text, reason),
            [Stay, var person, var place] when Id(person) is { } id && Number(place) is { } stay && meeting.Attendances.GetValueOrDefault(new PersonId(id))?.Stays.ElementAtOrDefault(stay) is { } now =>
                new CorrectAttendance(new(id), stay, At(now.From, "from"), Left(now.Until), reason),
            [Conclusion, var item] when Id(item) is { } id => new CorrectConclusion(new(id), text, reason),
            [Hearing, var item, var place] when Id(item) is { } id && Number(place) is { } hearing && meeting.ItemOf(new(id))?.Hearings.ElementAtOrDefault(hearing) is { } now =>
                new CorrectHearing(new(id), hearing, Names(text), At(now.From, "from"), At(now.Until ?? ended, "until"), reason),
            [Hearing] when Id(Said("item")) is { } id && meeting.ItemOf(new(id)) is { } item =>
                new CorrectHearing(item.Id, item.Hearings.Length, Names(text), At(opened, "from"), At(ended, "until"), reason),
            [Guest, var person] when Id(person) is { } id => new CorrectGuest(new(id), text, reason),
            _ => null,
        };

        string Said(string field) => form[Field(key, field)].ToString();

        // A field left empty, or filled with what is no time, changes nothing.
        DateTimeOffset At(DateTimeOffset before, string field) =>
            TimeOnly.TryParse(Said(field), CultureInfo.InvariantCulture, out var time) ? before.AtTime(time) : before;

        // Who did not sign out left at the end, unless it is said otherwise.
        DateTimeOffset? Left(DateTimeOffset? before) => At(before ?? ended, "until") is var left && before is null && left == ended ? null : left;
    }

    // Those that lie in the meeting's hours; a last one for a pause that nobody noted.
    private IEnumerable<CorrectableFact> Pauses(Meeting meeting, DateTimeOffset opened, DateTimeOffset ended)
    {
        foreach (var (place, pause) in meeting.Pauses.Index().Where(p => p.Item.From < ended))
            yield return Form($"{Pause}:{place}", words.Text("CorrectionPause"), new CorrectionWords(words).Paused(pause, meeting), (pause.From, pause.Until ?? ended), pause.Reason ?? "");
        yield return Form(Pause, texts["PauseNew"], "", (opened, ended), "");

        CorrectableFact Form(string key, string name, string now, (DateTimeOffset, DateTimeOffset) hours, string why) =>
            new(key, name, now) { Hours = hours, Text = why, TextLabel = texts["FieldPause"], IsShort = true };
    }

    private static IEnumerable<CorrectableFact> Stays(MeetingReport report) =>
        from line in report.Meeting.Attendances.Values.OrderBy(a => a.Capacity).ThenBy(a => report.NameOf(a.Person), StringComparer.CurrentCulture)
        from stay in line.Stays.Index()
        select new CorrectableFact($"{Stay}:{line.Person.Value:N}:{stay.Index}", report.NameOf(line.Person), CorrectionWords.Hours(stay.Item.From, report.Meeting.EndOf(stay.Item)))
        {
            Hours = (stay.Item.From, report.Meeting.EndOf(stay.Item)!.Value),
        };

    private IEnumerable<CorrectableFact> Hearings(MeetingReport report, DateTimeOffset opened, DateTimeOffset ended)
    {
        foreach (var item in report.Meeting.Items)
            foreach (var (place, hearing) in item.Hearings.Index())
                yield return new($"{Hearing}:{item.Id.Value:N}:{place}", ReportWords.Item(report, item.Id), new CorrectionWords(words).Heard(hearing))
                {
                    Hours = (hearing.From, hearing.Until ?? ended), Text = string.Join('\n', hearing.Heard), TextLabel = texts["FieldHeard"],
                };
        if (!report.Meeting.Items.IsEmpty)
            yield return new(Hearing, texts["HearingNew"], "")
            {
                Hours = (opened, ended), Text = "", TextLabel = texts["FieldHeard"], Items = [.. report.Meeting.Items.Select(item => (item.Id.Value, ReportWords.Item(report, item.Id)))],
            };
    }

    private static bool MayChange(Item item) => item.Conclusion is { Kind: not ConclusionKind.Decided };

    private static ImmutableArray<string> Names(string text) => [.. text.ReplaceLineEndings("\n").Split('\n')];

    private static Guid? Id(string text) => Guid.TryParse(text, out var id) ? id : null;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
