using WitaLive.App.Answers;
using WitaLive.App.Chambers;
using WitaLive.App.Convening;
using WitaLive.App.Forecasts;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Answers;
using WitaLive.Domain.Planning;
using WitaLive.Tests.Access;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Year;

/// <summary>One meeting of the year until its hour: who answers what, who is called, and what the secretariat does about it.</summary>
internal sealed partial class SimulatedMeeting(SimulatedYear year, MeetingId id, DateOnly day, ChamberOnDay chamber, MeetingPeople people, SimulatedMeeting? first)
{
    private readonly Dictionary<PersonId, AnswerKind> _said = [];
    private readonly HashSet<PersonId> _convened = [.. ConvocationRows.ConvenedFirst(people).Select(p => p.Id)];
    private readonly ImmutableArray<SeatOnDay> _seats = [.. people.Seats.Where(s => s is { Votes: true, Effective: not null, Substitute: not null })];

    public MeetingId Id => id;

    /// <summary>Substitutes who were convened from the beginning, because they may preside.</summary>
    public IEnumerable<PersonId> ConvenedToPreside => _seats.Select(s => s.Substitute!.Id).Where(p => people.Presiders.Any(r => r.Person.Id == p));

    public string Kind => YearPlan.KindOf(chamber);

    private PlanningOffice Office => year.Office;

    private DateOnly Today => Office.Clock.GetUtcNow().DayInBrussels();

    public void Schedule()
    {
        var ahead = day.DayNumber - Today.DayNumber;
        year.At(Today.AddDays(Math.Min(4, ahead - 3)), 12, 0, () => AnswerAsync(surely: false));
        year.At(day.AddDays(-2), 9, 0, () => AnswerAsync(surely: false)); // reminded or not
        if (first is null && year.Meetings.Count % 40 == 20)
        {
            year.At(day.AddDays(-2), 12, 0, CallOffAsync);
            return;
        }
        year.At(day.AddDays(-1), 9, 0, WatchAsync);
        year.At(day, 6, 30, WakeAsync);
        year.At(day, first is null ? 14 : 9, 0, SitAsync);
    }

    // People were convened and have answered; the files, if there were any, wait again.
    private async Task CallOffAsync()
    {
        Assert.Null(await Office.Get<MeetingChanges>().CancelAsync(PlanningOffice.Secretary, id, "Salle fermée.", default));
        year.Figures.CalledOff++;
    }

    // Most of those who were convened answer; a few leave it.
    private async Task AnswerAsync(bool surely)
    {
        for (var again = true; again;)
        {
            again = false;
            foreach (var person in _convened.Where(p => Mine(p) && !_said.ContainsKey(p)).ToList())
                again |= (surely || year.Random.Next(100) < 65) && await SayAsync(person, year.Absences.Knows(person, Today, day) ? AnswerKind.Absent : AnswerKind.Present);
        }
    }

    // The secretariat looks at the forecast and telephones until the quorum is safe or nobody is left.
    private async Task WatchAsync()
    {
        var asked = new HashSet<PersonId>();
        while (await Office.Get<Forecasting>().ReadAsync(PlanningOffice.Secretary, id, default) is { Quorum.Outlook: not Outlook.Certain } forecast)
        {
            var next = forecast.Calls.SelectMany(call => call.Who.Select(w => (call.Seat, w.Person)))
                .FirstOrDefault(c => _convened.Contains(c.Person.Id) && !_said.ContainsKey(c.Person.Id) && asked.Add(c.Person.Id));
            if (next.Person is null)
                break;
            year.Figures.Telephoned++;
            await SayAsync(next.Person.Id, year.Absences.Knows(next.Person.Id, Today, day) ? AnswerKind.Absent : AnswerKind.Present, isTold: true);
        }
        foreach (var seat in _seats.Where(s => s.Duo.All(p => _said.TryGetValue(p.Id, out var kind) && !kind.Comes())))
            await GiveProxyAsync(seat.Effective!.Id);
    }

    // Whoever wakes up ill says so.
    private async Task WakeAsync()
    {
        var ill = _said.Where(s => s.Value.Comes() && year.Absences.IsAway(s.Key, day)).Select(s => s.Key).ToList();
        foreach (var person in ill)
            await SayAsync(person, AnswerKind.Absent);
        await AnswerAsync(surely: true);
        if (ill.Count > 0)
            await WatchAsync();
    }

    // True when it convened someone: that one answers, too.
    private async Task<bool> SayAsync(PersonId person, AnswerKind kind, bool isTold = false)
    {
        var reason = kind is AnswerKind.Absent ? "Maladie" : null;
        Assert.Null(isTold
            ? await Office.Get<AnswerDesk>().RecordAsync(PlanningOffice.Secretary, id, person, kind, reason, default)
            : await Office.Get<AnswerDesk>().AnswerAsync(Who.With(person), id, kind, reason, default));
        year.Figures.Answers++;
        _said[person] = kind;
        if (kind.Comes() || _seats.FirstOrDefault(s => s.IsHeldBy(person)) is not { } seat)
            return false;
        var partner = seat.Duo.First(p => p.Id != person).Id;
        if ((_said.TryGetValue(partner, out var word) && !word.Comes()) || !_convened.Add(partner))
            return false;
        year.Figures.Called++;
        return true;
    }

    private async Task GiveProxyAsync(PersonId giver)
    {
        var desk = Office.Get<ProxyDesk>();
        if (await desk.ReadAsync(Who.With(giver), id, default) is not { Given: null, Why: null } sheet || year.Random.Next(3) > 0)
            return;
        Assert.Null(await desk.SignAsync(Who.With(giver), id, sheet.Holders[0].Id, "Je donne procuration.", default));
        year.Figures.Proxies++;
    }

    // Community representatives have a consultative voice and no part in this.
    private bool Mine(PersonId person) => _seats.Any(s => s.IsHeldBy(person)) || people.Presiders.Any(p => p.Person.Id == person);

}
