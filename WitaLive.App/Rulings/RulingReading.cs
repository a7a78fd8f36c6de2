using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Attestations;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Rules;
using WitaLive.Domain.Rulings;

namespace WitaLive.App.Rulings;

/// <summary>Reads reasoned decisions: for the secretariat, jurists and whoever signs; their own letters for applicants; and for whoever was shown a code.</summary>
public sealed class RulingReading(IDbContextFactory<WitaLiveDb> databases, RulingSigning signing, RulingComposer composer, RuleBook rules, TimeProvider clock)
{
    /// <summary>Null when there is no such meeting, or none whose decisions this person may read.</summary>
    public async Task<MeetingRulings?> OfMeetingAsync(ClaimsPrincipal who, MeetingId id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<PlannedMeeting>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } meeting
            || await RightAsync(db, who, id, ct) is not { } right)
            return null;
        var (me, rule) = (SignedInPerson.Of(who)!.Id, rules.On(clock.GetUtcNow().DayInBrussels()).Rulings);
        var rulings = (await db.Set<Ruling>().AsNoTracking().Where(r => r.MeetingId == id).ToListAsync(ct)).ConvertAll(ruling => (Ruling: ruling, ruling.Facts)).FindAll(one => MayRead(who, right, one.Facts));
        var replaced = await ReplacedAsync(db, rulings.ConvertAll(one => one.Ruling.Id), ct);
        var takers = rulings.SelectMany(one => one.Facts.Takers).DistinctBy(taker => taker.Person).ToList();
        var delegates = await db.Set<SigningDelegation>().AsNoTracking().Where(d => d.MeetingId == id).Select(d => d.PersonId).ToListAsync(ct);
        return new(
            meeting,
            [.. rulings.OrderBy(one => one.Facts.Case.Number, StringComparer.Ordinal).ThenBy(one => one.Ruling.Number).Select(one => new RulingLine(
                one.Ruling.Id, one.Ruling.Version, RulingComposer.ReferenceOf(one.Facts.Case.Number, one.Ruling.Number), one.Facts.Case.Applicant, one.Facts.Outcome, one.Ruling.Stage, replaced.Contains(one.Ruling.Id),
                one.Ruling.SentAt, (one.Ruling.Progress with { Stage = RulingStage.ToSign }).WhyNotSign(me, right, one.Facts, rule) is null)
            {
                IsDenied = one.Ruling.Stage is not RulingStage.Locked && one.Ruling.Text.Reasons.Any(one.Facts.IsDenied),
            })],
            await db.Set<ApplicationFile>().CountAsync(f => f.LastMeetingId == id && f.State == FileState.Decided && !db.Set<Ruling>().Any(r => r.FileId == f.Id), ct),
            Policies.Allow(who, Policies.Secretariat), signing.IsSigner(right.Office),
            [.. takers.Where(taker => delegates.Contains(taker.Person)).Select(taker => (taker.Person, taker.Name))],
            [.. takers.Where(taker => !delegates.Contains(taker.Person)).OrderBy(taker => taker.Name, StringComparer.CurrentCulture).Select(taker => (taker.Person, taker.Name))]);
    }

    /// <summary>Null when there is none, or none that this person may read.</summary>
    public async Task<RulingSheet?> ReadAsync(ClaimsPrincipal who, Guid id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<Ruling>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } ruling || await RightAsync(db, who, ruling.MeetingId, ct) is not { } right)
            return null;
        var (facts, text, me, isSecretariat) = (ruling.Facts, ruling.Text, SignedInPerson.Of(who)!.Id, Policies.Allow(who, Policies.Secretariat));
        if (!MayRead(who, right, facts))
            return null;
        var findings = await db.Set<RulingFinding>().AsNoTracking().Where(f => f.RulingId == id).OrderBy(f => f.At).ToListAsync(ct);
        var readers = findings.Select(f => f.By).Distinct().ToList();
        var names = await db.Persons.AsNoTracking().Where(p => readers.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.FullName, ct);
        var file = await db.Set<ApplicationFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == ruling.FileId, ct);
        var outcomes = file is { IsMeasure: false } ? RulingJudgments.OutcomesOf(facts.Case.Kind, rules.On(facts.DecidedOn)) : [];
        return new(
            ruling, facts, text, ruling.Letter ?? composer.Compose(facts, text, await RulingSigning.AroundAsync(db, ruling, null, ct)),
            [.. findings.Select(f => (f, names.GetValueOrDefault(f.By, "")))], rules.On(facts.DecidedOn).Rulings,
            await db.Set<Ruling>().Where(r => r.ReplacesId == id).Select(r => new RulingAfter(r.Id, r.Stage == RulingStage.Locked, r.Correction == null)).SingleOrDefaultAsync(ct),
            ruling.Progress.WhyNotSign(me, right, facts, rules.On(clock.GetUtcNow().DayInBrussels()).Rulings), isSecretariat, RulingDesk.MayRead(who) && !ruling.Writers.Contains(me))
        {
            Outcomes = outcomes.Contains(facts.Outcome) ? outcomes : [],
            FileAddress = AddressOf(file, isSecretariat, right),
            IsOnAgendasOnly = file is { IsKept: false },
            Delivery = (await db.Set<RulingDelivery>().AsNoTracking().SingleOrDefaultAsync(d => d.RulingId == id, ct))?.Delivery,
        };
    }

    /// <summary>The decisions on a file, for the secretariat, the first one first.</summary>
    public async Task<ImmutableArray<(Guid Id, int Number, RulingStage Stage, bool IsOfCourt)>> OfFileAsync(ClaimsPrincipal who, FileId file, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        return [.. (await db.Set<Ruling>().AsNoTracking().Where(r => r.FileId == file).OrderBy(r => r.Number).ToListAsync(ct)).Select(r => (r.Id, r.Number, r.Stage, r.IsOfCourt))];
    }

    /// <summary>The letters sent about one's own file, the last one first; nothing of a file of somebody else.</summary>
    public async Task<ImmutableArray<OwnLetter>> OwnAsync(ClaimsPrincipal who, FileId file, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        var me = SignedInPerson.Of(who)!.Id;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!await db.Set<ApplicationFile>().AnyAsync(f => f.Id == file && f.ApplicantId == me, ct))
            return [];
        var all = await db.Set<Ruling>().AsNoTracking().Where(r => r.FileId == file).OrderByDescending(r => r.Number).ToListAsync(ct);
        // Of a correction they hear when its letter comes; what a court judged they know.
        return [.. all.Where(r => r.SentAt is not null)
            .Select(r => new OwnLetter(r.Id, file, r.IsAsSigned ? r.Letter : null, r.SentAt!.Value, all.Exists(other => other.Number > r.Number && (other.SentAt is not null || other.IsOfCourt)), r.PaperId))];
    }

    /// <summary>One of them; null when it is none of one's own.</summary>
    public async Task<OwnLetter?> OwnLetterAsync(ClaimsPrincipal who, Guid id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        await using var db = await databases.CreateDbContextAsync(ct);
        var file = await db.Set<Ruling>().Where(r => r.Id == id).Select(r => (FileId?)r.FileId).SingleOrDefaultAsync(ct);
        return file is null ? null : (await OwnAsync(who, file.Value, ct)).FirstOrDefault(letter => letter.Id == id);
    }

    /// <summary>For whoever asks; null when no letter that was sent has this code, or it is not what was signed.</summary>
    public async Task<GenuineLetter?> CheckAsync(string typed, CancellationToken ct)
    {
        if (CheckCode.Read(typed) is not { } code)
            return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<Ruling>().AsNoTracking().FirstOrDefaultAsync(r => r.Code == code && r.SentAt != null, ct) is not { IsAsSigned: true } found)
            return null;
        var facts = found.Facts;
        return new(
            found.FileId, RulingComposer.ReferenceOf(facts.Case.Number, found.Number), facts.Outcome, found.SignedAt!.Value.DayInBrussels(),
            (await ReplacedAsync(db, [found.Id], ct)).Count > 0);
    }

    /// <summary>Which of these decisions hold no more.</summary>
    internal static async Task<HashSet<Guid>> ReplacedAsync(WitaLiveDb db, IReadOnlyCollection<Guid> rulings, CancellationToken ct) =>
        [.. await db.Set<Ruling>().Where(Ruling.TakesPlace).Where(r => rulings.Contains(r.ReplacesId!.Value)).Select(r => r.ReplacesId!.Value).ToListAsync(ct)];

    // Files are the secretariat's to read, measures also those of who holds an office. Nothing is to be seen under either of a file that only agendas know.
    private static string? AddressOf(ApplicationFile? file, bool isSecretariat, SigningRight right) => file switch
    {
        { IsMeasure: true } when isSecretariat || right.Office is not null => $"measures/{file.Id.Value}",
        { IsMeasure: false, ApplicantId: not null } when isSecretariat => $"files/{file.Id.Value}",
        _ => null,
    };

    // A delegate reads what they took part in: not what they stepped aside for.
    private static bool MayRead(ClaimsPrincipal who, SigningRight right, RulingFacts facts) =>
        RulingDesk.MayRead(who) || right.Office is not null || facts.TookPart(SignedInPerson.Of(who)!.Id);

    // Null for whoever has nothing to do with the decisions of that meeting.
    private async Task<SigningRight?> RightAsync(WitaLiveDb db, ClaimsPrincipal who, MeetingId meeting, CancellationToken ct)
    {
        var right = await signing.RightAsync(db, SignedInPerson.Of(who)!.Id, meeting, ct);
        return RulingDesk.MayRead(who) || right.Office is not null || right.IsDelegate ? right : null;
    }
}
