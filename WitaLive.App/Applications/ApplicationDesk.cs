using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Attestations;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Jobs;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Profiles;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Attestations;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Applications;

/// <summary>An application being put together.</summary>
/// <param name="Chosen">The lines it rests on.</param>
/// <param name="Would">What would count of them today.</param>
public sealed record DraftSheet(ProfileSheet Profile, string Language, IReadOnlySet<Guid> Chosen, ImmutableArray<Gap> Gaps, Estimate Would)
{
    public Profile Rests => Profile.Profile.Only(Chosen);

    /// <summary>The attestation held today, or last; null for who never had one.</summary>
    public AttestationSheet? Renews { get; init; }

    /// <summary>How many lines of the last application stand in the profile no longer.</summary>
    public int Missing { get; init; }

    /// <summary>The first day on which this can come in, while that is ahead.</summary>
    public DateOnly? NotBefore { get; init; }
}

/// <summary>Puts an application together and sends it in.</summary>
public sealed class ApplicationDesk(IDbContextFactory<WitaLiveDb> databases, FileJournal journal, RuleBook rules, JobBell bell, TimeProvider clock)
{
    /// <summary>The languages a file can be dealt with in.</summary>
    public static ImmutableArray<string> Languages { get; } = ["fr", "nl", "de"];

    /// <summary>One's own applications, the newest first.</summary>
    public async Task<ImmutableArray<ApplicationFile>> MineAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        var me = SignedInPerson.Of(who)!.Id;
        await using var db = await databases.CreateDbContextAsync(ct);
        var mine = await db.Set<ApplicationFile>().AsNoTracking().Where(f => f.ApplicantId == me && f.SubjectId == null).OrderByDescending(f => f.SubmittedAt).ToListAsync(ct);
        await FileJournal.ShowToldAsync(db, mine, rules.On(Today), clock.GetUtcNow(), ct);
        return [.. mine];
    }

    /// <summary>Which of one's own applications ask to follow an attestation.</summary>
    public async Task<ImmutableHashSet<FileId>> RenewalsAsync(ClaimsPrincipal who, IEnumerable<ApplicationFile> mine, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        await using var db = await databases.CreateDbContextAsync(ct);
        var (me, inForce) = (SignedInPerson.Of(who)!.Id, rules.On(Today));
        var held = (await AttestationReading.OfAsync(db, me, Today, inForce, ct, clock.GetUtcNow())).Select(sheet => sheet.Attestation).ToList();
        return [.. mine.Where(file => file.ApplicantId == me && Renewed.By(file, held, inForce.Procedure.Renewal) is not null).Select(file => file.Id)];
    }

    /// <summary>How many more applications of this person are taken this year, and whether another one is on its way: then none is before that one is decided or withdrawn.</summary>
    public async Task<(int Left, bool HasOpen)> StillTakenAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        await using var db = await databases.CreateDbContextAsync(ct);
        var (thisYear, hasOpen, _) = await BeforeAsync(db, SignedInPerson.Of(who)!.Id, ct);
        return (Math.Max(0, rules.On(Today).Procedure.ApplicationsAYear - thisYear), hasOpen);
    }

    /// <summary>What would count of the whole profile today.</summary>
    public async Task<(ProfileSheet Profile, Estimate Would)> EstimateAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        await using var db = await databases.CreateDbContextAsync(ct);
        var (profile, _) = await KnownAsync(db, SignedInPerson.Of(who)!.Id, ct);
        return (profile, EstimateOf(profile.Profile));
    }

    /// <summary>The draft; a new one has chosen every finished line.</summary>
    public async Task<DraftSheet> DraftAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        await using var db = await databases.CreateDbContextAsync(ct);
        var me = SignedInPerson.Of(who)!;
        var sheet = await SheetAsync(db, me.Id, await db.Set<ApplicationDraft>().AsNoTracking().SingleOrDefaultAsync(d => d.PersonId == me.Id, ct), ct);
        return sheet with { Missing = await Renewals.LastAsync(db, me.Id, ct) is { } last ? sheet.Profile.Profile.MissingOf(last.Profile) : 0 };
    }

    /// <summary>Takes a line in or leaves it out; null changes only the language.</summary>
    public async Task ChooseAsync(ClaimsPrincipal who, Guid? line, bool isChosen, string language, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        if (!Languages.Contains(language))
            throw new ArgumentException($"No file is dealt with in '{language}'.", nameof(language));
        var me = SignedInPerson.Of(who)!;
        await Anew.UntilWrittenAsync(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var stored = await db.Set<ApplicationDraft>().SingleOrDefaultAsync(d => d.PersonId == me.Id, ct);
            var chosen = (await SheetAsync(db, me.Id, stored, ct)).Chosen.ToHashSet();
            if (stored is null)
                db.Add(stored = new() { PersonId = me.Id, Language = language });
            if (line is { } one && isChosen)
                chosen.Add(one);
            else if (line is { } other)
                chosen.Remove(other);
            stored.Language = language;
            stored.Choose(chosen);
            return await db.SaveChangesAsync(ct);
        }, ct);
    }

    /// <summary>Freezes what was chosen, gives it a number and writes the receipt, in one transaction.</summary>
    /// <returns>The file, or why not; then nothing was written.</returns>
    public async Task<Result<FileId>> SubmitAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        var me = SignedInPerson.Of(who)!;
        // The number may be taken at the same moment, or the same draft sent in from another window.
        return await Anew.UntilWrittenAsync<Result<FileId>>(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var draft = await db.Set<ApplicationDraft>().SingleOrDefaultAsync(d => d.PersonId == me.Id, ct);
            var sheet = await SheetAsync(db, me.Id, draft, ct);
            var file = await NewFileAsync(db, me.Id, sheet, ct);
            if (await journal.AddAsync(db, file, await CommandAsync(db, me, sheet, ct), me.AssistedBy ?? me.Id, ct) is Result<Domain.Applications.Application>.Refused(var why))
                return why;
            db.Add(file);
            db.Add(new Submission(sheet.Rests, sheet.Profile.Name, sheet.Profile.Email, sheet.Profile.Phone, sheet.Profile.Address, sheet.Profile.NumberEnd, await AgentAsync(db, me, ct)).AsSnapshot(file.Id));
            if (draft is not null)
                db.Remove(draft);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            bell.Ring<SendDueMail>();
            return file.Id;
        }, ct);
    }

    private async Task<ApplicationFile> NewFileAsync(WitaLiveDb db, PersonId me, DraftSheet sheet, CancellationToken ct) => new()
    {
        Id = new(Guid.CreateVersion7()),
        Number = await FileNumbers.NextAsync(db, FileNumbers.Application, Today, ct),
        Kind = FileKind.Application,
        Applicant = sheet.Profile.Name,
        ApplicantId = me,
        Language = sheet.Language,
        // The art that most of the core activities belong to; the first of them when several are as many.
        Domain = sheet.Rests.Activities.Where(a => a.Weight == ActivityWeight.Core).GroupBy(a => a.Domain).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key,
    };

    private async Task<SubmitApplication> CommandAsync(WitaLiveDb db, SignedInPerson person, DraftSheet sheet, CancellationToken ct)
    {
        var me = person.Id;
        var (thisYear, hasOpen, untold) = await BeforeAsync(db, me, ct);
        return new(
            sheet.Gaps,
            thisYear,
            hasOpen,
            sheet.NotBefore,
            // What a decision takes, or lifts, is still examined while that decision can be taken back.
            untold.Exists(f => f.Kind == FileKind.Suspension) || await AttestationSanctions.AreExaminedAsync(db, me, ct),
            await AttestationSanctions.BannedUntilAsync(db, me, ct),
            person.AssistedBy is not null);
    }

    // What was decided and can still be taken back is not told of, and as open as it looks.
    private async Task<(int ThisYear, bool HasOpen, List<ApplicationFile> Untold)> BeforeAsync(WitaLiveDb db, PersonId me, CancellationToken ct)
    {
        var year = Today.Year;
        var before = await db.Set<ApplicationFile>().AsNoTracking().Where(f => f.ApplicantId == me).ToListAsync(ct);
        var untold = await FileJournal.UntoldAsync(db, db.Set<ApplicationFile>().Where(f => f.ApplicantId == me), rules.On(Today), clock.GetUtcNow(), ct);
        return (before.Count(f => f.CountsIn(year)), before.Concat(untold).Any(f => f.IsOpen && !f.IsMeasure), untold);
    }

    private static async Task<string?> AgentAsync(WitaLiveDb db, SignedInPerson me, CancellationToken ct) =>
        me.AssistedBy is { } agent ? (await db.Persons.AsNoTracking().SingleAsync(p => p.Id == agent, ct)).FullName : null;

    // What is granted here is never asked of who holds it.
    private async Task<(ProfileSheet Profile, ImmutableArray<AttestationSheet> Held)> KnownAsync(WitaLiveDb db, PersonId me, CancellationToken ct)
    {
        var profile = await ProfileDesk.SheetAsync(db, me, ct);
        // What was annulled never existed.
        var held = (await AttestationReading.OfAsync(db, me, Today, rules.On(Today), ct, clock.GetUtcNow())).RemoveAll(one => one.Standing == Standing.Annulled);
        var background = profile.Profile.Background;
        var known = background with
        {
            HeldBefore = background.HeldBefore || !held.IsEmpty,
            HeldPlus = background.HeldPlus || held.Any(one => one.Attestation.Type == Held.Plus),
        };
        return (profile with { Profile = profile.Profile with { Background = known } }, held);
    }

    private async Task<DraftSheet> SheetAsync(WitaLiveDb db, PersonId me, ApplicationDraft? draft, CancellationToken ct)
    {
        var (profile, held) = await KnownAsync(db, me, ct);
        var all = profile.Profile;
        var chosen = draft?.Read() ?? new HashSet<Guid>(
        [
            .. all.Activities.Where(a => a.IsComplete).Select(a => a.Id.Value),
            .. all.Incomes.Where(line => line.IsComplete && all.ActivityOf(line) is { IsComplete: true }).Select(line => line.Id.Value),
            .. all.Inactivities.Where(time => time.IsComplete).Select(time => time.Id.Value),
        ]);
        var rests = all.Only(chosen);
        return new(
            profile, draft?.Language ?? (Languages.Contains(profile.Language) ? profile.Language : Languages[0]), chosen,
            Gap.Of(rests, profile.HasNumber, profile.Address.Length > 0), EstimateOf(rests))
        {
            Renews = AttestationReading.ToFollow(held),
            NotBefore = AttestationReading.NotBefore(held, Today),
        };
    }

    private DateOnly Today => clock.GetUtcNow().DayInBrussels();

    private Estimate EstimateOf(Profile profile) => Estimate.Of(profile, Today, rules.On(Today));
}
