using Microsoft.EntityFrameworkCore;
using WitaLive.App.Calendar;
using WitaLive.App.Convening;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Meetings;
using WitaLive.App.Rulings;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Rulings;

namespace WitaLive.Bench.Years;

// The meetings: planned when the notice wants it, with what waits for their chamber; held on their day; their decisions reasoned and notified.
internal sealed partial class YearMaker
{
    // The work is done a little sooner than the year goes by: at its end every meeting still has a file.
    private const int Ahead = 108;

    private readonly Dictionary<string, int> _onAgendas = [];
    private Dictionary<string, Quota> _quotas = [];
    private List<string> _outcomes = [];
    private List<string> _reasons = [];

    /// <summary>What the restricted chambers of a language do in the year.</summary>
    private sealed record Quota(int Decisions, int Referrals, int Hearings, ImmutableArray<MeetingDay> Days)
    {
        // What is referred, or heard, has to come back before the year is over.
        public int Early { get; } = Math.Max(1, Days.Count(day => day.Day.Month < 11) - 1);

        public int ReferralsIn(int number) => Part(Referrals, number);

        public int HearingsIn(int number) => Part(Hearings, number);

        private int Part(int all, int number) => number >= Early ? 0 : (all * (number + 1) / Early) - (all * number / Early);
    }

    private void ScheduleMeetings()
    {
        var days = MeetingDay.Of(plan, _commission, _notice);
        // A language that meets once has nothing that could come back.
        var several = plan.Languages.Where(language => plan.Meetings[language.Key] > 1).ToImmutableSortedDictionary();
        var (decided, referred, heard) = (YearPlan.Share(plan.Decided, plan.Languages), YearPlan.Share(plan.Referred, several), YearPlan.Share(plan.Heard, several));
        _quotas = plan.Languages.Keys.ToDictionary(language => language, language => new Quota(
            decided[language] - referred.GetValueOrDefault(language), referred.GetValueOrDefault(language), heard.GetValueOrDefault(language), [.. days.Where(day => day.Kind == language)]));
        (_outcomes, _reasons) = (Shuffled(plan.Delivered.Add(YearPlan.Refusal, plan.Refused.Values.Sum())), Shuffled(plan.Refused));
        foreach (var day in days)
            At(_notice.LatestSendingDay(day.Day, urgent: false).AddDays(-1), 9, () => PlanAsync(day));
        foreach (var day in MeetingDay.CalledOff(plan, days, WorkingDay))
            At(_notice.LatestSendingDay(day.Day, urgent: false).AddDays(-1), 12, () => PlanInVainAsync(day));
    }

    private async Task<MeetingId> CreateAsync(MeetingDay day)
    {
        var planning = Get<MeetingPlanning>();
        var form = new MeetingForm { Chamber = day.Chamber.Id.Value.ToString(), Day = day.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Hour = "14:00", Minutes = "240", Place = "Finance Tower" };
        if (await planning.ChoicesAsync(_secretary, form, default) is { IsComposed: true } choices)
            form.Seats.UnionWith(planning.Propose(choices.Commission, choices.Chamber!));
        var (id, problems) = await planning.CreateAsync(_secretary, form, default);
        Done.Well(problems.IsEmpty ? null : problems[0].Why);
        return id!.Value;
    }

    private async Task ConveneAsync(MeetingId id)
    {
        Done.Well(await Get<ConvocationDesk>().OrderAsync(_secretary, id, null, null, default));
        await Get<ConveneMeetings>().RunAsync(default);
    }

    private async Task PlanAsync(MeetingDay day)
    {
        var id = await CreateAsync(day);
        // A plenary deals with no files; where none waits yet, a chamber speaks of how it works.
        if (day.Kind == "plenary" || !await PutOnAgendaAsync(id, day))
            Done.Well(await Get<AgendaPlanning>().AddPointAsync(_secretary, id, Person.Languages.ToDictionary(l => l, l => $"Point {day.Number + 1} ({l})"), 30, default));
        await ConveneAsync(id);
        var failsFirst = plan.Failed.GetValueOrDefault(day.Kind) is > 0 and var failing && _quotas[day.Kind].Days.Length is var all && Enumerable.Range(1, failing).Any(n => Math.Min(n * all / (failing + 1), all - 2) == day.Number);
        if (!failsFirst && YearPlan.IsOneOf(_sittings++, plan.Represented))
            At(day.Day, 9, () => ExcuseAsync(id));
        At(day.Day, 14, () => failsFirst ? FailAsync(id, day) : SitAsync(id, day, day.Day, isSecond: false));
    }

    // The most urgent files first, as the secretariat sees them; of a restricted chamber no more than its share of the year.
    private async Task<bool> PutOnAgendaAsync(MeetingId meeting, MeetingDay day)
    {
        var waiting = (await Get<AgendaBuilding>().OfAsync(_secretary, meeting, default))!.Files.Select(one => one.File.Id).ToList();
        if (_quotas.TryGetValue(day.Kind, out var quota))
        {
            var meetings = quota.Days.Length;
            var until = day.Number == meetings - 1 ? quota.Decisions
                : Math.Max(0, Math.Min(quota.Decisions - (meetings - 1 - day.Number), quota.Decisions * (day.Number + 1) * Ahead / meetings / 100));
            var decisions = Math.Max(0, until - _onAgendas.GetValueOrDefault(day.Kind));
            var extra = quota.ReferralsIn(day.Number) + quota.HearingsIn(day.Number);
            waiting = [.. waiting.Take(decisions + extra)];
            _onAgendas[day.Kind] = _onAgendas.GetValueOrDefault(day.Kind) + Math.Max(0, waiting.Count - extra);
        }
        if (waiting.Count > 0)
            Done.Well(await Get<AgendaPlanning>().AddFilesAsync(_secretary, meeting, waiting, 5, default));
        return waiting.Count > 0;
    }

    private async Task FailAsync(MeetingId id, MeetingDay day)
    {
        var made = new MadeMeeting(id, day.Kind, day.Day, IsSecond: false) { HasFailed = true };
        Made.Meetings.Add(made);
        var room = (await Get<RoomDoor>().EnterAsync(id))!;
        await new Sitting(room, random).FailAsync(made);
        var proposal = (await Get<SecondProposals>().ReadAsync(_secretary, id, default))!;
        // Chambers that meet on the same days are left alone.
        var taken = _quotas.Values.SelectMany(quota => quota.Days).Select(other => other.Day).ToHashSet();
        var on = proposal.Days.Select(one => one.Day).OrderBy(taken.Contains).First();
        var (again, why) = await Get<SecondConvening>().ConveneAsync(_secretary, id, on, new(9, 0), null, default);
        Done.Well(why);
        await Get<ConveneMeetings>().RunAsync(default);
        At(on, 9, () => SitAsync(again!.Value, day, on, isSecond: true));
    }

    private async Task SitAsync(MeetingId id, MeetingDay day, DateOnly on, bool isSecond)
    {
        var made = new MadeMeeting(id, day.Kind, on, isSecond) { IsHeld = true };
        Made.Meetings.Add(made);
        var room = (await Get<RoomDoor>().EnterAsync(id))!;
        var sitting = new Sitting(room, random);
        await sitting.GatherAsync(made, _proxies.TryGetValue(id, out var proxy) ? proxy : null);
        var items = room.Meeting.Items.Select(item => (item.Id, File: item.Planned.File is { } file ? _files[file] : null)).ToList();
        made.Files = items.Count(item => item.File is not null);
        foreach (var point in items.Where(item => item.File is null))
            await sitting.DecideAsync([point.Id], "adopted");
        await DealAsync(sitting, items.FindAll(item => item.File is not null).ConvertAll(item => (item.Id, item.File!)), day);
        await sitting.CloseAsync();
        await ReasonAsync(id);
        At(on.AddDays(plan.Pace.Notifying.Draw(random)), 15, () => NotifyAsync(id));
    }

    private async Task DealAsync(Sitting sitting, List<(ItemId Item, MadeFile File)> items, MeetingDay day)
    {
        var quota = _quotas.GetValueOrDefault(day.Kind);
        var (hearings, referrals) = (quota?.HearingsIn(day.Number) ?? 0, quota?.ReferralsIn(day.Number) ?? 0);
        var toHear = items.Where(one => one.File is { IsToBeHeard: false, IsAppeal: false }).Take(hearings).ToList();
        var toRefer = items.Except(toHear).Take(referrals).ToList();
        foreach (var (item, file) in toHear)
        {
            await sitting.AskHearingAsync(item);
            await InviteAsync(file);
        }
        foreach (var (item, file) in toRefer)
        {
            await sitting.ReferAsync(item, file.Wish);
            file.ReferredOn = Today;
            Hear(file);
        }
        // An appeal is of another kind than an application: they are not put to the vote in one block.
        foreach (var group in items.Except(toHear).Except(toRefer).GroupBy(one => (Outcome: OutcomeOf(one.File), one.File.IsAppeal)))
        {
            var outcome = group.Key.Outcome;
            await sitting.DecideAsync([.. group.Select(one => one.Item)], outcome);
            foreach (var (_, file) in group)
            {
                (file.DecidedOn, file.EndedOn, file.Outcome) = (Today, Today, outcome);
                Hear(file);
                if (outcome == YearPlan.Refusal)
                    file.Reason = Take(_reasons, _reasons[^1]);
            }
        }

        void Hear(MadeFile file) => file.HeardOn ??= file.IsToBeHeard ? Today : null;
    }

    private async Task InviteAsync(MadeFile file)
    {
        file.IsToBeHeard = true;
        Done.Well(await Get<FileDesk>().DoAsync(_secretary, file.Id, new InviteToHearing(), default));
        At(Today.AddDays(plan.Pace.Coming.Draw(random)), 16, async () => Done.Well(await Get<FileDesk>().DoOwnAsync(file.Applicant, file.Id, new ConfirmHearing(), default)));
    }

    // What its figures point to, as long as the year has some of it left.
    private string OutcomeOf(MadeFile file) => Take(_outcomes, _outcomes.Contains(file.Wish) ? file.Wish : _outcomes[^1]);

    private static string Take(List<string> left, string one)
    {
        left.RemoveAt(left.LastIndexOf(one));
        return one;
    }

    // Every decision is drafted, a refusal says why; read a second time where the lot falls on it, and signed by the President.
    private async Task ReasonAsync(MeetingId meeting)
    {
        await Get<RulingDrafts>().DraftAsync(_secretary, meeting, default);
        var president = As(_commission.President!.Id);
        var desk = Get<RulingDesk>();
        foreach (var ruling in await RulingsAsync())
        {
            // What the draft knows no reason for, its figures left to the chamber.
            var reason = _files[ruling.FileId] switch
            {
                { Reason: { } refused } => refused,
                _ when !ruling.Text.Reasons.IsEmpty => null,
                { Outcome: "starter" } => "starterConditions",
                _ => "subsistencePlausible",
            };
            Done.Well(await desk.HandInAsync(_secretary, ruling.Id, reason is null ? ruling.Text : ruling.Text with { Reasons = [reason] }, ruling.Version, default));
        }
        foreach (var ruling in (await RulingsAsync()).Where(r => r.Stage is RulingStage.ToRead))
            Done.Well(await desk.ReadOverAsync(_jurist, ruling.Id, ruling.Version, agrees: true, "", default));
        foreach (var ruling in await RulingsAsync())
            Done.Well(await Get<RulingSigning>().SignAsync(president, ruling.Id, ruling.Version, default));

        async Task<List<Ruling>> RulingsAsync()
        {
            await using var db = await Get<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
            return await db.Set<Ruling>().AsNoTracking().Where(r => r.MeetingId == meeting).ToListAsync();
        }
    }

    private async Task NotifyAsync(MeetingId meeting)
    {
        await using var db = await Get<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
        foreach (var id in await db.Set<Ruling>().AsNoTracking().Where(r => r.MeetingId == meeting).Select(r => r.FileId).ToListAsync())
        {
            Done.Well(await Get<FileDesk>().DoAsync(_secretary, id, new NotifyDecision(Today), default));
            _files[id].NotifiedOn = Today;
            PerhapsAppeal(_files[id]);
        }
    }
}
