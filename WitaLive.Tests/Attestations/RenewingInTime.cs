using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Access;
using WitaLive.App.Applications;
using WitaLive.App.Attestations;
using WitaLive.App.Calendar;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Live;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.App.Profiles;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Attestations;
using WitaLive.Domain.Rules;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;
using WitaLive.Tests.Principles;

namespace WitaLive.Tests.Attestations;

/// <summary>Royal decree, art. 15 and 18, through the services and the database. It is 23 November 2026.</summary>
public class RenewingInTime
{
    private static readonly DateOnly s_today = new(2026, 11, 23);

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_refused_a_day_too_early_and_starts_from_what_was_sent_in_last(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, holder) = await AnApplicant.ArriveAsync(office);
        var first = await AnApplicant.SubmitAsync(office, who);
        Assert.Null(await office.Get<FileDesk>().DoOwnAsync(who, first, new WithdrawApplication(), default));
        await office.Get<ProfileDesk>().ChangeAsync(who, profile => profile with { Activities = [], Incomes = [], Proofs = [] }, default);
        var until = s_today.AddDays(1).AddYears(2);
        await office.DoAsync(db => db.AddHeld(AHolder.Of(holder, "plus", until.AddYears(-5), until)));

        var draft = await office.Get<ApplicationDesk>().DraftAsync(who, default);
        Assert.Equal((s_today.AddDays(1), 2, until), (draft.NotBefore!.Value, draft.Missing, draft.Renews!.Attestation.Until));
        Assert.True(draft.Rests.Background is { HeldBefore: true, HeldPlus: true }); // known, and not asked
        Assert.Null(await office.Get<Renewals>().TakeOverAsync(who, default));
        draft = await office.Get<ApplicationDesk>().DraftAsync(who, default);
        Assert.Equal((0, 6000m, 1, 0), (draft.Missing, draft.Rests.Incomes.Single().Amount!.Value, draft.Rests.Proofs.Length, draft.Gaps.Length));

        var suspended = new Sanction(MeasureRule.Suspension, s_today.AddDays(-1), s_today.AddMonths(1));
        await office.DoAsync(db => db.Set<Attestation>().Single().Put(suspended));
        Assert.Equal(new TooEarlyToRenew(s_today.AddDays(1)), Assert.IsType<Result<FileId>.Refused>(await office.Get<ApplicationDesk>().SubmitAsync(who, default)).Why); // it runs all the same
        await office.DoAsync(db => db.Set<Attestation>().Single().Put(null));
        Assert.Equal(new TooEarlyToRenew(s_today.AddDays(1)), Assert.IsType<Result<FileId>.Refused>(await office.Get<ApplicationDesk>().SubmitAsync(who, default)).Why);
        office.Clock.Advance(TimeSpan.FromDays(1));
        var file = Assert.IsType<Result<FileId>.Ok>(await office.Get<ApplicationDesk>().SubmitAsync(who, default)).Value;
        Assert.True((await AnApplicant.ReadAsync(office, file)).Submission.Profile.Background.HeldPlus);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Keeps_the_one_held_in_effect_until_the_decision_which_follows_without_a_gap(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, holder) = await AnApplicant.ArriveAsync(office);
        var old = AHolder.Of(holder, "plus", new(2022, 2, 24), s_today.AddMonths(3));
        await office.DoAsync(db => db.AddHeld(old));
        var file = await AnApplicant.SubmitAsync(office, who); // three months before, to the day
        office.Clock.Advance(TimeSpan.FromDays(100));
        Assert.Equal(new Verdict(false, old.Until), await office.Get<AttestationReading>().CheckAsync(old.Code, default)); // not complete yet

        await AnApplicant.DoAsync(office, file, new DeclareComplete());
        Assert.Equal(new Verdict(true, null), await office.Get<AttestationReading>().CheckAsync(old.Code, default));
        Assert.Equal(Standing.Kept, Assert.Single(await office.Get<AttestationReading>().MineAsync(who, default)).Standing);
        Assert.Single((await office.Get<RegisterList>().ReadAsync(PlanningOffice.Secretary, new(Standing: nameof(Standing.Kept)), default)).Lines);

        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default);
        var (_, room) = await InAChamber.SitAsync(office, file, form => form.Day = "2027-04-06");
        await InAChamber.VoteAsync(room, "plus");
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        Assert.Equal(new Verdict(true, null), await office.Get<AttestationReading>().CheckAsync(old.Code, default)); // the chair can still take it back
        Assert.Equal(Standing.Kept, Assert.Single(await office.Get<AttestationReading>().MineAsync(who, default)).Standing);
        InAChamber.ComesToStand(office, room);
        var held = await office.Get<AttestationReading>().MineAsync(who, default);
        Assert.Equal(
            [(old.Until.AddDays(1), old.Until.AddYears(5), Standing.Valid), (old.From, old.Until, Standing.Over)],
            held.Select(one => (one.Attestation.From, one.Attestation.Until, one.Standing)));
        Assert.Equal(old.Id, held[0].Attestation.PreviousId);
    }

    /// <summary>Royal decree, art. 18 § 1: no first day for a visa that became an attestation by the law; for an artist's status there is one.</summary>
    [Theory, InlineData("ordinary", false), InlineData("plus", true)]
    public async Task Is_open_at_any_time_to_who_had_a_visa(string type, bool hasFirstDay)
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, holder) = await AnApplicant.ArriveAsync(office);
        await office.DoAsync(db => db.Add(new Attestation
        {
            Id = Guid.CreateVersion7(), FileId = null, Number = "V-1", Code = CheckCode.New(), HolderId = holder, Holder = "Ysaline Grosdent", Type = type,
            DecidedOn = new(2024, 1, 1), From = new(2024, 1, 1), Until = new(2033, 12, 31),
        }));

        Assert.Equal(hasFirstDay ? new DateOnly(2031, 12, 31) : null, (await office.Get<ApplicationDesk>().DraftAsync(who, default)).NotBefore);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_called_so_where_it_waits_on_the_agenda_and_in_the_room(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, holder) = await AnApplicant.ArriveAsync(office);
        await office.DoAsync(db => db.AddHeld(AHolder.Of(holder, "plus", new(2022, 2, 24), s_today.AddMonths(3))));
        var (first, file) = (await AnApplicant.SubmitAsync(office, (await AnApplicant.ArriveAsync(office)).Who, "85.07.30-035 26"), await AnApplicant.SubmitAsync(office, who));
        foreach (var one in new[] { first, file })
            await AnApplicant.DoAsync(office, one, new DeclareComplete());
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [first, file], default);
        var meeting = await office.PlanAsync(0);

        Assert.Equal([(first, false), (file, true)], (await office.Get<AgendaBuilding>().OfAsync(PlanningOffice.Secretary, meeting, default))!.Files.Select(waiting => (waiting.File.Id, waiting.IsRenewal)));
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, meeting, [first, file], 6, default));
        await using var db = office.Databases.CreateDbContext();
        var lines = (await db.Set<PlannedMeeting>().AsNoTracking().Include(m => m.Agenda).SingleAsync(m => m.Id == meeting)).Agenda;
        Assert.StartsWith("Demande d’attestation ", lines.Single(line => line.FileId == first).Titles["fr"], StringComparison.Ordinal);
        Assert.StartsWith("Demande de renouvellement d’une attestation ", lines.Single(line => line.FileId == file).Titles["fr"], StringComparison.Ordinal);
    }

    /// <summary>Royal decree, art. 15 § 3: three months after its end there is nothing left to follow.</summary>
    [Theory, InlineData("2026-08-23", true), InlineData("2026-08-22", false)]
    public async Task Is_none_once_the_one_held_ended_too_long_ago(string until, bool isOne)
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, holder) = await AnApplicant.ArriveAsync(office);
        var last = DateOnly.Parse(until, CultureInfo.InvariantCulture);
        await office.DoAsync(db => db.AddHeld(AHolder.Of(holder, "plus", last.AddYears(-5), last)));

        Assert.Equal(isOne, (await AnApplicant.ReadAsync(office, await AnApplicant.SubmitAsync(office, who))).Renews is not null);
    }

    /// <summary>Royal decree, art. 18 § 1: never said to be open since a day on which it was not granted yet.</summary>
    [Theory]
    [InlineData("ordinary", "2026-11-01", "2030-10-31", "Elle peut être renouvelée dès maintenant, depuis le dimanche 1er\u00a0novembre 2026")]
    [InlineData("ordinary", "2026-11-01", "2031-10-31", "Elle peut être renouvelée à partir du dimanche 31\u00a0octobre 2027")]
    [InlineData("plus", "2023-12-01", "2028-11-30", "Elle peut être renouvelée à partir du lundi 30\u00a0novembre 2026")]
    public async Task Is_open_from_a_day_that_the_card_names(string type, string from, string until, string said)
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, holder) = await AnApplicant.ArriveAsync(office);
        await office.DoAsync(db => db.Add(AHolder.Of(holder, type, DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(until, CultureInfo.InvariantCulture))));

        var card = await Rendered.AsHtml<AttestationPanel>("fr", new() { ["Leads"] = true }, services =>
        {
            office.AddTo(services);
            services.AddSingleton<AuthenticationStateProvider>(new Signed(who)).AddSingleton<CurrentPerson>();
        });

        Assert.Contains(said, card, StringComparison.Ordinal);
        Assert.Equal(said.Contains("dès maintenant", StringComparison.Ordinal), card.Contains("my/applications/new", StringComparison.Ordinal));
    }

    /// <summary>Royal decree, art. 15 § 2: a new one replaces the old at once, except an ordinary one while a better one runs. O is the one that runs, W the one that waits, N the new one.</summary>
    [Theory]
    [InlineData("plus", "O N N N N N"), InlineData("starter", "O N N N N -"), InlineData("ordinary", "O O O N N N")]
    public async Task Leaves_never_two_valid_on_one_day_when_an_ordinary_one_waits(string type, string expected)
    {
        await using var office = await PlanningOffice.OnAsync();
        var (_, holder) = await AnApplicant.ArriveAsync(office);
        var (decided, file) = (new DateOnly(2027, 1, 10), await office.AddFileAsync("2026-A-000777"));
        var runs = AHolder.Of(holder, "plus", new(2023, 1, 1), new(2027, 6, 30), "2023-A-000001");
        var waits = AHolder.Of(holder, "ordinary", new(2027, 7, 1), new(2031, 11, 22), "2026-A-000001");
        await office.DoAsync(db => db.AddRange(runs, waits));
        await office.DoAsync(db => db.Entry(db.Set<ApplicationFile>().Single(f => f.Id == file.Id)).Property(f => f.ApplicantId).CurrentValue = holder);
        var grants = office.Services.GetServices<IFollowEvents>().OfType<Grants>().Single();

        await DecideAsync(type);
        Assert.Equal(expected, await ValidAsync());
        await DecideAsync("refusal"); // it is taken back
        Assert.Equal("O O O W W -", await ValidAsync());

        async Task DecideAsync(string outcome)
        {
            await using var db = (WitaLiveDb)office.Databases.CreateDbContext();
            await grants.ReplaceAsync(db, file.Id, outcome, decided, default);
            await db.SaveChangesAsync();
        }

        async Task<string> ValidAsync()
        {
            await using var db = office.Databases.CreateDbContext();
            var all = await db.Set<Attestation>().AsNoTracking().Where(a => a.HolderId == holder).ToListAsync();
            DateOnly[] days = [decided.AddDays(-1), decided, runs.Validity.Until, runs.Validity.Until.AddDays(1), new(2030, 1, 1), new(2031, 12, 31)];
            return string.Join(' ', days.Select(day => all.Where(a => a.On(day, false) is Standing.Valid).Select(a => a.Id == runs.Id ? "O" : a.Id == waits.Id ? "W" : "N").DefaultIfEmpty("-").Aggregate((one, other) => one + other)));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_what_holders_are_reminded_of_six_months_before_and_at_the_end(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (_, holder) = await AnApplicant.ArriveAsync(office, "fr");
        var (_, other) = await AnApplicant.ArriveAsync(office, "nl");
        await office.DoAsync(db =>
        {
            db.AddHeld(AHolder.Of(holder, "starter", new(2024, 5, 25), s_today.AddDays(1).AddMonths(6)));
            db.AddHeld(AHolder.Of(other, "plus", new(2021, 1, 1), s_today.AddMonths(6))); // followed by another one
            db.AddHeld(AHolder.Of(other, "ordinary", s_today.AddMonths(6).AddDays(1), new(2031, 1, 1)));
        });
        var watch = ActivatorUtilities.CreateInstance<WatchAttestations>(office.Services);

        await watch.RunAsync(default);
        Assert.Empty(await MailsAsync(office)); // a day too early
        office.Clock.Advance(TimeSpan.FromDays(1));
        await watch.RunAsync(default);
        await watch.RunAsync(default);
        var mail = Assert.Single(await MailsAsync(office));
        Assert.Equal("Votre attestation prend fin le lundi 24\u00a0mai 2027", mail.Subject);
        Assert.Contains("au plus tard le mercredi 24\u00a0février 2027", mail.Text, StringComparison.Ordinal);
        office.Clock.Advance(TimeSpan.FromDays(180));
        await watch.RunAsync(default);
        Assert.Single(await MailsAsync(office));
        office.Clock.Advance(TimeSpan.FromDays(1));
        await watch.RunAsync(default);
        await watch.RunAsync(default);
        Assert.Equal(2, (await MailsAsync(office)).Count);
    }

    [Theory] // the register says of such an attestation that it keeps its effect
    [InlineData(3, true, "à temps, et elle est complète"), InlineData(3, false, "à temps, mais n'est pas encore complète"), InlineData(2, true, "trop tard pour la prolonger")]
    public async Task Is_not_asked_of_who_has_asked_for_it_already(int months, bool isComplete, string said)
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, holder) = await AnApplicant.ArriveAsync(office, "fr");
        await office.DoAsync(db => db.AddHeld(AHolder.Of(holder, "plus", new(2022, 2, 24), s_today.AddMonths(months))));
        var file = await AnApplicant.SubmitAsync(office, who);
        if (isComplete)
            await AnApplicant.DoAsync(office, file, new DeclareComplete());
        var watch = ActivatorUtilities.CreateInstance<WatchAttestations>(office.Services);

        await watch.RunAsync(default);
        var mail = Assert.Single(await MailsAsync(office));
        Assert.Contains(said, mail.Text, StringComparison.Ordinal);
        Assert.Contains($"/my/applications/{file.Value}", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("introduite maintenant", mail.Text, StringComparison.Ordinal);

        Assert.Null(await office.Get<FileDesk>().DoOwnAsync(who, file, new WithdrawApplication(), default));
        office.Clock.Advance(TimeSpan.FromDays(31 * months));
        await watch.RunAsync(default);
        Assert.Contains("introduite maintenant ne la prolonge plus", (await MailsAsync(office))[^1].Text, StringComparison.Ordinal);
    }

    [Theory] // who deals with it must see what hangs on it, and so must who asked
    [InlineData(3, "à temps (au plus tard le lundi 23\u00a0novembre 2026)", "et elle est complète : l’attestation garde"), InlineData(2, "trop tard pour la prolonger", "trop tard pour la prolonger")]
    public async Task Is_marked_for_the_secretariat_the_chamber_and_the_applicant(int months, string arrived, string complete)
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, holder) = await AnApplicant.ArriveAsync(office, "fr");
        var (unknown, _) = await AnApplicant.ArriveAsync(office, "fr");
        await office.DoAsync(db => db.AddHeld(AHolder.Of(holder, "plus", new(2022, 2, 24), s_today.AddMonths(months), "2022-A-000123")));
        var (file, first) = (await AnApplicant.SubmitAsync(office, who), await AnApplicant.SubmitAsync(office, unknown, "85.07.30-035 26"));

        Assert.Equal([file], (await office.Get<FileList>().ReadAsync(PlanningOffice.Secretary, new(), default)).Renewals);
        Assert.Equal([file], await office.Get<ApplicationDesk>().RenewalsAsync(who, await office.Get<ApplicationDesk>().MineAsync(who, default), default));
        Assert.Null((await AnApplicant.ReadAsync(office, first)).Renews);
        var sheet = await AnApplicant.ReadAsync(office, file);
        Assert.Equal(("2022-A-000123", s_today.AddMonths(months)), (sheet.Renews!.Number, sheet.Renews.Until));
        Assert.Equal(sheet.Renews, (await office.Get<FileReading>().ReadOwnAsync(who, file, default))!.Renews);
        Assert.Equal((file, sheet.Renews), (await office.Get<AttestationReading>().AskedAsync(who, default)) is var (asked, renews) ? (asked.Id, renews) : default);
        Assert.Null(await office.Get<AttestationReading>().AskedAsync(unknown, default));
        await using (var panel = await APage.OpenAsync<AttestationPanel>(office, who))
            Assert.DoesNotContain("can be renewed now", await panel.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("2022-A-000123", await LastMailAsync(office, file), StringComparison.Ordinal);
        Assert.Contains(arrived, await LastMailAsync(office, file), StringComparison.Ordinal);
        Assert.DoesNotContain("et elle est complète", await LastMailAsync(office, file), StringComparison.Ordinal);
        Assert.DoesNotContain("Renouvellement", await LastMailAsync(office, first), StringComparison.Ordinal);

        await AnApplicant.DoAsync(office, file, new DeclareComplete());
        Assert.Contains(complete, await LastMailAsync(office, file), StringComparison.Ordinal);
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default);
        var (_, room) = await InAChamber.SitAsync(office, file);
        await InAChamber.VoteAsync(room, "plus");
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        InAChamber.ComesToStand(office, room);
        Assert.Equal(sheet.Renews, (await AnApplicant.ReadAsync(office, file)).Renews); // and not by the one it was granted itself
        Assert.Equal([file], await office.Get<ApplicationDesk>().RenewalsAsync(who, await office.Get<ApplicationDesk>().MineAsync(who, default), default));
    }

    [Fact]
    public async Task Is_of_the_same_one_on_the_form_and_in_the_file_while_another_one_waits()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, holder) = await AnApplicant.ArriveAsync(office, "fr");
        await office.DoAsync(db =>
        {
            db.AddHeld(AHolder.Of(holder, "plus", new(2022, 2, 24), s_today.AddMonths(2), "V-2"));
            db.AddHeld(AHolder.Of(holder, "ordinary", s_today.AddMonths(2).AddDays(1), s_today.AddYears(5), "2026-A-000002", decided: s_today));
        });
        var asked = (await office.Get<ApplicationDesk>().DraftAsync(who, default)).Renews!.Attestation.Number;

        Assert.Equal((asked, "V-2"), ((await AnApplicant.ReadAsync(office, await AnApplicant.SubmitAsync(office, who))).Renews!.Number, asked));
    }

    private static async Task<string> LastMailAsync(PlanningOffice office, FileId file)
    {
        await using var db = office.Databases.CreateDbContext();
        return (await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.Purpose == ApplicationMails.Purpose && m.Text.Contains(file.Value.ToString())).OrderBy(m => m.CreatedAt).ThenBy(m => m.Subject.Contains("complète")).ToListAsync())[^1].Text; // both at the same moment of the test's clock
    }

    private static async Task<List<OutgoingMail>> MailsAsync(PlanningOffice office)
    {
        await using var db = office.Databases.CreateDbContext();
        return await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.Purpose == AttestationMails.Purpose).OrderBy(m => m.CreatedAt).ToListAsync();
    }
}
