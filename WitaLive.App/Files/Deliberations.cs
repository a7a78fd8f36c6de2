using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Attestations;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Files;

/// <summary>A file as a chamber deliberates on it: its activities, and the sums without those it does not accept.</summary>
public sealed class Deliberated(Profile profile, DateOnly filedOn, RulesInForce rules)
{
    public ImmutableArray<Activity> Activities => profile.Activities;

    /// <summary>Who applies held an attestation before: a starter is not for them (royal decree, art. 17).</summary>
    public bool HeldBefore => profile.Background.HeldBefore;

    /// <summary>The attestation that it asks to follow.</summary>
    public Renewed? Renews { get; init; }

    /// <summary>Why an activity may not be accepted: codes.</summary>
    public ImmutableArray<string> Reasons => rules.FileKinds.ActivityReasons;

    public Estimate With(ImmutableArray<ActivityMark> marks) =>
        Estimate.Of(profile, filedOn, rules, marks.Where(mark => !mark.IsAccepted).Select(mark => mark.Activity).ToHashSet());
}

/// <summary>Reads files for the room. What was sent in never changes: one copy serves all screens that show it.</summary>
public sealed class Deliberations(IDbContextFactory<WitaLiveDb> databases, FileOpenings openings, FileReading reading, RuleBook rules)
{
    // A meeting deals with some hundred files, one after the other.
    private const int Most = 64;

    private readonly ConcurrentDictionary<FileId, Deliberated> _kept = [];

    /// <summary>Null for a file that came in from elsewhere, of which only meetings know. Whoever asks has been let into the room, and is written down as a reader.</summary>
    public async Task<Deliberated?> OfAsync(ClaimsPrincipal who, FileId file, DateTimeOffset meetingStartsAt, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        if (!Policies.Allow(who, Policies.Secretariat) && !reading.MayStillRead(meetingStartsAt))
            return null;
        if (!_kept.TryGetValue(file, out var deliberated))
        {
            if (await ReadAsync(file, ct) is not { } read)
                return null;
            if (_kept.Count >= Most)
                _kept.Clear();
            deliberated = _kept.GetOrAdd(file, read);
        }
        await openings.NoteAsync(who, file, forMeeting: true, ct);
        return deliberated;
    }

    private async Task<Deliberated?> ReadAsync(FileId id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<FileSnapshot>().AsNoTracking().SingleOrDefaultAsync(s => s.FileId == id, ct) is not { } snapshot)
            return null;
        var file = await db.Set<ApplicationFile>().AsNoTracking().SingleAsync(f => f.Id == id, ct);
        return file.SubmittedAt is { } at && at.DayInBrussels() is var day
            ? new(Submission.Of(snapshot).Profile, day, rules.On(day)) { Renews = await Renewed.OfAsync(db, file, day, rules.On(day), ct) } : null;
    }
}
