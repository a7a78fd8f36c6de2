using System.Security.Claims;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Attestations;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;
using WitaLive.Domain.Rulings;

namespace WitaLive.App.Rulings;

/// <summary>What a court judged.</summary>
public sealed record Judgment(string Court, DateOnly Day, string Outcome);

/// <summary>Has the judgment of a court take the place of a decision: of the file's outcome and of its attestation at once, and of the decision itself by a new one that points to it.</summary>
public sealed class RulingJudgments(IDbContextFactory<WitaLiveDb> databases, FileJournal journal, Grants grants, RuleBook rules, TimeProvider clock)
{
    /// <returns>The draft of the decision that carries the judgment out.</returns>
    public async Task<Result<Guid>> ReplaceAsync(ClaimsPrincipal who, Guid id, Judgment judgment, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        ArgumentNullException.ThrowIfNull(judgment);
        var me = SignedInPerson.Of(who)!.Id;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<Ruling>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } old)
            return new NoSuchRuling();
        var file = await db.Set<ApplicationFile>().SingleAsync(f => f.Id == old.FileId, ct);
        if (!file.IsKept)
            return new NoJudgmentOnAgendaFile();
        if (old.Stage is not RulingStage.Locked || file is not { IsMeasure: false, ApplicantId: not null } || await db.Set<Ruling>().AnyAsync(r => r.ReplacesId == id, ct))
            return new NotToCorrect();
        if (!OutcomesOf(file.Kind, rules.On(judgment.Day)).Contains(judgment.Outcome))
            return new JudgmentUnusable(Application.LongestCourt);
        if (await journal.AddAsync(db, file, new ReplaceByJudgment(judgment.Outcome, judgment.Court, judgment.Day), me, ct) is Result<Application>.Refused(var why))
            return why;
        await grants.ReplaceAsync(db, file.Id, judgment.Outcome, judgment.Day, ct);
        var executed = new Ruling
        {
            Id = Guid.CreateVersion7(), FileId = old.FileId, MeetingId = old.MeetingId, Number = old.Number + 1, ReplacesId = id, IsDrawn = old.IsDrawn, ChangedAt = clock.GetUtcNow(), WrittenBy = me.Value.ToString(),
            FactsAsKept = JsonSerializer.Serialize(old.Facts.JudgedBy(OneLine.Of(judgment.Court), judgment.Day, judgment.Outcome)),
            TextAsKept = JsonSerializer.Serialize(new RulingText([], "", ImmutableDictionary<ActivityId, string>.Empty)),
        };
        db.Add(executed);
        try
        {
            await db.SaveChangesAsync(ct);
            return executed.Id;
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            return new NotToCorrect(); // somebody else wrote to this file or decision at the same moment: nothing of this is written
        }
    }

    /// <summary>What a judgment can say here of such a file; nothing of a measure, whose sanctions are not this decision's to change.</summary>
    internal static ImmutableArray<string> OutcomesOf(string kind, RulesInForce inForce) =>
        kind is FileKind.Application or FileKind.Appeal ? inForce.FileKinds.Find(kind)?.Outcomes ?? [] : [];
}
