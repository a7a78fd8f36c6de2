using System.Globalization;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Jobs;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Profiles;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Applications;

/// <summary>An application being put together.</summary>
/// <param name="Chosen">The lines it rests on.</param>
/// <param name="Would">What would count of them today.</param>
public sealed record DraftSheet(ProfileSheet Profile, string Language, IReadOnlySet<Guid> Chosen, ImmutableArray<Gap> Gaps, Estimate Would)
{
    public Profile Rests => Profile.Profile.Only(Chosen);
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
        return [.. await db.Set<ApplicationFile>().AsNoTracking().Where(f => f.ApplicantId == me).OrderByDescending(f => f.SubmittedAt).ToListAsync(ct)];
    }

    /// <summary>What would count of the whole profile today.</summary>
    public async Task<(ProfileSheet Profile, Estimate Would)> EstimateAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        await using var db = await databases.CreateDbContextAsync(ct);
        var profile = await ProfileDesk.SheetAsync(db, SignedInPerson.Of(who)!.Id, ct);
        return (profile, EstimateOf(profile.Profile));
    }

    /// <summary>The draft; a new one has chosen every finished line.</summary>
    public async Task<DraftSheet> DraftAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        await using var db = await databases.CreateDbContextAsync(ct);
        var me = SignedInPerson.Of(who)!;
        return Sheet(await ProfileDesk.SheetAsync(db, me.Id, ct), await db.Set<ApplicationDraft>().AsNoTracking().SingleOrDefaultAsync(d => d.PersonId == me.Id, ct));
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
            var chosen = Sheet(await ProfileDesk.SheetAsync(db, me.Id, ct), stored).Chosen.ToHashSet();
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
            var sheet = Sheet(await ProfileDesk.SheetAsync(db, me.Id, ct), draft);
            var file = await NewFileAsync(db, me.Id, sheet, ct);
            if (await journal.AddAsync(db, file, await CommandAsync(db, me.Id, sheet, ct), me.Id, ct) is Result<Domain.Applications.Application>.Refused(var why))
                return why;
            db.Add(file);
            db.Add(new Submission(sheet.Rests, sheet.Profile.Name, sheet.Profile.Email, sheet.Profile.Phone, sheet.Profile.Address, sheet.Profile.NumberEnd).AsSnapshot(file.Id));
            if (draft is not null)
                db.Remove(draft);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            bell.Ring<SendDueMail>();
            return file.Id;
        }, ct);
    }

    private async Task<ApplicationFile> NewFileAsync(WitaLiveDb db, PersonId me, DraftSheet sheet, CancellationToken ct)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow().DayInBrussels().Year}-A-");
        var last = await db.Set<ApplicationFile>().Where(f => f.Number.StartsWith(prefix)).MaxAsync(f => (string?)f.Number, ct);
        var next = last is null ? 1 : int.Parse(last[prefix.Length..], CultureInfo.InvariantCulture) + 1;
        return new()
        {
            Id = new(Guid.CreateVersion7()),
            Number = string.Create(CultureInfo.InvariantCulture, $"{prefix}{next:000000}"),
            Kind = "application",
            Applicant = sheet.Profile.Name,
            ApplicantId = me,
            Language = sheet.Language,
            // The art that most of the core activities belong to; the first of them when several are as many.
            Domain = sheet.Rests.Activities.Where(a => a.Weight == ActivityWeight.Core).GroupBy(a => a.Domain).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key,
        };
    }

    private async Task<SubmitApplication> CommandAsync(WitaLiveDb db, PersonId me, DraftSheet sheet, CancellationToken ct)
    {
        var year = clock.GetUtcNow().DayInBrussels().Year;
        var before = await db.Set<ApplicationFile>().AsNoTracking().Where(f => f.ApplicantId == me).ToListAsync(ct);
        return new(
            sheet.Gaps,
            before.Count(f => f.State != FileState.Cancelled && f.SubmittedAt is { } at && at.DayInBrussels().Year == year),
            before.Any(f => f.IsOpen));
    }

    private DraftSheet Sheet(ProfileSheet profile, ApplicationDraft? draft)
    {
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
            Gap.Of(rests, profile.HasNumber, profile.Address.Length > 0), EstimateOf(rests));
    }

    private Estimate EstimateOf(Profile profile)
    {
        var today = clock.GetUtcNow().DayInBrussels();
        return Estimate.Of(profile, today, rules.On(today));
    }
}
