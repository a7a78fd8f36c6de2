using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Attestations;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Attestations;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Figures;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Import;

/// <summary>Sends imported applications in as if their applicants had: the same rules, journal, number and receipt. Who imported them stands in the journal.</summary>
public sealed class ApplicationWriting(FileJournal journal, ApplicationMails mails, HolderLinks links, RuleBook rules, TimeProvider clock)
{
    private const int InARow = 500;

    /// <summary>Who of the applicants is known, and what of theirs came in before.</summary>
    /// <param name="applicants">Their names by address.</param>
    internal async Task<Dictionary<string, KnownApplicant>> KnownAsync(WitaLiveDb db, IReadOnlyDictionary<string, List<string>> applicants, CancellationToken ct)
    {
        var today = clock.GetUtcNow().DayInBrussels();
        var known = new Dictionary<string, KnownApplicant>();
        foreach (var some in applicants.Keys.Chunk(InARow))
        {
            var persons = await db.Persons.AsNoTracking().Where(p => some.Contains(p.Email)).ToListAsync(ct);
            var ids = persons.ConvertAll(p => (PersonId?)p.Id);
            var files = (await db.Set<ApplicationFile>().AsNoTracking().Where(f => ids.Contains(f.ApplicantId)).ToListAsync(ct)).ToLookup(f => f.ApplicantId!.Value);
            var holders = (await db.Set<Attestation>().Where(a => ids.Contains(a.HolderId)).Select(a => a.HolderId).Distinct().ToListAsync(ct)).ToHashSet();
            foreach (var person in persons)
            {
                var counted = files[person.Id].Count(f => f.Kind == FileKind.Application && f.State != FileState.Cancelled && f.SubmittedAt is { } at && at.DayInBrussels().Year == today.Year);
                var command = new SubmitApplication([], counted, files[person.Id].Any(f => f.IsOpen && !f.IsMeasure));
                // Only what somebody holds, or held, can be too early to renew, examined or followed by a ban.
                known[Person.NormalAddress(person.Email)] = new(person, !holders.Contains(person.Id) ? command : command with
                {
                    NotBefore = AttestationReading.NotBefore(await AttestationReading.OfAsync(db, person.Id, today, rules.On(today), ct), today),
                    IsExamined = await AttestationSanctions.AreExaminedAsync(db, person.Id, ct),
                    BannedUntil = await AttestationSanctions.BannedUntilAsync(db, person.Id, ct),
                });
            }
            await AddHoldersAsync(db, known, some, applicants, today, ct);
        }
        return known;
    }

    // Whoever is not known here may hold one all the same: the application would ask to follow it.
    private async Task AddHoldersAsync(WitaLiveDb db, Dictionary<string, KnownApplicant> known, string[] addresses, IReadOnlyDictionary<string, List<string>> applicants, DateOnly today, CancellationToken ct)
    {
        var held = await db.Set<Attestation>().AsNoTracking().Where(a => a.HolderId == null && a.DiedOn == null && a.Address != null && addresses.Contains(a.Address)).ToListAsync(ct);
        held.RemoveAll(a => !applicants[a.Address!].Exists(name => HolderLinks.IsNamed(name, a.Holder)));
        var ids = held.ConvertAll(a => (Guid?)a.Id);
        var examined = held.Count == 0 ? [] : await db.Set<ApplicationFile>().Where(AttestationSanctions.Examines).Where(f => ids.Contains(f.SubjectId)).Select(f => f.SubjectId).ToListAsync(ct);
        var rule = rules.On(today).Procedure.Renewal;
        foreach (var of in held.GroupBy(a => a.Address!).Where(of => !known.ContainsKey(of.Key)))
        {
            var sheets = of.OrderByDescending(a => a.Until).Select(a => new AttestationSheet(a, a.On(today, isKept: false), Renewal.Of(a.Held, rule)));
            known[of.Key] = new(null, new([], 0, HasOpen: false, AttestationReading.NotBefore(sheets, today), of.Any(a => examined.Contains(a.Id)), AttestationSanctions.BanOf(of)));
        }
    }

    /// <summary>What sending it in causes, or why it may not come in.</summary>
    internal Result<ImmutableArray<ApplicationEvent>> Decide(SubmitApplication command, PersonId by)
    {
        var now = clock.GetUtcNow();
        var today = now.DayInBrussels();
        return new Application().Decide(command, rules.On(today).Procedure, by, now, today);
    }

    /// <summary>The number of the first one to be written.</summary>
    internal Task<string> NextAsync(WitaLiveDb db, CancellationToken ct) => FileNumbers.NextAsync(db, FileNumbers.Application, clock.GetUtcNow().DayInBrussels(), ct);

    /// <summary>Within the transaction of the caller.</summary>
    /// <param name="at">Who is known, and the number of the first one, read before that.</param>
    internal async Task WriteAsync(
        WitaLiveDb db, IReadOnlyList<ImportedApplication> applications, (IReadOnlyDictionary<string, KnownApplicant> Known, string Number) at, PersonId by, Action<int> done, CancellationToken ct)
    {
        var (known, number) = at;
        var (prefix, next) = (number[..^6], int.Parse(number[^6..], CultureInfo.InvariantCulture));
        for (var from = 0; from < applications.Count; from += InARow)
        {
            ct.ThrowIfCancellationRequested();
            var some = applications.Skip(from).Take(InARow).Select(one => (Application: one, Person: known.GetValueOrDefault(one.Who.Email)?.Person ?? one.NewPerson())).ToList();
            var (files, days, snapshots, steps) = (new List<ApplicationFile>(), new List<DaysOfFile>(), new List<FileSnapshot>(), new List<ApplicationStep>());
            db.AddRange(some.Where(one => known.GetValueOrDefault(one.Application.Who.Email)?.Person is null).Select(one => one.Person));
            await db.SaveChangesAsync(ct);
            await LinkAsync(db, some.ConvertAll(one => one.Person), ct);
            var held = await HeldAsync(db, some.ConvertAll(one => one.Person.Id), ct);
            foreach (var (application, person) in some)
            {
                var file = FileOf(application, person, string.Create(CultureInfo.InvariantCulture, $"{prefix}{next++:000000}"));
                var events = Decide(new([], 0, HasOpen: false), by) is Result<ImmutableArray<ApplicationEvent>>.Ok(var happened) ? happened : throw new InvalidOperationException("It was checked before.");
                var after = events.Aggregate(new Application(), (state, one) => state.Apply(one));
                journal.Show(file, after);
                file.ChangedAt = clock.GetUtcNow();
                files.Add(file);
                days.Add(DaysOfFile.Of(file, FileDays.Of(events)));
                snapshots.Add(new Submission(Knowing(application.Profile, held[person.Id]), person.FullName, person.Email, "", "", "").AsSnapshot(file.Id));
                steps.AddRange(events.Select((one, i) => new ApplicationStep { FileId = file.Id, Sequence = i, RecordedAt = one.At, Payload = JsonSerializer.Serialize(one) }));
                foreach (var one in events)
                    await mails.AddAsync(db, file, one, after, ct);
            }
            await ManyRows.AddAsync(db, files, ct);
            await ManyRows.AddAsync(db, days, ct);
            await ManyRows.AddAsync(db, snapshots, ct);
            await ManyRows.AddAsync(db, steps, ct);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            done(from + some.Count);
        }
    }

    // What came over with an address is theirs for whom the secretariat sends an application in under it: that asks to follow it, whether or not they ever open an account.
    private async Task LinkAsync(WitaLiveDb db, List<Person> applicants, CancellationToken ct)
    {
        var addresses = applicants.ConvertAll(person => person.Email);
        var unclaimed = await db.Set<Attestation>().Where(a => a.HolderId == null && a.Address != null && addresses.Contains(a.Address)).Select(a => a.Address!).Distinct().ToListAsync(ct);
        var theirs = await HolderLinks.OfAddressesAsync(db, unclaimed, ct);
        foreach (var person in applicants.Where(person => theirs.ContainsKey(person.Email)).DistinctBy(person => person.Id))
            await links.LinkAsync(db, person, ct);
        await db.SaveChangesAsync(ct);
    }

    // As for one that its applicant sends in: what was granted here is known. Of which types somebody held one; what was annulled never existed, and what can be taken back is not told of.
    private async Task<ILookup<PersonId, string>> HeldAsync(WitaLiveDb db, List<PersonId> applicants, CancellationToken ct)
    {
        var (ids, now) = (applicants.ConvertAll(id => (PersonId?)id), clock.GetUtcNow());
        return (await db.Set<Attestation>().Where(a => ids.Contains(a.HolderId) && a.Until >= a.From && (a.Measure == null || a.Measure != MeasureRule.Annulment) && (a.StandsAt == null || a.StandsAt < now))
            .Select(a => new { a.HolderId, a.Type }).Distinct().ToListAsync(ct)).ToLookup(a => a.HolderId!.Value, a => a.Type);
    }

    private static Profile Knowing(Profile profile, IEnumerable<string> held) => profile with { Background = profile.Background with { HeldBefore = held.Any(), HeldPlus = held.Contains(Held.Plus) } };

    // The art that most of the core activities belong to, as for one that its applicant sends in.
    private static ApplicationFile FileOf(ImportedApplication application, Person person, string number) => new()
    {
        Id = new(Guid.CreateVersion7()),
        Number = number,
        Kind = FileKind.Application,
        Applicant = person.FullName,
        ApplicantId = person.Id,
        Language = application.Who.Language!,
        Domain = application.Profile.Activities.Where(a => a.Weight == ActivityWeight.Core).GroupBy(a => a.Domain).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key,
    };
}
