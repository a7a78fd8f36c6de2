using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WitaLive.App.Attestations;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Rules;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Files;

/// <summary>Tells applicants what happened to their application, in their language. The file's number and a link; what it is about is read behind the link.</summary>
public sealed class ApplicationMails(MailFrame frame, SiteAddress site, RuleBook rules, Names names, IStringLocalizer<AttestationTexts> attestations, IStringLocalizer<FileTexts> texts)
{
    public const string Purpose = "application";

    /// <param name="after">What the application has come to by it.</param>
    public async Task AddAsync(WitaLiveDb db, ApplicationFile file, ApplicationEvent happened, Application after, CancellationToken ct)
    {
        if ((file.IsMeasure && file.AppealOfId is null ? MeasureKeyOf(happened) : KeyOf(happened, isAppeal: file.AppealOfId is not null)) is not { } key || file.ApplicantId is not { } applicant || await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == applicant && p.IsActive, ct) is not { } person)
            return;
        var inForce = rules.On(happened.On);
        var procedure = inForce.Procedure;
        var renews = happened is ApplicationSubmitted or DeclaredComplete or CancelledForSilence or ApplicationWithdrawn ? await Renewed.OfAsync(db, file, happened.On, inForce, ct, happened.At) : null;
        var hasAccount = await db.Users.AnyAsync(account => account.Id == person.Id.Value, ct);
        var silence = file.IsMeasure && procedure.MeasureIn(file.Kind) is { } measure ? measure.Hearing : happened is InvitedToHearing ? procedure.Hearing : procedure.Question;
        Outbox.Add(db, ReceiverLanguage.Run(person.Language, () => new OutgoingMail
        {
            ToAddress = person.Email,
            ToName = person.FullName,
            Language = person.Language,
            Subject = texts[$"{key}Subject", file.Number].Value,
            Text = frame.Write(person.Language, person.FullName, () =>
            {
                var said = texts[
                    $"{key}Text", file.Number, site.Of(FilePlaces.OfPerson(file)), (happened as PutOnAgenda)?.StartsAt.ToDayAndTime() ?? file.DueOn?.ToLongDay() ?? "–", silence.DaysOfSilence,
                    after.SilenceUntil(procedure)?.ToLongDay() ?? "–"].Value;
                return string.Join("\n\n", new[]
                {
                    said, renews?.InWords(file, attestations, names.Of($"outcome.{renews.Type}")), hasAccount ? null : texts["MailNoAccount", person.Email, site.Of("account/sign-up")].Value,
                }.OfType<string>());
            }),
            Purpose = Purpose,
            CreatedAt = happened.At,
            PersonId = person.Id,
        }));
    }

    // The invitation to be heard goes with the request: one mail for both.
    private static string? MeasureKeyOf(ApplicationEvent happened) => happened switch
    {
        InvitedToHearing => "MailMeasure",
        ApplicantReminded => "MailMeasureReminder",
        PutOnAgenda => "MailMeasureMeeting",
        _ => null,
    };

    // An appeal is called one.
    private static string? KeyOf(ApplicationEvent happened, bool isAppeal) => KeyOf(happened) is { } key && isAppeal && happened is not AppealFiled ? $"{key}Appeal" : KeyOf(happened);

    private static string? KeyOf(ApplicationEvent happened) => happened switch
    {
        ApplicationSubmitted { IsAssisted: true } => "MailReceiptAssisted",
        ApplicationSubmitted => "MailReceipt",
        AppealFiled => "MailAppeal",
        InformationRequested => "MailQuestion",
        ApplicantReminded => "MailReminder",
        CancelledForSilence => "MailCancelled",
        DeclaredComplete => "MailComplete",
        InvitedToHearing => "MailHearing",
        ApplicationWithdrawn => "MailWithdrawn",
        _ => null,
    };
}
