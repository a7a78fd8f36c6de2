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

    /// <summary>The files about which a question waits, the oldest first.</summary>
    public async Task<ImmutableArray<FileId>> WaitingAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        return [.. await db.Set<MemberQuestion>().Where(q => q.AnsweredAt == null).OrderBy(q => q.AskedAt).Select(q => q.FileId).ToListAsync(ct)];
    }

    /// <returns>The refusal, or null when it is asked.</returns>
    public async Task<Refusal?> AskAsync(ClaimsPrincipal who, MeetingId meeting, FileId file, string text, CancellationToken ct)
    {
        if (!await MayReadAsync(who, meeting, file, ct))
            return new NoSuchFile();
        var words = FreeText.Of(text);
        if (words.Length is 0 or > Application.LongestText)
            return new QuestionIsEmpty(Application.LongestText);
        await using var db = await databases.CreateDbContextAsync(ct);
        db.Add(new MemberQuestion { Id = Guid.CreateVersion7(), MeetingId = meeting, FileId = file, AskedBy = SignedInPerson.Of(who)!.Id, AskedAt = clock.GetUtcNow(), Text = words });
        await db.SaveChangesAsync(ct);
        return null;
    }

    /// <summary>Answers, or changes the answer.</summary>
    public async Task<Refusal?> AnswerAsync(ClaimsPrincipal who, Guid question, string text, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var words = FreeText.Of(text);
        if (words.Length is 0 or > Application.LongestText)
            return new QuestionIsEmpty(Application.LongestText);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<MemberQuestion>().SingleOrDefaultAsync(q => q.Id == question, ct) is not { } asked)
            return new NoSuchFile();
        (asked.Answer, asked.AnsweredBy, asked.AnsweredAt) = (words, SignedInPerson.Of(who)!.Id, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return null;
    }

    private async Task<bool> MayReadAsync(ClaimsPrincipal who, MeetingId meeting, FileId file, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        return (await files.OfMeetingAsync(who, meeting, ct)).Any(f => f.Id == file);
    }
}
