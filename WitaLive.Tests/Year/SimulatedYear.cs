using WitaLive.App.Chambers;
using WitaLive.App.Convening;
using WitaLive.App.Forecasts;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Year;

/// <summary>A year of meetings, each planned, convened, answered, watched and held at its hours, in the order of the clock.</summary>
internal sealed class SimulatedYear(PlanningOffice office, Random random)
{
    public const int Of = 2027;

    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, int Order)> _ahead = new();
    private int _order;

    public YearFigures Figures { get; } = new();

    public List<SimulatedMeeting> Meetings { get; } = [];

    public PlanningOffice Office => office;

    public Random Random => random;

    public required Absences Absences { get; init; }

    public required Commission Commission { get; init; }

    public async Task RunAsync()
    {
        var notice = Chambers.Demo.Rules.On(new(Of, 1, 1)).Notice;
        foreach (var (day, chamber) in YearPlan.Make(Commission, notice, Of))
            At(notice.LatestSendingDay(day, urgent: false).AddDays(-1), 9, 0, () => PlanAsync(day, chamber));
        for (var week = new DateOnly(Of, 1, 4); week.Year == Of; week = week.AddDays(14)) // a Monday
        {
            At(week, 8, 30, () => office.Get<RemindMembers>().RunAsync(default));
            At(week.AddDays(2), 8, 30, () => office.Get<WatchQuorum>().RunAsync(default));
        }
        while (_ahead.TryDequeue(out var act, out var at))
        {
            if (at.At > office.Clock.GetUtcNow())
                office.Clock.Advance(at.At - office.Clock.GetUtcNow());
            await act();
        }
    }

    public void At(DateOnly day, int hour, int minute, Func<Task> act) => _ahead.Enqueue(act, (BrusselsTime.At(day, new(hour, minute)), _order++));

    /// <summary>A meeting that was convened goes its way.</summary>
    public async Task FollowAsync(MeetingId id, DateOnly day, ChamberOnDay chamber, SimulatedMeeting? first = null)
    {
        await office.Convener().RunAsync(default);
        var people = (await office.Get<MeetingReading>().ReadAsync(PlanningOffice.Secretary, id, default))!.People;
        var meeting = new SimulatedMeeting(this, id, day, chamber, people, first);
        Meetings.Add(meeting);
        meeting.Schedule();
    }

    private async Task PlanAsync(DateOnly day, ChamberOnDay chamber)
    {
        var form = new MeetingForm { Chamber = chamber.Id.Value.ToString(), Day = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Hour = "14:00", Place = "Finance Tower" };
        if (YearPlan.KindOf(chamber) == "enlarged" && await office.Get<MeetingPlanning>().ChoicesAsync(PlanningOffice.Secretary, form, default) is { IsComposed: true } choices)
            form.Seats.UnionWith(office.Get<MeetingPlanning>().Propose(choices.Commission, choices.Chamber!));
        var (id, problems) = await office.Get<MeetingPlanning>().CreateAsync(PlanningOffice.Secretary, form, default);
        Assert.Empty(problems);
        Assert.Null(await office.Get<AgendaPlanning>().AddPointAsync(PlanningOffice.Secretary, id!.Value, Person.Languages.ToDictionary(l => l, l => $"Point ({l})"), 10, default));
        Assert.Null(await office.Get<ConvocationDesk>().OrderAsync(PlanningOffice.Secretary, id.Value, null, null, default));
        await FollowAsync(id.Value, day, chamber);
    }
}
