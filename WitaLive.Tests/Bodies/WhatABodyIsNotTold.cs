using System.Security.Claims;
using WitaLive.App.Bodies;
using WitaLive.App.Files;
using WitaLive.App.Measures;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Attestations;
using WitaLive.Domain.Rules;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Attestations;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Bodies;

/// <summary>Methods refuse whoever enters for a body, whatever page they come from; a measure is told once it stands, and not before.</summary>
public class WhatABodyIsNotTold
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_annulment_that_the_chair_can_still_take_back_is_as_if_it_were_not(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, id) = await AnApplicant.ArriveAsync(office);
        await office.DoAsync(db => db.Add(AHolder.Of(id, "plus", new(2024, 1, 1), new(2028, 12, 31), "2024-A-000007")));
        await AnApplicant.FillAsync(office.Services, who);
        var (onss, onem) = (await ARepresentative.OfAsync(office, BodyKind.Inspection, "onss"), await ARepresentative.OfAsync(office, BodyKind.Institution, "ONEM"));
        await office.Get<ServiceRequests>().RequestAsync(onss, new("2024-A-000007", "abuse", "Un contrat qui n'a jamais existé.", "", "fr"), default);
        var file = Assert.Single(await office.Get<ServiceRequests>().MineAsync(onss, default)).Id;
        Assert.Null(await office.Get<FileDesk>().DoOwnAsync(who, file, new ConfirmHearing(), default));
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default);
        var (_, room) = await InAChamber.SitAsync(office, file);
        await InAChamber.VoteAsync(room, MeasureRule.Annulment);
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);

        Assert.Equal((Standing.Valid, true), await ToldAsync());
        InAChamber.ComesToStand(office, room);
        Assert.Equal((Standing.Annulled, false), await ToldAsync());

        async Task<(Standing, bool)> ToldAsync()
        {
            var told = Assert.Single(Assert.IsType<Result<ImmutableArray<ToldAttestation>>.Ok>(await office.Get<Consulting>().AskAsync(onem, "2024-A-000007", "Demande C181", default)).Value);
            return (told.Standing, told.IsValid);
        }
    }

    [Fact]
    public async Task Methods_of_the_other_kind_and_of_the_Commission_refuse()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (institution, inspection) = (await ARepresentative.OfAsync(office, BodyKind.Institution, "ONEM"), await ARepresentative.OfAsync(office, BodyKind.Inspection, "onss"));
        var sought = new MeasureSought(FileKind.Suspension, "onss", "abuse", "Un contrat qui n'a jamais existé.", new(2026, 11, 20));

        await RefusesAsync(institution, who => office.Get<ServiceRequests>().MineAsync(who, default));
        await RefusesAsync(inspection, who => office.Get<Consulting>().AskAsync(who, "2024-A-000007", "Demande", default));
        await RefusesAsync(PlanningOffice.Secretary, who => office.Get<Consulting>().AskAsync(who, "2024-A-000007", "Demande", default));
        foreach (var body in new[] { institution, inspection })
        {
            await RefusesAsync(body, who => office.Get<MeasureRequests>().RequestAsync(who, Guid.NewGuid(), sought, "fr", default));
            await RefusesAsync(body, who => office.Get<FileDesk>().RouteAsync(who, [new(Guid.NewGuid())], default));
            await RefusesAsync(body, who => ARepresentative.Desk(office).ListAsync(who, default));
        }

        static Task RefusesAsync(ClaimsPrincipal who, Func<ClaimsPrincipal, Task> act) => Assert.ThrowsAsync<UnauthorizedAccessException>(() => act(who));
    }
}
