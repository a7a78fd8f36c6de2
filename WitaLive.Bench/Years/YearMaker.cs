using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;

namespace WitaLive.Bench.Years;

/// <summary>
/// Makes a year with the clock in hand: people apply, the secretariat asks and declares complete, meetings are planned, convened, held or fail, decisions are reasoned
/// and notified; each by the act with which people do it. The plan says how many of what; the order and the days follow from a seed.
/// </summary>
internal sealed partial class YearMaker(IServiceProvider services, YearPlan plan, Action<DateTimeOffset> moveClock, Random random)
{
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, int Order)> _ahead = new();
    private readonly Dictionary<FileId, MadeFile> _files = [];
    private readonly ClaimsPrincipal _jurist = As(new(Guid.NewGuid()), Roles.Jurist);
    private readonly ClaimsPrincipal _secretary = As(new(Guid.NewGuid()), Roles.Secretariat);
    private readonly TimeProvider _clock = services.GetRequiredService<TimeProvider>();
    private Applicants _applicants = null!;
    private Notice _notice = null!;
    private Commission _commission = null!;
    private int _order;

    public MadeYear Made { get; } = new(plan);

    private DateOnly Today => _clock.GetUtcNow().DayInBrussels();

    private DateOnly LastDay => new(plan.Year, 12, 31);

    public async Task RunAsync()
    {
        moveClock(BrusselsTime.At(new(plan.Year, 1, 2), new(8, 0)));
        _applicants = new(services, plan, _secretary, _clock);
        _notice = Get<RuleBook>().On(Today).Notice;
        _commission = await Get<CommissionDirectory>().ReadAsync(Today);
        await new Transitional(services, _secretary).ImportAsync(plan.Transitional);
        ScheduleApplications();
        ScheduleMeetings();
        for (var monday = new DateOnly(plan.Year, 1, 1); monday <= LastDay; monday = monday.AddDays(1))
        {
            if (monday.DayOfWeek is DayOfWeek.Monday)
                At(monday, 9, () => Get<WatchApplications>().RunAsync(default)); // silence is watched by the hour; once a week is enough here
        }
        while (_ahead.TryDequeue(out var act, out var at) && at.At.DayInBrussels() <= LastDay)
        {
            if (at.At > _clock.GetUtcNow())
                moveClock(at.At);
            await act();
        }
        var decided = Made.Decided.Count();
        if (decided != plan.Decided)
            throw new InvalidOperationException($"The year decided {decided} files, and was to decide {plan.Decided}.");
    }

    internal static ClaimsPrincipal As(PersonId person, params string[] roles) =>
        new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, person.Value.ToString()), .. roles.Select(role => new Claim(ClaimTypes.Role, role))], "year"));

    private T Get<T>() where T : notnull => services.GetService<T>() ?? ActivatorUtilities.CreateInstance<T>(services);

    private void At(DateOnly day, int hour, Func<Task> act) => _ahead.Enqueue(act, (BrusselsTime.At(day, new(hour, 0)), _order++));

    private DateOnly WorkingDay(DateOnly day)
    {
        while (!_notice.IsWorkingDay(day))
            day = day.AddDays(1);
        return day;
    }

    private void ScheduleApplications()
    {
        var wishes = plan.Delivered.Add(YearPlan.Refusal, plan.Refused.Values.Sum());
        var spread = Shuffled(YearPlan.Share(plan.Received, wishes));
        var languages = Shuffled(YearPlan.Share(plan.Received, plan.Languages));
        // Who is silent has to be silent for a month before the year is over; who gives up does so before a chamber has the file.
        var early = Shuffle(Enumerable.Range(0, plan.Received * 5 / 6));
        var (silent, givenUp) = (early.Take(plan.Cancelled).ToHashSet(), early.Skip(plan.Cancelled).Take(plan.Withdrawn).ToHashSet());
        var asked = Shuffle(Enumerable.Range(0, plan.Received).Except(silent)).Take(plan.AskedFirst - plan.Cancelled).ToHashSet();
        var days = new DateOnly(plan.Year + 1, 1, 1).DayNumber - new DateOnly(plan.Year, 1, 2).DayNumber;
        for (var n = 0; n < plan.Received; n++)
        {
            var (i, day) = (n, new DateOnly(plan.Year, 1, 2).AddDays((int)((long)n * days / plan.Received)));
            var chambers = MeetingDay.ChambersOf(plan, _commission, languages[i]);
            var domains = chambers[i % chambers.Length].Domains is { Length: > 0 } own ? own : ["music"];
            At(day, 10, () => ReceiveAsync(languages[i], domains[random.Next(domains.Length)], spread[i], (silent.Contains(i), givenUp.Contains(i), asked.Contains(i) || silent.Contains(i))));
        }
    }

    private async Task ReceiveAsync(string language, string domain, string wish, (bool IsSilent, bool IsGivenUp, bool IsAsked) fate)
    {
        var (id, who, hasPaper) = await _applicants.ApplyAsync(language, domain, wish);
        var file = new MadeFile(id, who, language, domain, wish, Today) { IsSilent = fate.IsSilent, IsGivenUp = fate.IsGivenUp, HasPaper = hasPaper };
        _files.Add(id, file);
        Made.Files.Add(file);
        At(WorkingDay(Today.AddDays(plan.Pace.Completing.Draw(random))), 11, () => fate.IsAsked ? AskAsync(file) : CompleteAsync(file));
    }

    private async Task AskAsync(MadeFile file)
    {
        var point = new PointId(Guid.CreateVersion7());
        Done.Well(await Get<FileDesk>().DoAsync(_secretary, file.Id, new RequestInformation([new(point, "À quelle œuvre se rapporte ce revenu ?")]), default));
        file.IsAsked = true;
        if (file.IsSilent)
            return; // cancelled by the watch, the day after the time to answer is over
        At(Today.AddDays(plan.Pace.Answering.Draw(random)), 14, async () =>
        {
            Done.Well(await Get<FileDesk>().DoOwnAsync(file.Applicant, file.Id, new AnswerPoint(point, "À la dernière création.", []), default));
            At(WorkingDay(Today.AddDays(plan.Pace.Reading.Draw(random))), 11, () => CompleteAsync(file));
        });
    }

    private async Task CompleteAsync(MadeFile file)
    {
        var desk = Get<FileDesk>();
        Done.Well(await desk.DoAsync(_secretary, file.Id, new DeclareComplete(), default));
        file.CompleteOn = Today;
        if (file.IsGivenUp)
        {
            Done.Well(await desk.DoOwnAsync(file.Applicant, file.Id, new WithdrawApplication(), default));
            file.EndedOn = Today;
        }
        else if (await desk.RouteAsync(_secretary, [file.Id], default) is { IsEmpty: true })
        {
            throw new InvalidOperationException($"No chamber takes a file in {file.Language} of {file.Domain}.");
        }
    }

    private List<string> Shuffled(IReadOnlyDictionary<string, int> counts) => Shuffle(counts.SelectMany(of => Enumerable.Repeat(of.Key, of.Value)));

    private List<T> Shuffle<T>(IEnumerable<T> all)
    {
        var shuffled = all.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled];
    }
}
