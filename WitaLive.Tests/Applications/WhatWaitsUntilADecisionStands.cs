using System.Security.Claims;
using WitaLive.App.Applications;
using WitaLive.App.Files;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Applications;

/// <summary>While the chair can take a decision back, nobody is told of it, and nothing is built on it.</summary>
public class WhatWaitsUntilADecisionStands
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Is_its_notification(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, file, room) = await DecidedAsync(office);
        var today = new DateOnly(2027, 1, 5);

        Assert.Equal(new DecisionCanBeUndone(10), await AnApplicant.DoAsync(office, file, new NotifyDecision(today)));
        Assert.NotNull((await AnApplicant.ReadAsync(office, file)).UndoableUntil);
        await InAChamber.DoAsync(room, new UndoConclusion(room.Meeting.Items[0].Id));
        Assert.IsType<ApplicationIsElsewhere>(await AnApplicant.DoAsync(office, file, new NotifyDecision(today)));
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        office.Clock.Advance(room.Meeting.Plan!.UndoFor); // the last moment
        Assert.IsType<DecisionCanBeUndone>(await AnApplicant.DoAsync(office, file, new NotifyDecision(today)));
        Assert.DoesNotContain((await AnApplicant.ReadAsync(office, file)).Events, e => e is DecisionNotified);

        office.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null((await AnApplicant.ReadAsync(office, file)).UndoableUntil);
        Assert.Null(await AnApplicant.DoAsync(office, file, new NotifyDecision(today)));
        Assert.Equal(today, (await office.Get<FileReading>().ReadOwnAsync(who, file, default))!.Application.NotifiedOn);
    }

    [Fact]
    public async Task Is_over_with_the_meeting()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (_, file, room) = await DecidedAsync(office);

        await InAChamber.DoAsync(room, new CloseMeeting());

        Assert.Null(await AnApplicant.DoAsync(office, file, new NotifyDecision(new(2027, 1, 5))));
    }

    [Theory, OnSqlite, OnPostgres] // rules of procedure, art. 27
    public async Task Leaves_no_trace_where_somebody_would_withdraw(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, file) = await RoutedAsync(office);
        var plan = await office.PlanAsync(0);
        Assert.True(await MayAsync());
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, plan, [file], 6, default));
        Assert.True(await MayAsync());
        var room = (await office.Get<RoomDoor>().EnterAsync(plan))!;
        office.Clock.Advance(room.Meeting.Plan!.StartsAt.AddHours(-48) - office.Clock.GetUtcNow());
        Assert.True(await MayAsync()); // the last moment
        office.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await MayAsync());
        Assert.Equal(new TooLateToWithdraw(48), await WithdrawAsync());

        await InAChamber.TakeUpAsync(office, room);
        await InAChamber.VoteAsync(room);
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);

        Assert.False(await MayAsync());
        Assert.Equal(new TooLateToWithdraw(48), await WithdrawAsync());
        InAChamber.ComesToStand(office, room);
        Assert.False(await MayAsync());
        Assert.IsType<ApplicationIsFinished>(await WithdrawAsync());

        async Task<bool> MayAsync() => (await office.Get<FileReading>().ReadOwnAsync(who, file, default))!.CanWithdraw;
        Task<Refusal?> WithdrawAsync() => office.Get<FileDesk>().DoOwnAsync(who, file, new WithdrawApplication(), default);
    }

    [Theory, OnSqlite, OnPostgres] // rules of procedure, art. 27: what was withdrawn counts
    public async Task Is_not_said_to_be_possible_when_the_year_is_used_up(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var desk = office.Get<ApplicationDesk>();
        foreach (var left in new[] { 1, 0 })
        {
            var file = await AnApplicant.SubmitAsync(office, who);
            Assert.Null(await office.Get<FileDesk>().DoOwnAsync(who, file, new WithdrawApplication(), default));
            Assert.Equal(left, (await desk.StillTakenAsync(who, default)).Left);
        }
        Assert.Equal(new TooManyApplications(2), Assert.IsType<Result<FileId>.Refused>(await desk.SubmitAsync(who, default)).Why);
    }

    private static async Task<(ClaimsPrincipal Who, FileId File)> RoutedAsync(PlanningOffice office)
    {
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        await AnApplicant.DoAsync(office, file, new DeclareComplete());
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default);
        return (who, file);
    }

    private static async Task<(ClaimsPrincipal Who, FileId File, MeetingRoom Room)> DecidedAsync(PlanningOffice office)
    {
        var (who, file) = await RoutedAsync(office);
        var (_, room) = await InAChamber.SitAsync(office, file);
        await InAChamber.VoteAsync(room);
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        return (who, file, room);
    }
}
