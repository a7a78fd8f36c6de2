using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;

namespace WitaLive.App.Access;

/// <summary>Knows within a second when an account was shut out, lost or got a role, or changed its password (its security stamp changed), or a browser signed out.</summary>
/// <remarks>Two queries a second, of those who wait, however many circuits are open; none while nobody does. It sees what other nodes did, too.</remarks>
public sealed partial class AccountStamps(IDbContextFactory<WitaLiveDb> databases, TimeProvider clock, ILogger<AccountStamps> log) : BackgroundService
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(1);
    private static readonly string s_claim = new ClaimsIdentityOptions().SecurityStampClaimType;
    private readonly ConcurrentDictionary<Waiting, bool> _waiting = [];

    /// <summary>Whether who this cookie or circuit was made for may still act.</summary>
    public async Task<bool> IsCurrentAsync(ClaimsPrincipal principal, CancellationToken ct)
    {
        if (SignedInPerson.Of(principal) is not { } person)
            return false;
        await using var db = await databases.CreateDbContextAsync(ct);
        var session = principal.FindFirstValue(SignedInPerson.SessionClaim);
        return await Active(db).Where(a => a.Id == person.Id.Value && !db.Set<EndedSession>().Any(s => s.Id == session))
            .Select(a => a.SecurityStamp).SingleOrDefaultAsync(ct) == principal.FindFirstValue(s_claim);
    }

    /// <summary>Returns once the stamp is not this one any more, or the session is over.</summary>
    public async Task WaitForChangeAsync(ClaimsPrincipal principal, CancellationToken ct)
    {
        if (SignedInPerson.Of(principal) is not { } person)
            return;
        var waiting = new Waiting(person.Id.Value, principal.FindFirstValue(s_claim), principal.FindFirstValue(SignedInPerson.SessionClaim));
        _waiting[waiting] = true;
        try
        {
            await waiting.Changed.Task.WaitAsync(ct);
        }
        finally
        {
            _waiting.TryRemove(waiting, out _);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await CompareAsync(stoppingToken);
    }

    private async Task CompareAsync(CancellationToken ct)
    {
        if (_waiting.IsEmpty)
            return;
        try
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var accounts = _waiting.Keys.Select(waiting => waiting.Account).ToHashSet();
            var stamps = await Active(db).Where(a => accounts.Contains(a.Id)).Select(a => new { a.Id, a.SecurityStamp }).ToDictionaryAsync(a => a.Id, a => a.SecurityStamp, ct);
            var sessions = _waiting.Keys.Select(waiting => waiting.Session).OfType<string>().ToHashSet();
            var ended = await db.Set<EndedSession>().AsNoTracking().Where(s => sessions.Contains(s.Id)).Select(s => s.Id).ToHashSetAsync(ct);
            foreach (var waiting in _waiting.Keys.Where(waiting => accounts.Contains(waiting.Account)))
                if (stamps.GetValueOrDefault(waiting.Account) != waiting.Stamp || (waiting.Session is { } session && ended.Contains(session)))
                    waiting.Changed.TrySetResult();
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogFailed(log, e); // a database that is away for a moment must not end the watch
        }
    }

    private static IQueryable<Account> Active(WitaLiveDb db) =>
        db.Users.AsNoTracking().Join(db.Persons.Where(p => p.IsActive), a => a.Id, p => (Guid)(object)p.Id, (a, p) => a);

    [LoggerMessage(LogLevel.Warning, "The accounts' security stamps could not be read; trying again.")]
    private static partial void LogFailed(ILogger logger, Exception exception);

    private sealed record Waiting(Guid Account, string? Stamp, string? Session)
    {
        // Continuing elsewhere: a circuit must not run in this loop, nor in this loop's language.
        public TaskCompletionSource Changed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Equals(Waiting? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => Changed.GetHashCode();
    }
}
