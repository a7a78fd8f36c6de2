using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Measures;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Bodies;

/// <summary>What an inspection service writes: about what, on which ground, why, and where letters reach whoever has no account.</summary>
public sealed record ServiceRequest(string Number, string Ground, string Reasons, string Address, string Language);

/// <param name="Number">Of the file.</param>
/// <param name="IsByLetter">The person has no account: the secretariat writes to them.</param>
public sealed record SentRequest(string Number, bool IsByLetter);

/// <summary>A service asks for the suspension or annulment of an attestation or of an amateur's registration, and reads what became of it, of its own requests alone.</summary>
/// <remarks>Source: royal decree of 13 March 2023, art. 19 and 28; rules of procedure, art. 28 and 29.</remarks>
public sealed class ServiceRequests(IDbContextFactory<WitaLiveDb> databases, MeasureRequests requests, IEnumerable<IMeasureSubject> subjects, RuleBook rules, TimeProvider clock)
{
    private const string RequestedStart = """{"$type":"measure-requested",""";

    /// <summary>Every ground that the rules know.</summary>
    public ImmutableArray<string> Grounds => [.. rules.On(Today).Procedure.Measures.SelectMany(m => m.Grounds).Distinct()];

    private DateOnly Today => clock.GetUtcNow().DayInBrussels();

    /// <summary>Its code in the rules.</summary>
    public async Task<string> ServiceAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Inspection);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await ServiceAsync(db, who, ct);
    }

    /// <returns>The file and how the person is told, or why not; then nothing was written.</returns>
    public async Task<Result<SentRequest>> RequestAsync(ClaimsPrincipal who, ServiceRequest request, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Inspection);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await subjects.OfNumberAsync(db, OneLine.Of(request.Number), ct) is not var (kind, subject))
            return new NoSuchThing();
        if (rules.On(Today).Procedure.MeasureIn(kind) is not { } rule || !rule.Grounds.Contains(request.Ground))
            return new GroundNotOfIt();
        if (string.IsNullOrWhiteSpace(request.Address) && await subjects.Single(one => one.Kind == kind).FindAsync(db, subject, ct) is { IsByLetter: true, WhyNot: null })
            return new HolderNeedsAddress();
        var service = await ServiceAsync(db, who, ct);
        var sought = new MeasureSought(kind, service, request.Ground, request.Reasons, Today) { Address = request.Address };
        return await requests.OpenAsync(SignedInPerson.Of(who)!.Id, subject, sought, request.Language, ct) switch
        {
            Result<FileId>.Ok(var file) => new SentRequest(
                await db.Set<ApplicationFile>().Where(f => f.Id == file).Select(f => f.Number).SingleAsync(ct), (await FileJournal.ReadAsync(db, file, ct)).IsByLetter),
            Result<FileId>.Refused(var why) => why,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>What the service asked for, the newest first; a decision is in it once the chair can take it back no more.</summary>
    public async Task<ImmutableArray<ApplicationFile>> MineAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Inspection);
        await using var db = await databases.CreateDbContextAsync(ct);
        var mark = $"\"Requester\":\"{await ServiceAsync(db, who, ct)}\"";
        var asked = await db.Set<ApplicationStep>().Where(s => s.Payload.StartsWith(RequestedStart) && s.Payload.Contains(mark)).Select(s => s.FileId).ToListAsync(ct);
        var mine = await db.Set<ApplicationFile>().AsNoTracking().Where(f => asked.Contains(f.Id) && f.SubjectId != null && f.AppealOfId == null).OrderByDescending(f => f.SubmittedAt).ToListAsync(ct);
        await FileJournal.ShowToldAsync(db, mine, rules.On(Today), clock.GetUtcNow(), ct);
        return [.. mine];
    }

    private static async Task<string> ServiceAsync(WitaLiveDb db, ClaimsPrincipal who, CancellationToken ct)
    {
        var me = SignedInPerson.Of(who)!.Id;
        return await db.Set<Representative>().Where(r => r.PersonId == me && r.Kind == BodyKind.Inspection).Select(r => r.Body).SingleAsync(ct);
    }
}

/// <summary>The rules do not know this ground for what was named.</summary>
public sealed record GroundNotOfIt : Refusal;

/// <summary>Nobody can be told of it who has no account and whose address is not given.</summary>
public sealed record HolderNeedsAddress : Refusal;
