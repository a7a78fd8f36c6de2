using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Attestations;
using WitaLive.App.Bodies;
using WitaLive.App.Files;
using WitaLive.App.Profiles;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Attestations;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Attestations;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Bodies;

/// <summary>An institution is told whether somebody holds a valid attestation, the person reads that it asked, and nothing else of the Commission is open to it.</summary>
public class AskingForAnInstitution
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Is_answered_by_number_by_code_and_by_national_number_and_each_time_the_holder_reads_who_asked_and_why(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (holder, id) = await AnApplicant.ArriveAsync(office);
        Assert.Null(await office.Get<ProfileDesk>().SetNationalNumberAsync(holder, AnApplicant.Number, default));
        var attestation = AHolder.Of(id, "plus", new(2024, 1, 1), new(2028, 12, 31), "2024-A-000007");
        await office.DoAsync(db => db.Add(attestation));
        var onem = await ARepresentative.OfAsync(office, BodyKind.Institution, "ONEM");
        var desk = office.Get<Consulting>();

        foreach (var typed in new[] { "2024-a-000007", CheckCode.Shown(attestation.Code), AnApplicant.Number })
        {
            var told = Assert.Single(Assert.IsType<Result<ImmutableArray<ToldAttestation>>.Ok>(await desk.AskAsync(onem, typed, "  Demande C181 \u0007 ", default)).Value);
            Assert.Equal(("2024-A-000007", "Ysaline Grosdent", Standing.Valid, true), (told.Attestation.Number, told.Attestation.Holder, told.Standing, told.IsValid));
        }

        var asked = await desk.OfOwnAsync(holder, default);
        Assert.Equal(3, asked.Length);
        Assert.All(asked, one => Assert.Equal(("ONEM", "Demande C181", id), (one.Body, one.Reason, one.HolderId)));
        if (engine is Engine.Sqlite)
        {
            await using var panel = await APage.OpenAsync<Consultations>(office, holder);
            Assert.Contains("Institutions that asked about you: 3", await panel.TextAsync(), StringComparison.Ordinal);
        }
        var copy = System.Text.Encoding.UTF8.GetString(await office.Get<App.Applications.OwnCopy>().WriteAsync(holder, default));
        Assert.Contains("Demande C181", copy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_the_same_of_the_unknown_as_of_who_holds_none_and_wants_a_reason()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (holder, _) = await AnApplicant.ArriveAsync(office);
        Assert.Null(await office.Get<ProfileDesk>().SetNationalNumberAsync(holder, AnApplicant.Number, default));
        var (onem, desk) = (await ARepresentative.OfAsync(office, BodyKind.Institution, "ONEM"), office.Get<Consulting>());

        Assert.IsType<NothingHeld>(await WhyAsync(AnApplicant.Number)); // known, and holds none
        Assert.IsType<NothingHeld>(await WhyAsync("85.07.30-035 26")); // unknown
        Assert.IsType<NothingHeld>(await WhyAsync("2024-A-999999"));
        Assert.IsType<NumberMissing>(await WhyAsync(" \0 "));
        Assert.IsType<ConsultationReasonMissing>(await WhyAsync(AnApplicant.Number, " "));
        Assert.IsType<TextTooLong>(await WhyAsync(AnApplicant.Number, new string('x', Consultation.LongestReason + 1)));
        Assert.Single(await desk.OfOwnAsync(holder, default)); // that somebody asked about them is theirs to know

        async Task<Refusal> WhyAsync(string typed, string reason = "Demande") => Assert.IsType<Result<ImmutableArray<ToldAttestation>>.Refused>(await desk.AskAsync(onem, typed, reason, default)).Why;
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_told_nothing_that_the_chair_can_still_take_back(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        await AnApplicant.DoAsync(office, file, new DeclareComplete());
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default);
        var (_, room) = await InAChamber.SitAsync(office, file);
        await InAChamber.VoteAsync(room);
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        var (onem, desk) = (await ARepresentative.OfAsync(office, BodyKind.Institution, "ONEM"), office.Get<Consulting>());
        Assert.IsType<Result<ImmutableArray<ToldAttestation>>.Refused>(await desk.AskAsync(onem, AnApplicant.Number, "Demande", default));

        InAChamber.ComesToStand(office, room);

        Assert.True(Assert.Single(Assert.IsType<Result<ImmutableArray<ToldAttestation>>.Ok>(await desk.AskAsync(onem, AnApplicant.Number, "Demande", default)).Value).IsValid);
    }

    [Fact]
    public async Task Is_braked_when_it_asks_too_often()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (onem, desk) = (await ARepresentative.OfAsync(office, BodyKind.Institution, "ONEM"), office.Get<Consulting>());

        for (var n = 0; n < Consulting.AnHour; n++)
            Assert.IsType<NothingHeld>(Assert.IsType<Result<ImmutableArray<ToldAttestation>>.Refused>(await desk.AskAsync(onem, "x", "Demande", default)).Why);

        Assert.IsType<AskedTooOften>(await WhyAsync(office.Get<Consulting>(), onem)); // the brake is in the database: another node's is the same
        Assert.IsType<NothingHeld>(await WhyAsync(desk, await ARepresentative.OfAsync(office, BodyKind.Institution, "INASTI")));
        await using (var db = office.Databases.CreateDbContext())
            Assert.Equal(Consulting.AnHour + 1, await db.Set<Consultation>().CountAsync(c => c.HolderId == null && c.AttestationId == null)); // numbers of nobody leave a trace
        office.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.IsType<NothingHeld>(await WhyAsync(desk, onem));

        static async Task<Refusal> WhyAsync(Consulting desk, System.Security.Claims.ClaimsPrincipal who) =>
            Assert.IsType<Result<ImmutableArray<ToldAttestation>>.Refused>(await desk.AskAsync(who, "x", "Demande", default)).Why;
    }

    [Fact] // unlike an account that somebody opened to apply and never entered
    public async Task Keeps_the_account_it_was_given_until_an_administrator_takes_it_away()
    {
        await using var office = await PlanningOffice.OnAsync();
        var onem = SignedInPerson.Of(await ARepresentative.OfAsync(office, BodyKind.Institution, "ONEM"))!.Id;
        office.Clock.Advance(TimeSpan.FromDays(400));

        await new PurgeSignUps(office.Databases, Chambers.Demo.Rules, office.Clock).RunAsync(default);

        Assert.Equal(onem, Assert.Single(await ARepresentative.Desk(office).ListAsync(ARepresentative.Administrator, default)).Person.Id);
    }

    [Theory, InlineData(BodyKind.Institution, Policies.Institution), InlineData(BodyKind.Inspection, Policies.Inspection)]
    public void May_do_this_and_nothing_else(BodyKind kind, string policy) =>
        Assert.Equal([Policies.Entered, policy], Policies.All.Where(one => Policies.Allow(ARepresentative.As(new(Guid.NewGuid()), kind), one)));

    [Fact]
    public async Task Is_let_in_and_shut_out_by_an_administrator_alone()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (desk, id) = (ARepresentative.Desk(office), new PersonId(Guid.NewGuid()));
        RepresentativeFields fields = new("Nadège", "Vlaminck", "nadege.vlaminck@onem.example", "fr", BodyKind.Institution, "ONEM");

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.AddAsync(PlanningOffice.Secretary, id, fields, default));
        Assert.IsType<BodyMissing>(await desk.AddAsync(ARepresentative.Administrator, id, fields with { Body = " " }, default));
        Assert.IsType<BodyMissing>(await desk.AddAsync(ARepresentative.Administrator, id, fields with { Kind = BodyKind.Inspection }, default)); // no service that the rules know
        Assert.Null(await desk.AddAsync(ARepresentative.Administrator, id, fields, default));
        Assert.IsType<App.People.AddressTaken>(await desk.AddAsync(ARepresentative.Administrator, new(Guid.NewGuid()), fields, default));
        await using (var db = office.Databases.CreateDbContext())
        {
            var mail = await db.Set<App.Mail.OutgoingMail>().SingleAsync(m => m.PersonId == id);
            Assert.Equal(("invitation", "Votre accès à WitaLive pour ONEM"), (mail.Purpose, mail.Subject));
            Assert.Contains("au nom de ONEM", mail.Text, StringComparison.Ordinal);
        }
        Assert.Null(await desk.SetActiveAsync(ARepresentative.Administrator, id, false, default));
        Assert.False(Assert.Single(await desk.ListAsync(ARepresentative.Administrator, default)).Person.IsActive);
        Assert.Null(await desk.SetActiveAsync(ARepresentative.Administrator, id, true, default));
        Assert.IsType<App.Measures.NoSuchThing>(await desk.SetActiveAsync(ARepresentative.Administrator, new(Guid.NewGuid()), false, default)); // of the Commission, or nobody
        Assert.Null(await office.Get<App.Assistance.AssistanceDesk>().OfAddressAsync(PlanningOffice.Secretary, fields.Email, default)); // nobody fills in for them
    }
}
