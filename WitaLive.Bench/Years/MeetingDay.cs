using WitaLive.App.Chambers;
using WitaLive.Domain.Rules;

namespace WitaLive.Bench.Years;

/// <summary>On which days a made year meets, and in which chamber: nobody sits in two places on one day.</summary>
/// <param name="Kind">A formation, or the language of a restricted chamber.</param>
/// <param name="Number">Which of its kind, from 0.</param>
internal sealed record MeetingDay(DateOnly Day, string Kind, int Number, ChamberOnDay Chamber)
{
    public bool IsRestricted => Chamber.Section is not null || Chamber.AdHocLanguage is not null;

    public static string KindOf(ChamberOnDay chamber) => chamber.AdHocLanguage ?? chamber.Section ?? chamber.Formation.Value;

    public static List<MeetingDay> Of(YearPlan plan, Commission commission, Notice notice)
    {
        var days = Enumerable.Range(0, 366).Select(new DateOnly(plan.Year, 1, 1).AddDays)
            .Where(day => day.Year == plan.Year && notice.IsWorkingDay(day) && (day.Month, day.Day) is var on && on.CompareTo((2, 1)) >= 0 && on.CompareTo((12, 19)) <= 0 && !(on.CompareTo((7, 12)) >= 0 && on.CompareTo((8, 18)) <= 0)).ToList();
        var everyone = Spread(days, plan.Meetings["plenary"] + plan.Meetings["enlarged"]);
        var rest = days.Except(everyone).ToList();
        var dutch = Spread(rest, plan.Meetings["nl"] + plan.Meetings["de"]); // the German chamber is formed of members of the Dutch section
        return
        [
            .. Mixed(plan, commission, everyone, "enlarged", "plenary")
                .Concat(Mixed(plan, commission, Spread(rest, plan.Meetings["fr"]), "fr", null))
                .Concat(Mixed(plan, commission, dutch, "nl", "de"))
                .OrderBy(meeting => meeting.Day),
        ];
    }

    /// <summary>Days on which nobody meets, each some time after a meeting of its kind: convened, and called off again.</summary>
    public static IEnumerable<MeetingDay> CalledOff(YearPlan plan, List<MeetingDay> days, Func<DateOnly, DateOnly> workingDay)
    {
        var taken = days.Select(day => day.Day).ToHashSet();
        foreach (var (kind, count) in plan.CalledOff)
        {
            var own = days.FindAll(day => day.Kind == kind);
            foreach (var after in Enumerable.Range(0, count).Select(n => own[((2 * n) + 1) * own.Count / (2 * count)]))
            {
                var day = workingDay(after.Day.AddDays(1));
                while (!taken.Add(day))
                    day = workingDay(day.AddDays(1));
                yield return after with { Day = day };
            }
        }
    }

    /// <summary>Chambers of a language that meet in this year: a small one has fewer meetings than there are chambers.</summary>
    public static ImmutableArray<ChamberOnDay> ChambersOf(YearPlan plan, Commission commission, string kind)
    {
        var all = commission.Chambers.Where(chamber => KindOf(chamber) == kind).OrderBy(chamber => chamber.Number).ToImmutableArray();
        return plan.Meetings[kind] >= 4 * all.Length ? all : all[..1];
    }

    // The seldom kind evenly among the other, and never the last one of them; the chambers of a kind in turn.
    private static IEnumerable<MeetingDay> Mixed(YearPlan plan, Commission commission, List<DateOnly> days, string often, string? seldom)
    {
        var numbers = new Dictionary<string, int>();
        for (var i = 0; i < days.Count; i++)
        {
            var rare = seldom is null ? 0 : plan.Meetings[seldom];
            var kind = IsRare(i, rare, days.Count) ? seldom! : often;
            var number = numbers[kind] = numbers.GetValueOrDefault(kind, -1) + 1;
            var chambers = ChambersOf(plan, commission, kind);
            yield return new(days[i], kind, number, chambers[number % chambers.Length]);
        }
    }

    // The middle of each of so many parts. What meets once meets late: it decides what the whole year brings, and of that half is not there yet in the middle.
    private static bool IsRare(int i, int rare, int all) => rare == 1 ? i == Math.Max(0, all - 2) : Enumerable.Range(0, rare).Any(part => ((2 * part) + 1) * all / (2 * rare) - (all == 2 ? 1 : 0) == i);

    private static List<DateOnly> Spread(List<DateOnly> days, int count) => [.. Enumerable.Range(1, count).Select(i => days[(i * days.Count / count) - 1])];
}
