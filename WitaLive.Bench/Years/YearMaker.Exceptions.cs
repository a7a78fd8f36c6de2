using WitaLive.App.Answers;
using WitaLive.App.Applications;
using WitaLive.App.Calendar;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Answers;
using WitaLive.Domain.Chambers;

namespace WitaLive.Bench.Years;

// What does not go as planned: who is refused appeals, meetings are called off, and a seat is represented by another member.
internal sealed partial class YearMaker
{
    // Unit: days to call a meeting off; its files wait again before the next agendas are made.
    private const int UntilCalledOff = 3;

    private readonly Dictionary<MeetingId, (SeatId Giver, PersonId Holder)> _proxies = [];
    private int _refused;
    private int _sittings;

    // The chamber that refused never has the appeal: a language with one chamber has nobody to decide it.
    private void PerhapsAppeal(MadeFile file)
    {
        if (file is { IsAppeal: false, Outcome: YearPlan.Refusal } && _commission.Chambers.Count(chamber => MeetingDay.KindOf(chamber) == file.Language) > 1 && YearPlan.IsOneOf(_refused++, plan.Appealing))
            At(Today.AddDays(plan.Pace.Appealing.Draw(random)), 17, () => AppealAsync(file));
    }

    private async Task AppealAsync(MadeFile refused)
    {
        var id = Done.Well(await Get<AppealDesk>().AppealAsync(refused.Applicant, refused.Id, "Le contrat que voici, reçu depuis.", [], default));
        var appeal = new MadeFile(id, refused.Applicant, refused.Language, refused.Domain, random.Next(100) < plan.AppealsGranted ? "plus" : YearPlan.Refusal, Today) { IsAppeal = true };
        _files.Add(id, appeal);
        Made.Appeals.Add(appeal);
        At(WorkingDay(Today.AddDays(plan.Pace.Completing.Draw(random))), 11, () => CompleteAsync(appeal));
    }

    private async Task PlanInVainAsync(MeetingDay day)
    {
        var id = await CreateAsync(day);
        Done.Well(await Get<AgendaPlanning>().AddPointAsync(_secretary, id, Person.Languages.ToDictionary(l => l, l => $"Point ({l})"), 30, default));
        var waiting = (await Get<AgendaBuilding>().OfAsync(_secretary, id, default))!.Files.Select(one => one.File.Id).Take(1).ToList();
        if (waiting.Count > 0)
            Done.Well(await Get<AgendaPlanning>().AddFilesAsync(_secretary, id, waiting, 5, default));
        await ConveneAsync(id);
        At(Today.AddDays(UntilCalledOff), 9, async () =>
        {
            Done.Well(await Get<MeetingChanges>().CancelAsync(_secretary, id, "Trop peu de membres peuvent venir.", default));
            Made.Meetings.Add(new(id, day.Kind, day.Day, IsSecond: false) { IsCalledOff = true });
        });
    }

    // In the morning both of a duo say that they stay away, and the effective member signs a proxy.
    private async Task ExcuseAsync(MeetingId id)
    {
        var plan = (await Get<RoomDoor>().EnterAsync(id))!.Meeting.Plan!;
        var seats = plan.Seats.Where(seat => seat.Substitute is not null && !plan.Presiders.Any(presider => seat.IsOf(presider.Person))).ToList();
        var seat = seats[random.Next(seats.Count)];
        foreach (var person in new[] { seat.Effective, seat.Substitute!.Value })
            Done.Well(await Get<AnswerDesk>().AnswerAsync(As(person), id, AnswerKind.Absent, "Maladie", default));
        var holder = (await Get<ProxyDesk>().ReadAsync(As(seat.Effective), id, default))!.Holders[0].Id;
        Done.Well(await Get<ProxyDesk>().SignAsync(As(seat.Effective), id, holder, "Je donne procuration.", default));
        _proxies.Add(id, (seat.Id, holder));
    }
}
