using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Jobs;
using WitaLive.App.Mail;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Measures;

public sealed record NoSuchThing : Refusal;

/// <summary>It was annulled: it never existed, and nothing is left to take away.</summary>
public sealed record AnnulledAlready : Refusal;

/// <param name="First">The first day on which it can have been asked for.</param>
public sealed record RequestedTooEarly(DateOnly First) : Refusal
{
    public override ImmutableArray<object> Gaps => [First];
}

/// <summary>Nobody is asked about in the name of somebody who was not chosen.</summary>
public sealed record RequesterNotChosen : Refusal;

/// <summary>Opens a file in which the suspension or annulment of what somebody holds is asked for. The person is invited to be heard with the same act.</summary>
/// <remarks>Source: royal decree of 13 March 2023, art. 19 and 28; rules of procedure, art. 28, 30 and 47.</remarks>
public sealed class MeasureRequests(IDbContextFactory<WitaLiveDb> databases, FileJournal journal, IEnumerable<IMeasureSubject> subjects, MeasureRights rights, RuleBook rules, JobBell bell)
{
    /// <param name="language">Where nothing says in which language it is dealt with.</param>
    /// <returns>The file, or why not; then nothing was written.</returns>
    /// <exception cref="UnauthorizedAccessException">Nobody asks in the name of the President, and of the inspection services only the secretariat knows what they ask.</exception>
    public async Task<Result<FileId>> RequestAsync(ClaimsPrincipal who, Guid subject, MeasureSought sought, string language, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        if (sought.Requester.Length == 0 || sought.Ground.Length == 0)
            return new RequesterNotChosen();
        if (sought.Requester == MeasureRule.President ? !await rights.PresidesAsync(who, ct) : !Policies.Allow(who, Policies.Secretariat))
            throw new UnauthorizedAccessException("This is for whoever asks.");
        return await OpenAsync(SignedInPerson.Of(who)!.Id, subject, sought, language, ct);
    }

    /// <summary>The same, of whom the caller knows that they may ask.</summary>
    internal Task<Result<FileId>> OpenAsync(PersonId by, Guid subject, MeasureSought sought, string language, CancellationToken ct) =>
        Anew.UntilWrittenAsync<Result<FileId>>(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            if (subjects.FirstOrDefault(one => one.Kind == sought.Kind) is not { } feature || await feature.FindAsync(db, subject, ct) is not { } thing)
                return new NoSuchThing();
            if (thing.WhyNot is { } whyNot)
                return whyNot;
            if (sought.RequestedOn < MeasureReading.FirstDay(thing, rules))
                return new RequestedTooEarly(MeasureReading.FirstDay(thing, rules));
            var file = new ApplicationFile
            {
                Id = new(Guid.CreateVersion7()),
                Number = await FileNumbers.NextAsync(db, FileNumbers.Measure, rights.Today, ct),
                Kind = sought.Kind,
                Applicant = thing.Holder,
                ApplicantId = thing.HolderId,
                Language = thing.Language ?? language,
                Domain = thing.Domain,
                SubjectId = subject,
            };
            var isOpen = await db.Set<ApplicationFile>().AnyAsync(
                f => f.SubjectId == subject && f.State != FileState.Decided && f.State != FileState.Withdrawn && f.State != FileState.Cancelled, ct);
            if (await journal.AddAsync(db, file, new RequestMeasure(sought, isOpen, thing.IsByLetter), by, ct) is Result<Application>.Refused(var why))
                return why;
            db.Add(file);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            bell.Ring<SendDueMail>();
            return file.Id;
        }, ct);
}
