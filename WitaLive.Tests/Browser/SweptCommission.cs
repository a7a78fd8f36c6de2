using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Access;
using WitaLive.App.Calendar;
using WitaLive.App.Convening;
using WitaLive.App.Data;
using WitaLive.App.Display;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain.Chambers;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;

namespace WitaLive.Tests.Browser;

/// <summary>The demo commission in an app of its own, with enough in it that no page is bare: mails in every state, an invitation not yet used.</summary>
public sealed class SweptCommission : IAsyncLifetime
{
    public RunningApp App { get; private set; } = null!;

    /// <summary>Of who has signed in once, by full name: nobody needs to do it again for every handful of pages.</summary>
    public ConcurrentDictionary<string, Lazy<Task<string>>> CookiesOf { get; } = new();

    public Guid RestrictedChamber { get; private set; }

    public Guid EnlargedChamber { get; private set; }

    public Guid Person { get; private set; }

    /// <summary>Questions of interpretation: one that waits, and one that is answered.</summary>
    public static Guid Asked { get; } = Guid.NewGuid();

    public static Guid Answered { get; } = Guid.NewGuid();

    /// <summary>Someone from whose address mail came back.</summary>
    public Guid Unreached { get; private set; }

    public Guid Meeting { get; private set; }

    public Guid ProvisionalDate { get; private set; }

    public Guid FailedMail { get; private set; }

    /// <summary>A meeting ahead to which people have been convened.</summary>
    public Guid Convened { get; private set; }

    /// <summary>One of them.</summary>
    public Guid Convoked { get; private set; }

    /// <summary>Behind the link of that person's mail, in the language of whoever looks; visited, it stays good.</summary>
    public string AnswerPage { get; private set; } = "";

    /// <summary>A seat with a mandate that ends soon and a suspension, and one that nobody holds.</summary>
    public Guid Seat { get; private set; }

    public Guid VacantSeat { get; private set; }

    /// <summary>A member of a meeting that is over, and the quarter it was in, as an address says it.</summary>
    public (Guid Meeting, Guid Member, string Quarter) Attended { get; private set; }

    /// <summary>A meeting whose report was supplied, with remarks on it.</summary>
    public Guid Reported { get; private set; }

    /// <summary>A meeting that was adjourned for want of a quorum, and one that is going to lack it.</summary>
    public Guid Failed { get; private set; }

    public Guid Endangered { get; private set; }

    /// <summary>An application about which its applicant was asked something.</summary>
    public Guid Application { get; private set; }

    /// <summary>An application on the agenda of the meeting to which people have been convened.</summary>
    public Guid Prepared { get; private set; }

    /// <summary>A request for a measure on the same agenda; and one that reaches its holder by letter.</summary>
    public Guid Heard { get; private set; }

    public Guid ByLetter { get; private set; }

    /// <summary>An appeal, an application that was refused, and the code of an attestation; a request to suspend one, one about which none is open, and who appeals.</summary>
    public (Guid Appeal, Guid Refused, string Code, Guid Measure, Guid Attestation, Guid Person) Holder { get; private set; }

    /// <summary>Decisions of the meeting that somebody attended: one sent with its code, one to be read over, one being written.</summary>
    public (Guid Sent, string Code, Guid ToRead, Guid Drafted, Guid Correction, Guid Altered) Rulings { get; private set; }

    /// <summary>A decision of principle with two versions, a proposal that members discuss, and a draft that names somebody.</summary>
    public (string Number, Guid Adopted, Guid Discussed, Guid Draft) Principles { get; private set; }

    /// <summary>Where the invited person chooses a password; visited, it stays good.</summary>
    public string InvitationPage { get; private set; } = "";

    public async Task InitializeAsync()
    {
        if (Needs.Missing([Need.Chromium]) is not null)
            return;
        App = await RunningApp.StartAsync();
        await using var scope = App.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await services.GetRequiredService<DemoMeetings>().LoadAsync(Path.Combine(services.GetRequiredService<DataDirectory>().Shipped, "demo", "meetings.json"));
        await using var db = await services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();

        var chambers = (await services.GetRequiredService<App.Chambers.CommissionDirectory>().ReadAsync(db, new(2026, 11, 22), default)).Chambers;
        RestrictedChamber = chambers.First(c => c.Section is not null).Id.Value;
        EnlargedChamber = chambers.First(c => c.Section is null).Id.Value;
        Meeting = (await services.GetRequiredService<DisplayKeys>().MeetingOfAsync("demo"))!.Value.Value;
        ProvisionalDate = (await db.Set<ProvisionalDate>().OrderBy(d => d.StartsAt).FirstAsync()).Id.Value;
        var person = await db.Persons.OrderBy(p => p.FamilyName).FirstAsync();
        Person = person.Id.Value;
        Unreached = (await db.Persons.SingleAsync(p => p.Email == "bastien.montrieux@example.org")).Id.Value;

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var page = await services.GetRequiredService<Invitations>().CreateAdministratorAsync("nouvelle.administratrice@example.org", now, default);
        InvitationPage = page.PathAndQuery;
        FailedMail = await WriteMailsAsync(db, person, now);

        Application = await ApplyAsync(services, db);
        Holder = await SweptHolder.WriteAsync(services, now);
        await SweptBodies.WriteAsync(services);
        var (convened, seat) = await AnsweringInTheBrowser.PlannedAsync(App);
        await SweptMandates.AddFilesAsync(services, convened);
        Prepared = await SweptPreparation.WriteAsync(services, convened);
        (Heard, ByLetter) = await SweptPreparation.WriteMeasuresAsync(services, convened);
        Assert.Null(await services.GetRequiredService<ConvocationDesk>().OrderAsync(Who.With(Roles.Secretariat), convened, null, null, default));
        (Convened, Convoked) = (convened.Value, seat.Effective!.Id.Value);
        AnswerPage = "/" + (await AnsweringInTheBrowser.LinkAsync(App, convened, seat.Effective.Id)).Split("&language=")[0];
        await SweptMandates.ConcernAsync(services, convened, seat.Effective.Id);
        (Failed, Endangered) = (await SweptQuorum.FailAsync(services, now), await SweptQuorum.EndangerAsync(services, now));
        (Seat, VacantSeat) = await SweptMandates.WriteAsync(services, now);
        Attended = await SweptMandates.HoldAsync(services, now.AddDays(-1));
        Rulings = await SweptRulings.WriteAsync(services, Attended.Meeting, Holder.Refused, Holder.Appeal, Application, now);
        Reported = await SweptReports.SupplyAsync(services, now);
        Principles = await SweptPrinciples.WriteAsync(services, now);
    }

    public async Task DisposeAsync()
    {
        if (App is not null)
            await App.DisposeAsync();
    }

    // One has sent an application in, the other has only just arrived.
    private static async Task<Guid> ApplyAsync(IServiceProvider services, WitaLiveDb db)
    {
        var (applicant, newcomer) = (
            WitaLive.Domain.Chambers.Person.Applying(new(Guid.NewGuid()), "Ysaline", "Grosdent", "ysaline.grosdent@example.org", "fr"),
            WitaLive.Domain.Chambers.Person.Applying(new(Guid.NewGuid()), "Évariste", "Molhant", "evariste.molhant@example.org", "fr"));
        db.AddRange(applicant, newcomer);
        await db.SaveChangesAsync();
        var who = AnApplicant.Outside(applicant.Id);
        await AnApplicant.FillAsync(services, who);
        Assert.Null(await services.GetRequiredService<App.Profiles.ProofDesk>().AddAsync(who, null, "portfolio.pdf", new MemoryStream(AnApplicant.Pdf), default));
        var file = Assert.IsType<WitaLive.Domain.Result<WitaLive.Domain.FileId>.Ok>(await services.GetRequiredService<App.Applications.ApplicationDesk>().SubmitAsync(who, default)).Value;
        Assert.Null(await services.GetRequiredService<App.Files.FileDesk>().DoAsync(
            Who.With(Roles.Secretariat), file, new WitaLive.Domain.Applications.RequestInformation([new(new(Guid.NewGuid()), "Qui vous a payée pour « Marée basse » ?")]), default));
        var messages = services.GetRequiredService<App.Messages.MessageDesk>();
        Assert.Null(await messages.SendAsync(Who.With(Roles.Secretariat), file, new(Guid.NewGuid(), "Bonjour, votre dossier nous est bien parvenu."), [], default));
        Assert.Null(await messages.SendOwnAsync(who, file, new(Guid.NewGuid(), "Merci. Je cherche encore le contrat de la galerie."), default));
        var interpretation = services.GetRequiredService<App.Interpretation.InterpretationDesk>();
        foreach (var (id, title) in new[] { (Asked, "Une résidence payée sans contrat compte-t-elle comme activité ?"), (Answered, "Les répétitions non payées comptent-elles comme travail invisible ?") })
            Assert.Null(await interpretation.AskAsync(await OfAsync(db, "Haeseldonckx", Roles.Secretariat), new(id, file, title, "Elle a duré trois semaines et a abouti à une présentation publique."), default));
        Assert.Null(await interpretation.AnswerAsync(await OfAsync(db, "Lahautmont", Roles.Jurist), Answered, "Oui, si elles préparent une activité qui compte elle-même.\nLa chambre en apprécie la durée.", default));
        return file.Value;
    }

    private static async Task<System.Security.Claims.ClaimsPrincipal> OfAsync(WitaLiveDb db, string familyName, string role) =>
        Who.With((await db.Persons.AsNoTracking().SingleAsync(p => p.FamilyName == familyName)).Id, role);

    private static async Task<Guid> WriteMailsAsync(WitaLiveDb db, Person person, DateTimeOffset now)
    {
        var (waiting, failed, cancelled) = (MailTo(person, now, now.AddDays(2)), MailTo(person, now, now.AddDays(1)), MailTo(person, now, now.AddDays(1)));
        cancelled.Cancel(now);
        db.AddRange(waiting, failed, cancelled);
        db.Entry(failed).Property(m => m.FailedAt).CurrentValue = now;
        db.Entry(failed).Property(m => m.Tries).CurrentValue = Backoff.MaxTries;
        db.Entry(failed).Property(m => m.LastError).CurrentValue = "550 5.1.1 <no.one@example.org>: Recipient address rejected: User unknown in virtual mailbox table";
        await db.SaveChangesAsync();
        return failed.Id;
    }

    private static OutgoingMail MailTo(Person person, DateTimeOffset now, DateTimeOffset due) => new()
    {
        ToAddress = person.Email,
        ToName = person.FullName,
        Language = person.Language,
        Subject = "Convocation : chambre restreinte 1 (FR), jeudi 26 novembre 2026 à 14:00",
        Text = "Madame, Monsieur,\n\nNous vous invitons à la réunion de la chambre restreinte 1 (FR).\n\nhttp://localhost:5080/meetings/1\n",
        Purpose = "convocation",
        CreatedAt = now,
        DueAt = due,
    };
}
