using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.Domain;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Preparing;

public sealed record QuestionIsEmpty(int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest];
}

public sealed record QuestionIsAnswered : Refusal;

/// <param name="By">Who asked; empty for the other members.</param>
public sealed record AskedQuestion(Guid Id, string Text, DateTimeOffset AskedAt, string By, string? Answer);

/// <summary>Questions of members to the secretariat about files, and the answers.</summary>
public sealed class QuestionDesk(IDbContextFactory<WitaLiveDb> databases, FileForMembers files, TimeProvider clock)
{
    /// <summary>Of a file on a meeting's agenda, for whoever may read it there; without names.</summary>
    public async Task<ImmutableArray<AskedQuestion>> OfMeetingAsync(ClaimsPrincipal who, MeetingId meeting, FileId file, CancellationToken ct)
    {
        if (!await MayReadAsync(who, meeting, file, ct))
            return [];
        await using var db = await databases.CreateDbContextAsync(ct);
        return [.. (await db.Set<MemberQuestion>().AsNoTracking().Where(q => q.MeetingId == meeting && q.FileId == file).OrderBy(q => q.AskedAt).ToListAsync(ct))
            .Select(q => new AskedQuestion(q.Id, q.Text, q.AskedAt, "", q.Answer))];
    }

    /// <summary>All of a file, with who asked.</summary>
    public async Task<ImmutableArray<AskedQuestion>> OfFileAsync(ClaimsPrincipal who, FileId file, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        var questions = await db.Set<MemberQuestion>().AsNoTracking().Where(q => q.FileId == file).OrderBy(q => q.AskedAt).ToListAsync(ct);
        var people = questions.Select(q => q.AskedBy).Distinct().ToList();
        var names = await db.Persons.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.FullName, ct);
        return [.. questions.Select(q => new AskedQuestion(q.Id, q.Text, q.AskedAt, names.GetValueOrDefault(q.AskedBy, ""), q.Answer))];
    }

    /// <summary>The files about which a question waits, one for each question, the oldest first.</summary>
    public async Task<ImmutableArray<ApplicationFile>> WaitingAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        return [.. await db.Set<MemberQuestion>().AsNoTracking().Where(q => q.AnsweredAt == null)
            .Join(db.Set<ApplicationFile>().AsNoTracking(), q => q.FileId, f => f.Id, (q, f) => new { q.AskedAt, File = f }).OrderBy(one => one.AskedAt).Select(one => one.File).ToListAsync(ct)];
    }

    /// <param name="question">Made by whoever asks: asked twice, it is one question.</param>
    /// <returns>The refusal, or null when it is asked.</returns>
    public async Task<Refusal?> AskAsync(ClaimsPrincipal who, MeetingId meeting, FileId file, Guid question, string text, CancellationToken ct)
    {
        if (!await MayReadAsync(who, meeting, file, ct))
            return new NoSuchFile();
        var words = FreeText.Of(text);
        if (words.Length is 0 or > Application.LongestText)
            return new QuestionIsEmpty(Application.LongestText);
        return await Anew.UntilWrittenAsync<Refusal?>(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (await db.Set<MemberQuestion>().AnyAsync(q => q.Id == question, ct))
                return null;
            db.Add(new MemberQuestion { Id = question, MeetingId = meeting, FileId = file, AskedBy = SignedInPerson.Of(who)!.Id, AskedAt = clock.GetUtcNow(), Text = words });
            await db.SaveChangesAsync(ct);
            return null;
        }, ct);
    }

    /// <summary>Answers a question once: of two who answer at the same time, the other one is told.</summary>
    public async Task<Refusal?> AnswerAsync(ClaimsPrincipal who, Guid question, string text, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var words = FreeText.Of(text);
        if (words.Length is 0 or > Application.LongestText)
            return new QuestionIsEmpty(Application.LongestText);
        var (by, now) = ((PersonId?)SignedInPerson.Of(who)!.Id, (DateTimeOffset?)clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<MemberQuestion>().Where(q => q.Id == question && q.AnsweredAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(q => q.Answer, words).SetProperty(q => q.AnsweredBy, by).SetProperty(q => q.AnsweredAt, now), ct) > 0)
            return null;
        return await db.Set<MemberQuestion>().AnyAsync(q => q.Id == question, ct) ? new QuestionIsAnswered() : new NoSuchFile();
    }

    private async Task<bool> MayReadAsync(ClaimsPrincipal who, MeetingId meeting, FileId file, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        return (await files.OfMeetingAsync(who, meeting, ct)).Any(f => f.Id == file);
    }
}
