using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Jobs;
using WitaLive.App.Mail;
using WitaLive.App.Principles;
using WitaLive.Domain;
using WitaLive.Domain.Principles;

namespace WitaLive.App.Interpretation;

/// <param name="Id">Made by whoever asks: asked twice, it is one question.</param>
/// <param name="Title">The question in one line.</param>
public sealed record QuestionToAsk(Guid Id, FileId File, string Title, string Text)
{
    /// <summary>Of the words that are also the name of whom the file is about, those of which whoever writes says that nobody is meant.</summary>
    public ImmutableArray<string> Ordinary { get; init; } = [];
}

/// <summary>Asks how a rule is to be read, and answers it.</summary>
public sealed class InterpretationDesk(IDbContextFactory<WitaLiveDb> databases, InterpretationMails mails, JobBell bell, TimeProvider clock)
{
    /// <returns>The refusal, or null when it is asked: colleagues see it and jurists are told by mail.</returns>
    public async Task<Refusal?> AskAsync(ClaimsPrincipal who, QuestionToAsk asked, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var (title, text, me) = (OneLine.Of(asked.Title), FreeText.Of(asked.Text), SignedInPerson.Of(who)!);
        if (title.Length is 0 or > InterpretationQuestion.LongestTitle || text.Length is 0 or > InterpretationQuestion.LongestText)
            return new InterpretationIsEmpty(InterpretationQuestion.LongestTitle, InterpretationQuestion.LongestText);
        if (await NamesAsync(asked.File, me.Language, title, text, asked.Ordinary, ct) is { } named)
            return named;
        return await Anew.UntilWrittenAsync<Refusal?>(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (!await db.Set<ApplicationFile>().Where(ApplicationFile.AreKept).AnyAsync(f => f.Id == asked.File, ct))
                return new NoSuchFile();
            if (await db.Set<InterpretationQuestion>().AnyAsync(q => q.Id == asked.Id, ct))
                return null;
            var question = new InterpretationQuestion { Id = asked.Id, FileId = asked.File, AskedAt = clock.GetUtcNow(), AskedBy = me.Id, Language = me.Language, Title = title, Text = text };
            db.Add(question);
            await mails.AddAskedAsync(db, question, ct);
            await db.SaveChangesAsync(ct);
            bell.Ring<SendDueMail>();
            return null;
        }, ct);
    }

    /// <summary>Answers once: of two who answer at the same time the other one is told, and keeps what they wrote.</summary>
    /// <param name="ordinary">As in a question (<see cref="QuestionToAsk.Ordinary"/>).</param>
    public async Task<Refusal?> AnswerAsync(ClaimsPrincipal who, Guid id, string typed, CancellationToken ct, ImmutableArray<string> ordinary = default)
    {
        Policies.Demand(who, Policies.Jurist);
        var (text, me) = (FreeText.Of(typed), SignedInPerson.Of(who)!);
        if (text.Length is 0 or > InterpretationQuestion.LongestText)
            return new InterpretationAnswerIsEmpty(InterpretationQuestion.LongestText);
        FileId? file;
        await using (var read = await databases.CreateDbContextAsync(ct))
            file = await read.Set<InterpretationQuestion>().Where(q => q.Id == id).Select(q => (FileId?)q.FileId).SingleOrDefaultAsync(ct);
        if (file is not { } asked)
            return new NoSuchInterpretation();
        if (await NamesAsync(asked, me.Language, "", text, ordinary.IsDefault ? [] : ordinary, ct) is { } named)
            return named;
        return await Anew.UntilWrittenAsync<Refusal?>(async () =>
        {
            var (by, now) = ((PersonId?)me.Id, (DateTimeOffset?)clock.GetUtcNow());
            await using var db = await databases.CreateDbContextAsync(ct);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            if (await db.Set<InterpretationQuestion>().Where(q => q.Id == id && q.AnsweredAt == null).ExecuteUpdateAsync(
                set => set.SetProperty(q => q.Answer, text).SetProperty(q => q.AnswerLanguage, me.Language).SetProperty(q => q.AnsweredBy, by).SetProperty(q => q.AnsweredAt, now), ct) == 0)
                return await db.Set<InterpretationQuestion>().AnyAsync(q => q.Id == id, ct) ? new InterpretationIsAnswered() : new NoSuchInterpretation();
            await mails.AddAnsweredAsync(db, await db.Set<InterpretationQuestion>().AsNoTracking().SingleAsync(q => q.Id == id, ct), ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            bell.Ring<SendDueMail>();
            return null;
        }, ct);
    }

    // What surely names somebody, and the name of whom the file is about whatever its letters: in small ones whoever writes may say that it is the word. Another family name is left to them.
    private async Task<Refusal?> NamesAsync(FileId file, string language, string title, string text, ImmutableArray<string> ordinary, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var read = new Anonymity(Wording.Typed([new(language, title)], [new(language, text)]));
        var own = read.Of(new("", await db.Set<ApplicationFile>().Where(f => f.Id == file).Select(f => f.Applicant).SingleOrDefaultAsync(ct) ?? "")).ToList();
        var named = (await KnownPeople.FindAsync(db, read, ct)).FirstOrDefault(trace => trace.IsCertain) ?? own.Find(trace => trace.Kind is TraceKind.FamilyName);
        if (named is not null)
            return new InterpretationNamesSomebody(named.Found);
        return own.Find(trace => trace.Kind is TraceKind.SmallName && !ordinary.Contains(trace.Found, StringComparer.OrdinalIgnoreCase)) is { } maybe ? new InterpretationMayName(maybe.Found) : null;
    }
}
