using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Attestations;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Jobs;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.Domain;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Files;

public sealed record NoSuchFile : Refusal;

/// <summary>Nobody was notified of what is not signed.</summary>
public sealed record DecisionIsDraft : Refusal;

public sealed record NoteIsEmpty(int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest];
}

/// <summary>What the secretariat does with applications.</summary>
public sealed class FileDesk(IDbContextFactory<WitaLiveDb> databases, FileJournal journal, CommissionDirectory directory, JobBell bell, TimeProvider clock)
{
    /// <returns>The refusal, or null when it happened.</returns>
    public async Task<Refusal?> DoAsync(ClaimsPrincipal who, FileId file, ApplicationCommand command, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        return command is RouteToChamber route
            ? await RouteAsync(file, route with { ByPresident = false }, SignedInPerson.Of(who)?.Id, ct)
            : await DoAsync(file, _ => true, command, SignedInPerson.Of(who)?.Id, ct);
    }

    /// <summary>Sends a file on to another chamber, with the reason: the President's, or the vice-president's, to do (royal decree, art. 14; rules of procedure, art. 45).</summary>
    /// <exception cref="UnauthorizedAccessException">Whoever asks presides over the Commission in no way today.</exception>
    public async Task<Refusal?> SendOnAsync(ClaimsPrincipal who, FileId file, RouteToChamber route, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var me = SignedInPerson.Of(who)!.Id;
        if (!(await directory.ReadAsync(clock.GetUtcNow().DayInBrussels(), ct)).IsPresidedBy(me))
            throw new UnauthorizedAccessException("This is for the President and the vice-president.");
        return await RouteAsync(file, route with { ByPresident = true }, me, ct);
    }

    /// <summary>What applicants do with their own; a file of somebody else is none.</summary>
    public async Task<Refusal?> DoOwnAsync(ClaimsPrincipal who, FileId file, ApplicationCommand command, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        if (command is not (AnswerPoint or ConfirmHearing or ForgoHearing or WithdrawApplication))
            throw new ArgumentException("This is not the applicant's to do.", nameof(command));
        var me = SignedInPerson.Of(who)!.Id;
        return await DoAsync(file, found => found.ApplicantId == me, command, me, ct);
    }

    /// <summary>Closes the file of somebody who has died, when the family does not go on with it: as if the applicant had withdrawn it.</summary>
    public async Task<Refusal?> CloseAfterDeathAsync(ClaimsPrincipal who, FileId file, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<ApplicationFile>().AnyAsync(f => f.Id == file && db.Persons.Any(p => p.Id == f.ApplicantId && p.DiedOn != null), ct)
            ? await DoAsync(file, _ => true, new WithdrawApplication(), SignedInPerson.Of(who)?.Id, ct)
            : new NoDeathNoted();
    }

    /// <summary>Gives files to a case manager, or to nobody.</summary>
    public async Task GiveAsync(ClaimsPrincipal who, IReadOnlyCollection<FileId> files, PersonId? manager, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        var wanted = files.ToList();
        await db.Set<ApplicationFile>().Where(f => wanted.Contains(f.Id)).ExecuteUpdateAsync(set => set.SetProperty(f => f.ManagerId, manager), ct);
    }

    /// <summary>Sends each file that is complete to the first chamber of its language and art.</summary>
    /// <returns>Those that went; the others are not complete, or no chamber takes them.</returns>
    public async Task<ImmutableArray<FileId>> RouteAsync(ClaimsPrincipal who, IReadOnlyCollection<FileId> files, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var (wanted, routed) = (files.ToList(), ImmutableArray.CreateBuilder<FileId>());
        await using var db = await databases.CreateDbContextAsync(ct);
        var commission = await directory.ReadAsync(db, clock.GetUtcNow().DayInBrussels(), ct);
        foreach (var file in await db.Set<ApplicationFile>().AsNoTracking().Where(f => wanted.Contains(f.Id) && f.State == FileState.Complete).ToListAsync(ct))
        {
            if (Routing.For(commission, file, await FileJournal.ReadAsync(db, file.Id, ct)).FirstOrDefault() is { } chamber && await DoAsync(who, file.Id, new RouteToChamber(chamber.Id, ""), ct) is null)
                routed.Add(file.Id);
        }
        return routed.ToImmutable();
    }

    /// <param name="key">Made by the sender: a note sent twice is written once.</param>
    public async Task<Refusal?> NoteAsync(ClaimsPrincipal who, FileId file, Guid key, string text, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var words = FreeText.Of(text);
        if (words.Length is 0 or > Application.LongestText)
            return new NoteIsEmpty(Application.LongestText);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<FileNote>().AnyAsync(n => n.Id == key, ct))
            return null;
        db.Add(new FileNote { Id = key, FileId = file, At = clock.GetUtcNow(), By = SignedInPerson.Of(who)!.Id, Text = words });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // The other half of a double click was first; anything else is a fault, and not kept.
            if (!await db.Set<FileNote>().AnyAsync(n => n.Id == key, ct))
                throw;
        }
        return null;
    }

    // What bars a chamber is looked up here, never taken from a screen.
    private async Task<Refusal?> RouteAsync(FileId id, RouteToChamber route, PersonId? by, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<ApplicationFile>().AsNoTracking().Where(ApplicationFile.AreKept).SingleOrDefaultAsync(f => f.Id == id, ct) is not { } file
            || (await directory.ReadAsync(db, clock.GetUtcNow().DayInBrussels(), ct)).Chamber(route.Chamber) is not { } chamber)
            return new NoSuchFile();
        return await DoAsync(id, _ => true, route with { Bar = Routing.BarOf(chamber, file) }, by, ct);
    }

    private Task<Refusal?> DoAsync(FileId id, Func<ApplicationFile, bool> may, ApplicationCommand command, PersonId? by, CancellationToken ct) =>
        Anew.UntilWrittenAsync<Refusal?>(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (await db.Set<ApplicationFile>().Where(ApplicationFile.AreKept).SingleOrDefaultAsync(f => f.Id == id, ct) is not { } file || !may(file))
                return new NoSuchFile();
            if (await journal.AddAsync(db, file, command, by, ct) is Result<Application>.Refused(var why))
                return why;
            await db.SaveChangesAsync(ct);
            bell.Ring<SendDueMail>();
            return null;
        }, ct);
}
