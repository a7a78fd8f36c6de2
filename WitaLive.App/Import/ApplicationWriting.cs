using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Import;

/// <summary>Sends imported applications in as if their applicants had: the same rules, journal, number and receipt. Who imported them stands in the journal.</summary>
public sealed class ApplicationWriting(FileJournal journal, ApplicationMails mails, RuleBook rules, TimeProvider clock)
{
    private const int InARow = 500;

    /// <summary>Who of the applicants is known, and what of theirs came in before.</summary>
    internal async Task<Dictionary<string, (Person Person, int ThisYear, bool HasOpen)>> KnownAsync(WitaLiveDb db, IReadOnlyCollection<string> addresses, CancellationToken ct)
    {
        var year = clock.GetUtcNow().DayInBrussels().Year;
        var known = new Dictionary<string, (Person, int, bool)>();
        foreach (var some in addresses.Chunk(InARow))
        {
            var persons = await db.Persons.AsNoTracking().Where(p => some.Contains(p.Email)).ToListAsync(ct);
            var ids = persons.ConvertAll(p => (PersonId?)p.Id);
            var files = (await db.Set<ApplicationFile>().AsNoTracking().Where(f => ids.Contains(f.ApplicantId)).ToListAsync(ct)).ToLookup(f => f.ApplicantId!.Value);
            foreach (var person in persons)
            {
                var counted = files[person.Id].Count(f => f.Kind == FileKind.Application && f.State != FileState.Cancelled && f.SubmittedAt is { } at && at.DayInBrussels().Year == year);
                known[Person.NormalAddress(person.Email)] = (person, counted, files[person.Id].Any(f => f.IsOpen));
            }
        }
        return known;
    }

    /// <summary>What sending it in causes, or why it may not come in.</summary>
    internal Result<ImmutableArray<ApplicationEvent>> Decide(int thisYear, bool hasOpen, PersonId by)
    {
        var now = clock.GetUtcNow();
        var today = now.DayInBrussels();
        return new Application().Decide(new SubmitApplication([], thisYear, hasOpen), rules.On(today).Procedure, by, now, today);
    }

    /// <summary>Within the transaction of the caller.</summary>
    internal async Task WriteAsync(
        WitaLiveDb db, IReadOnlyList<ImportedApplication> applications, IReadOnlyDictionary<string, (Person Person, int ThisYear, bool HasOpen)> known, PersonId by, Action<int> done, CancellationToken ct)
    {
        var today = clock.GetUtcNow().DayInBrussels();
        var number = await FileNumbers.NextAsync(db, FileNumbers.Application, today, ct);
        var (prefix, next) = (number[..^6], int.Parse(number[^6..], CultureInfo.InvariantCulture));
        for (var from = 0; from < applications.Count; from += InARow)
        {
            ct.ThrowIfCancellationRequested();
            var some = applications.Skip(from).Take(InARow).Select(one => (Application: one, Person: known.TryGetValue(one.Who.Email, out var before) ? before.Person : one.NewPerson())).ToList();
            var (files, snapshots, steps) = (new List<ApplicationFile>(), new List<FileSnapshot>(), new List<ApplicationStep>());
            db.AddRange(some.Where(one => !known.ContainsKey(one.Application.Who.Email)).Select(one => one.Person));
            await db.SaveChangesAsync(ct);
            foreach (var (application, person) in some)
            {
                var file = FileOf(application, person, string.Create(CultureInfo.InvariantCulture, $"{prefix}{next++:000000}"));
                var events = Decide(0, hasOpen: false, by) is Result<ImmutableArray<ApplicationEvent>>.Ok(var happened) ? happened : throw new InvalidOperationException("It was checked before.");
                journal.Show(file, events.Aggregate(new Application(), (state, one) => state.Apply(one)));
                file.ChangedAt = clock.GetUtcNow();
                files.Add(file);
                snapshots.Add(new Submission(application.Profile, person.FullName, person.Email, "", "", "").AsSnapshot(file.Id));
                steps.AddRange(events.Select((one, i) => new ApplicationStep { FileId = file.Id, Sequence = i, RecordedAt = one.At, Payload = JsonSerializer.Serialize(one) }));
                foreach (var one in events)
                    await mails.AddAsync(db, file, one, ct);
            }
            await ManyRows.AddAsync(db, files, ct);
            await ManyRows.AddAsync(db, snapshots, ct);
            await ManyRows.AddAsync(db, steps, ct);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            done(from + some.Count);
        }
    }

    // The art that most of the core activities belong to, as for one that its applicant sends in.
    private static ApplicationFile FileOf(ImportedApplication application, Person person, string number) => new()
    {
        Id = new(Guid.CreateVersion7()),
        Number = number,
        Kind = FileKind.Application,
        Applicant = person.FullName,
        ApplicantId = person.Id,
        Language = application.Who.Language,
        Domain = application.Profile.Activities.Where(a => a.Weight == ActivityWeight.Core).GroupBy(a => a.Domain).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key,
    };
}
