using System.Security.Claims;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Attestations;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;
using WitaLive.Domain.Rulings;

namespace WitaLive.App.Rulings;

/// <summary>What a court judged.</summary>
public sealed record Judgment(string Court, DateOnly Day, string Outcome);

/// <summary>Has the judgment of a court take the place of a decision: of the file's outcome and of its attestation at once, and of the decision itself by a new one that points to it. While that is a draft, a later judgment takes the place of the first.</summary>
public sealed class RulingJudgments(IDbContextFactory<WitaLiveDb> databases, FileJournal journal, Grants grants, RuleBook rules, TimeProvider clock)
{
    private static readonly RulingText s_unwritten = new([], "", ImmutableDictionary<ActivityId, string>.Empty);

    /// <param name="id">The decision in whose place it comes; or the draft that carries out the judgment in whose place it comes, which then carries out this one.</param>
    /// <param name="shown">The version of a draft that was on the screen.</param>
    /// <returns>The draft of the decision that carries the judgment out.</returns>
    public async Task<Result<Guid>> ReplaceAsync(ClaimsPrincipal who, Guid id, Judgment judgment, CancellationToken ct, int? shown = null)
    {
        Policies.Demand(who, Policies.Secretariat);
        ArgumentNullException.ThrowIfNull(judgment);
        var me = SignedInPerson.Of(who)!.Id;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<Ruling>().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } old)
            return new NoSuchRuling();
        var file = await db.Set<ApplicationFile>().SingleAsync(f => f.Id == old.FileId, ct);
        var isDraft = old.Stage is not RulingStage.Locked;
        if ((isDraft && !old.IsOfCourt) || file.IsMeasure || await db.Set<Ruling>().AnyAsync(r => r.ReplacesId == id, ct))
            return new NotToCorrect();
        if (isDraft && shown is not null && old.Version != shown)
            return new RulingNotAsShown();
        if (!OutcomesOf(file.Kind, rules.On(judgment.Day)).Contains(judgment.Outcome))
            return new JudgmentUnusable(Application.LongestCourt);
        if (await RecordAsync(db, file, old.Facts.DecidedOn, judgment, me, ct) is { } why)
            return why;
        await grants.ReplaceAsync(db, file.Id, judgment.Outcome, judgment.Day, ct);
        var executed = isDraft ? await TurnAsync(db, old, judgment, me, ct) : Draft(db, old, judgment, me);
        try
        {
            await db.SaveChangesAsync(ct);
            return executed;
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Somebody else wrote to this file or decision at the same moment, or signed the draft: nothing of this is written.
            return isDraft ? new RulingNotAsShown() : new NotToCorrect();
        }
    }

    // A file that came in here has a journal, which keeps each judgment. Of one that was imported the row is all there is: court and day stand in the decision that carries the judgment out.
    private async Task<Refusal?> RecordAsync(WitaLiveDb db, ApplicationFile file, DateOnly since, Judgment judgment, PersonId me, CancellationToken ct)
    {
        var (said, now) = (new ReplaceByJudgment(judgment.Outcome, judgment.Court, judgment.Day), clock.GetUtcNow());
        if (file.IsKept)
            return await journal.AddAsync(db, file, said, me, ct) is Result<Application>.Refused(var why) ? why : null;
        if (Application.WhyNotJudge(said, since, now.DayInBrussels()) is { } unusable)
            return unusable;
        (file.Outcome, file.ChangedAt) = (judgment.Outcome, now);
        return null;
    }

    private Guid Draft(WitaLiveDb db, Ruling old, Judgment judgment, PersonId me)
    {
        var executed = new Ruling
        {
            Id = Guid.CreateVersion7(), FileId = old.FileId, MeetingId = old.MeetingId, Number = old.Number + 1, ReplacesId = old.Id, IsDrawn = old.IsDrawn, ChangedAt = clock.GetUtcNow(), WrittenBy = me.Value.ToString(),
            FactsAsKept = Judged(old.Facts, judgment), TextAsKept = JsonSerializer.Serialize(s_unwritten),
        };
        db.Add(executed);
        return executed.Id;
    }

    // What was written, found and handed in was for the judgment before: nothing of it is signed.
    private async Task<Guid> TurnAsync(WitaLiveDb db, Ruling draft, Judgment judgment, PersonId me, CancellationToken ct)
    {
        db.RemoveRange(await db.Set<RulingFinding>().Where(f => f.RulingId == draft.Id).ToListAsync(ct));
        (draft.FactsAsKept, draft.Text, draft.Stage, draft.WrittenBy) = (Judged(draft.Facts, judgment), s_unwritten, RulingStage.Drafted, me.Value.ToString());
        (draft.Version, draft.ChangedAt) = (draft.Version + 1, clock.GetUtcNow());
        return draft.Id;
    }

    private static string Judged(RulingFacts facts, Judgment judgment) => JsonSerializer.Serialize(facts.JudgedBy(OneLine.Of(judgment.Court), judgment.Day, judgment.Outcome));

    /// <summary>What a judgment can say here of such a file; nothing of a measure, whose sanctions are not this decision's to change.</summary>
    internal static ImmutableArray<string> OutcomesOf(string kind, RulesInForce inForce) =>
        kind is FileKind.Application or FileKind.Appeal ? inForce.FileKinds.Find(kind)?.Outcomes ?? [] : [];
}
