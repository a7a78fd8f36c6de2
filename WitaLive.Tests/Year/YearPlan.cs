using WitaLive.App.Chambers;
using WitaLive.Domain.Rules;

namespace WitaLive.Tests.Year;

/// <summary>The meetings of a year such as 2024, in number: 8 plenary, 11 enlarged, 70 in French, 51 in Dutch, 6 in German.</summary>
internal static class YearPlan
{
    public static IReadOnlyDictionary<string, int> Counts { get; } =
        new Dictionary<string, int> { ["plenary"] = 8, ["enlarged"] = 11, ["fr"] = 70, ["nl"] = 51, ["de"] = 6 };

    public static string KindOf(ChamberOnDay chamber) => chamber.AdHocLanguage ?? chamber.Section ?? chamber.Formation.Value;

    /// <summary>Days and chambers: on no day does anyone sit in two of them.</summary>
    public static List<(DateOnly Day, ChamberOnDay Chamber)> Make(Commission commission, Notice notice, int year)
    {
        var days = Enumerable.Range(0, 341).Select(new DateOnly(year, 1, 11).AddDays).Where(notice.IsWorkingDay).ToList();
        var everyone = Spread(days, Counts["plenary"] + Counts["enlarged"]);
        var rest = days.Except(everyone).ToList();
        return
        [
            .. Of(commission, everyone, "enlarged", "plenary")
                .Concat(Of(commission, Spread(rest, Counts["fr"]), "fr", "fr"))
                .Concat(Of(commission, Spread(rest, Counts["nl"] + Counts["de"]), "nl", "de"))
                .OrderBy(meeting => meeting.Day),
        ];
    }

    // The seldom kind evenly among the other; the chambers of a kind in turn.
    private static IEnumerable<(DateOnly Day, ChamberOnDay Chamber)> Of(Commission commission, List<DateOnly> days, string often, string seldom) => days.Select((day, i) =>
    {
        var kind = often != seldom && i * Counts[seldom] / days.Count != (i + 1) * Counts[seldom] / days.Count ? seldom : often;
        var chambers = commission.Chambers.Where(chamber => KindOf(chamber) == kind).ToList();
        return (day, chambers[i % chambers.Count]);
    });

    private static List<DateOnly> Spread(List<DateOnly> days, int count) => [.. Enumerable.Range(0, count).Select(i => days[i * days.Count / count])];
}
